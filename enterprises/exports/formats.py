"""The directory as a file. CSV and JSON are sent while they are made; a workbook is made first, in a temporary file.

Cells of spreadsheets are defused: no program takes a name for a formula. JSON carries the words as they are.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack

from django.http import FileResponse, StreamingHttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from openpyxl import Workbook

from spreadsheets.exporting.downloads import CSV, XLSX_TYPE, json_file, table_file
from spreadsheets.formats.defusing import defuse

from .rows import Column, plain
from .terms import Terms

#: What a cell of a workbook may hold at most, by its format.
LONGEST_CELL = 32_767

Rows = Iterator[list[object]]


def as_csv(name: str, columns: list[Column], rows: Rows, terms: Terms) -> StreamingHttpResponse:
    head = [*(column.heading for column in columns), _("Taken from"), _("Created"), _("Terms of use")]
    end = [terms.address, terms.made_at.isoformat(timespec="seconds"), terms.licence]
    return table_file(CSV, name, head, ([*map(plain, row), *end] for row in rows))


def as_json(name: str, columns: list[Column], rows: Rows, terms: Terms) -> StreamingHttpResponse:
    about = {
        "title": terms.title,
        "address": terms.address,
        "filters": terms.filters,
        "designations_on": terms.designations_on,
        "made_at": terms.made_at.isoformat(timespec="seconds"),
        "terms_of_use": terms.licence,
    }
    keys = [column.key for column in columns]
    return json_file(
        name, about, "enterprises", (dict(zip(keys, map(_value, row), strict=True)) for row in rows)
    )


def as_xlsx(name: str, columns: list[Column], rows: Rows, terms: Terms) -> FileResponse:
    book = Workbook(write_only=True)
    page = book.create_sheet(_cut_title(_("Enterprises")))
    page.freeze_panes = "B2"
    page.append([column.heading for column in columns])
    for row in rows:
        page.append([defuse(plain(value))[:LONGEST_CELL] or None for value in row])
    about = book.create_sheet(_cut_title(pgettext("sheet of a workbook", "About this file")))
    about.column_dimensions["A"].width, about.column_dimensions["B"].width = 24, 100
    for label, words in terms.lines:
        about.append([label, defuse(words)])
    file = tempfile.TemporaryFile()
    with ExitStack() as on_failure:
        on_failure.callback(file.close)
        book.save(file)
        on_failure.pop_all()
    file.seek(0)
    return FileResponse(file, as_attachment=True, filename=f"{name}.xlsx", content_type=XLSX_TYPE)


def _cut_title(title: str) -> str:
    """A sheet's name may have 31 signs."""
    return title[:31]


def _value(value: object) -> object:
    return value if isinstance(value, list) else plain(value) or None


FORMATS: dict[str, Callable[[str, list[Column], Rows, Terms], StreamingHttpResponse]] = {
    "xlsx": as_xlsx,
    "csv": as_csv,
    "json": as_json,
}
