"""The formats, each written into an open file row by row; no more than a chunk of rows is ever in memory.

Cells of spreadsheets are defused: no program takes a name for a formula. JSON carries the words as they are.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import BinaryIO

from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from openpyxl import Workbook

from spreadsheets.csv_writing import MARK
from spreadsheets.defusing import defuse

from ..models import Enterprise
from .rows import Column, plain
from .terms import Terms

#: What a cell of a workbook may hold at most, by its format.
LONGEST_CELL = 32_767


def write_csv(target: BinaryIO, columns: list[Column], rows: Iterable[Enterprise], terms: Terms) -> None:
    text = io.TextIOWrapper(target, encoding="utf-8", newline="", write_through=True)
    text.write(MARK)
    writer = csv.writer(text)
    writer.writerow([*(column.heading for column in columns), _("Taken from"), _("Made"), _("Terms of use")])
    end = [terms.address, terms.made_at.isoformat(timespec="seconds"), terms.licence]
    for row in rows:
        writer.writerow([*(defuse(plain(column.read(row))) for column in columns), *end])
    text.detach()


def write_json(target: BinaryIO, columns: list[Column], rows: Iterable[Enterprise], terms: Terms) -> None:
    head = {
        "title": terms.title,
        "address": terms.address,
        "filters": terms.filters,
        "designations_on": terms.designations_on,
        "made_at": terms.made_at.isoformat(timespec="seconds"),
        "terms_of_use": terms.licence,
    }
    target.write(json.dumps(head, ensure_ascii=False)[:-1].encode() + b', "enterprises": [')
    before = b"\n"
    for row in rows:
        values = {column.key: _value(column.read(row)) for column in columns}
        target.write(before + json.dumps(values, ensure_ascii=False).encode())
        before = b",\n"
    target.write(b"\n]}\n")


def write_xlsx(target: BinaryIO, columns: list[Column], rows: Iterable[Enterprise], terms: Terms) -> None:
    book = Workbook(write_only=True)
    page = book.create_sheet(_cut_title(_("Enterprises")))
    page.freeze_panes = "B2"
    page.append([column.heading for column in columns])
    for row in rows:
        page.append([defuse(plain(column.read(row)))[:LONGEST_CELL] or None for column in columns])
    about = book.create_sheet(_cut_title(pgettext("sheet of a workbook", "About this file")))
    about.column_dimensions["A"].width, about.column_dimensions["B"].width = 24, 100
    for label, words in terms.lines:
        about.append([label, defuse(words)])
    book.save(target)


def _cut_title(title: str) -> str:
    """A sheet's name may have 31 signs."""
    return title[:31]


def _value(value: object) -> object:
    return value if isinstance(value, list) else plain(value) or None


@dataclass(frozen=True)
class Format:
    content_type: str
    write: Callable[[BinaryIO, list[Column], Iterable[Enterprise], Terms], None]


FORMATS = {
    "xlsx": Format("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", write_xlsx),
    "csv": Format("text/csv; charset=utf-8", write_csv),
    "json": Format("application/json", write_json),
}
