"""Tables as files: a workbook or text, with cells that no program carries out, streamed row by row."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from decimal import Decimal

from django.http import FileResponse, HttpResponse, StreamingHttpResponse
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font

from .defusing import defuse

CSV, XLSX = "csv", "xlsx"
XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MARK = "\ufeff"
Cell = str | Decimal | int | None


def table_file(kind: str, name: str, head: list[str], lines: Iterable[list[Cell]]) -> HttpResponse:
    """A download of ``kind`` with one row of headings. Nothing is held but the row at hand."""
    if kind == XLSX:
        file = _workbook(head, lines)
        return FileResponse(file, as_attachment=True, filename=f"{name}.xlsx", content_type=XLSX_TYPE)
    response = StreamingHttpResponse(_csv(head, lines), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return response


class _Echo:
    """What csv writes into; gives each line back at once."""

    def write(self, text: str) -> str:
        return text


def _csv(head: list[str], lines: Iterable[list[Cell]]) -> Iterator[bytes]:
    writer = csv.writer(_Echo())
    yield (MARK + writer.writerow(head)).encode()
    for line in lines:
        yield writer.writerow([defuse(cell) if isinstance(cell, str) else cell for cell in line]).encode()


def _workbook(head: list[str], lines: Iterable[list[Cell]]) -> io.BytesIO:
    book = Workbook(write_only=True)
    page = book.create_sheet("table")
    page.freeze_panes = "B2"
    page.append([_text(page, cell, Font(bold=True)) for cell in head])
    for line in lines:
        page.append([_text(page, cell) if isinstance(cell, str) else cell for cell in line])
    target = io.BytesIO()
    book.save(target)
    target.seek(0)
    return target


def _text(page, value: str, font: Font | None = None) -> WriteOnlyCell:
    """Text that stays text: never a formula, a date or a number by guess."""
    cell = WriteOnlyCell(page, None)
    cell.value = defuse(value)
    cell.data_type = "s"
    if font:
        cell.font = font
    return cell
