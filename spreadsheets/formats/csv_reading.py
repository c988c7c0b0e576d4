"""Tables in text files, with comma, semicolon or tab between the cells."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable
from io import StringIO

from django.utils.translation import gettext as _

from .defusing import restore
from .encodings import decoded
from .grid import Grid, Line, Refused
from .limits import MOST_CELLS, MOST_ROWS, too_many_cells, too_many_rows

DELIMITERS = (",", ";", "\t")
#: A first line with which Excel is told the delimiter.
_SEP = re.compile(r"\A\"?sep=([,;\t])\"?\r?\n")
LONGEST_CELL = 1_000_000


def read(data: bytes, known: Callable[[list[str]], int]) -> Grid:
    """The table of a text file. Raises Refused.

    ``known`` says how many cells of a header are names of columns: the delimiter with the most of them is taken.
    """
    text, encoding = decoded(data)
    delimiter = None
    skipped = 0
    if told := _SEP.match(text):
        delimiter, text, skipped = told[1], text[told.end() :], 1
    if not text.strip():
        raise Refused(_("The file is empty."))
    if delimiter is None:
        first = text.lstrip("\r\n").partition("\n")[0]
        delimiter = max(DELIMITERS, key=lambda sign: known(_first_cells(first, sign)))
    notice = _("The text was read as %(encoding)s.") % {"encoding": encoding}
    return Grid("", _lines(text, delimiter, skipped), [notice])


def _first_cells(line: str, delimiter: str) -> list[str]:
    try:
        return next(csv.reader([line], delimiter=delimiter), [])
    except csv.Error:
        return []


def _lines(text: str, delimiter: str, skipped: int) -> list[Line]:
    lines, cells = [], 0
    csv.field_size_limit(LONGEST_CELL)
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
    before = 0
    while True:
        try:
            row = next(reader, None)
        except csv.Error as error:
            raise Refused(
                _("Line %(line)s cannot be read: a quotation mark is not closed, or appears inside a cell.")
                % {"line": before + 1 + skipped}
            ) from error
        if row is None:
            return lines
        # A cell may hold line ends; a row is named by the line on which it begins.
        number, before = before + 1 + skipped, reader.line_num
        if not any(cell.strip() for cell in row):
            continue
        cells += len(row)
        if len(lines) > MOST_ROWS:
            raise Refused(too_many_rows())
        if cells > MOST_CELLS:
            raise Refused(too_many_cells())
        lines.append(Line(number, [_cell(cell) for cell in row]))


def _cell(text: str) -> str | None:
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return restore(text) if text.strip() else None
