"""Tables as files: a workbook, text or JSON, with cells that no program carries out, streamed row by row."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator
from decimal import Decimal

from django.http import FileResponse, HttpResponse, StreamingHttpResponse
from django.utils import timezone
from openpyxl import Workbook
from openpyxl.styles import Font

from bilingual.addresses import absolute
from bilingual.languages import HTML_LANG, active_language

from ..formats.csv_writing import MARK, EchoFile
from ..formats.defusing import defuse
from ..formats.text_cells import text_cell

CSV, XLSX = "csv", "xlsx"
XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
#: Signs that are sent together.
PIECE = 8192
Cell = str | Decimal | int | None


def table_file(kind: str, name: str, head: list[str], lines: Iterable[list[Cell]]) -> HttpResponse:
    """A download of ``kind`` with one row of headings. Nothing is held but the row at hand."""
    if kind == XLSX:
        file = _workbook(head, lines)
        return FileResponse(file, as_attachment=True, filename=f"{name}.xlsx", content_type=XLSX_TYPE)
    response = StreamingHttpResponse(_pieces(_csv(head, lines)), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return response


def about_file(title: str, path: str) -> dict[str, str]:
    """What a file says of itself: what it is, in which language, when it was made, and of which list."""
    return {
        "title": title,
        "language": HTML_LANG[active_language()],
        "made_at": timezone.localtime().isoformat(timespec="seconds"),
        "list": absolute(path),
    }


def json_file(name: str, about: dict, rows_key: str, rows: Iterable[dict]) -> HttpResponse:
    """One object: ``about``, and under ``rows_key`` the rows, written one by one.

    Decimals are written as texts, because numbers of JSON are floats to many programs; so are days.
    """
    response = StreamingHttpResponse(
        _pieces(_json(about, rows_key, rows)), content_type="application/json; charset=utf-8"
    )
    response["Content-Disposition"] = f'attachment; filename="{name}.json"'
    return response


def _json(about: dict, rows_key: str, rows: Iterable[dict]) -> Iterator[str]:
    yield f"{json.dumps(about, ensure_ascii=False)[:-1]}, {json.dumps(rows_key)}: ["
    for number, row in enumerate(rows):
        yield ("," if number else "") + "\n" + json.dumps(row, ensure_ascii=False, default=_plain)
    yield "\n]}\n"


def _plain(value) -> str:
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


def _csv(head: list[str], lines: Iterable[list[Cell]]) -> Iterator[str]:
    writer = csv.writer(EchoFile())
    yield MARK + writer.writerow(head)
    for line in lines:
        yield writer.writerow([defuse(cell) if isinstance(cell, str) else cell for cell in line])


def _pieces(texts: Iterator[str]) -> Iterator[bytes]:
    """The beginning at once, the rest in pieces that are worth a packet."""
    yield next(texts).encode()
    some, size = [], 0
    for text in texts:
        some.append(text)
        size += len(text)
        if size >= PIECE:
            yield "".join(some).encode()
            some, size = [], 0
    yield "".join(some).encode()


def _workbook(head: list[str], lines: Iterable[list[Cell]]) -> io.BytesIO:
    book = Workbook(write_only=True)
    page = book.create_sheet("table")
    page.freeze_panes = "B2"
    page.append([text_cell(page, cell, font=Font(bold=True)) for cell in head])
    for line in lines:
        page.append([text_cell(page, cell) if isinstance(cell, str) else cell for cell in line])
    target = io.BytesIO()
    book.save(target)
    target.seek(0)
    return target
