"""Tables in workbooks (ECMA-376), read as a stream: exact numbers, dates of both calendars, nothing calculated.

A library would hand out floats, and would not tell a formula that was never calculated from an empty cell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import ROUND_HALF_EVEN, Context, Decimal, InvalidOperation

from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from openpyxl.styles.numbers import is_date_format

from .archives import OLD_EXCEL, ZIP, Archive
from .defusing import restore
from .grid import Cell, Fault, Grid, Line, Month, Refused, Share
from .limits import (
    MOST_CELLS,
    MOST_COLUMNS,
    MOST_ROWS,
    MOST_SHEETS,
    too_many_cells,
    too_many_rows,
)
from .workbooks import WORKBOOK, Book, unescaped

#: Programs keep 15 figures, and write down the noise behind them.
FIGURES = Context(prec=15, rounding=ROUND_HALF_EVEN)
EPOCHS = {False: date(1899, 12, 30), True: date(1904, 1, 1)}
_PLACE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_LITERAL = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.')


def is_workbook(data: bytes) -> bool:
    return data.startswith((ZIP, OLD_EXCEL))


def read(data: bytes) -> list[Grid]:
    """The tables of a workbook in their order, without the empty ones. Raises Refused."""
    if data.startswith(OLD_EXCEL):
        raise Refused(_("This workbook is in an old format (.xls) or password-protected. Save it as .xlsx."))
    archive = Archive(data)
    if WORKBOOK not in archive.names:
        raise Refused(_("This is not an Excel workbook (.xlsx). Save it as one, or as “CSV UTF-8”."))
    book = Book(archive)
    budget = _Budget()
    grids = [_SheetReader(archive, book, part, name, budget).grid for name, part in book.sheets]
    return [grid for grid in grids if grid.lines]


@dataclass
class _Budget:
    rows: int = MOST_ROWS
    cells: int = MOST_CELLS

    def spend(self, cells: int) -> None:
        self.rows -= 1
        self.cells -= cells
        # Each sheet has two rows of headings.
        if self.rows < -2 * MOST_SHEETS:
            raise Refused(too_many_rows())
        if self.cells < 0:
            raise Refused(too_many_cells())


@dataclass
class _OpenCell:
    """The cell that is being read."""

    column: int = 0
    kind: str = "n"
    style: str | None = None
    has_formula: bool = False
    has_value: bool = False
    text: list[str] = field(default_factory=list)


class _SheetReader:
    def __init__(self, archive: Archive, book: Book, part: str, name: str, budget: _Budget):
        self._book, self._budget = book, budget
        self.grid = Grid(name, [], has_letters=True)
        self._row: dict[int, Cell] = {}
        self._number, self._hidden, self._merged = 0, 0, []
        self._cell: _OpenCell | None = None
        self._inside: list[str] = []
        archive.read(part, self._start, self._end, self._text)
        self._tell()

    def _start(self, tag: str, attributes: dict) -> None:
        self._inside.append(tag)
        if tag == "row":
            number = attributes.get("r", "")
            self._number = int(number) if number.isdigit() and len(number) < 9 else self._number + 1
            self._row = {}
            self._is_hidden = attributes.get("hidden") in ("1", "true")
        elif tag == "c":
            self._cell = _OpenCell(self._column(attributes), attributes.get("t", "n"), attributes.get("s"))
        elif tag == "f" and self._cell:
            self._cell.has_formula = True
        elif tag == "v" and self._cell:
            self._cell.has_value = True
        elif tag == "mergeCell":
            self._merged.append(attributes.get("ref", ""))

    def _column(self, attributes: dict) -> int:
        match = _PLACE.fullmatch(attributes.get("r", ""))
        if not match:
            return (max(self._row) if self._row else 0) + 1
        column = 0
        for letter in match[1]:
            column = column * 26 + ord(letter) - 64
        return column

    def _text(self, data: str) -> None:
        if self._cell is None or not self._inside:
            return
        tag = self._inside[-1]
        if tag == "v" or (tag == "t" and "rPh" not in self._inside):
            self._cell.text.append(data)

    def _end(self, tag: str) -> None:
        self._inside.pop()
        if tag == "c" and self._cell:
            value = self._value(self._cell)
            if value is not None:
                if self._cell.column > MOST_COLUMNS:
                    text = _("The sheet “%(sheet)s” has more than %(number)s columns.")
                    raise Refused(text % {"sheet": self.grid.name, "number": MOST_COLUMNS})
                self._row[self._cell.column] = value
            self._cell = None
        elif tag == "row" and self._row:
            self._budget.spend(max(self._row))
            self._hidden += self._is_hidden
            cells = [self._row.get(column) for column in range(1, max(self._row) + 1)]
            self.grid.lines.append(Line(self._number, cells))

    # Values

    def _value(self, cell: _OpenCell) -> Cell:
        text = "".join(cell.text)
        if cell.has_formula and not (cell.has_value and text):
            return Fault(_("This formula was never calculated, so it has no value. Enter the value itself."))
        if cell.kind == "s":
            place = int(text) if text.isdigit() and len(text) < 9 else -1
            return _words(self._book.texts[place]) if 0 <= place < len(self._book.texts) else _unknown(text)
        if cell.kind in ("str", "inlineStr"):
            return _words(unescaped(text))
        if cell.kind == "b":
            return text == "1" if text else None
        if cell.kind == "e":
            return Fault(_("The cell contains an error: %(text)s.") % {"text": text[:20]})
        if cell.kind == "d":
            return _day(text)
        return self._number_of(text, self._book.pattern(cell.style)) if text.strip() else None

    def _number_of(self, text: str, pattern: str) -> Cell:
        try:
            number = FIGURES.create_decimal(text.strip())
        except InvalidOperation:
            return _unknown(text)
        if not number.is_finite() or abs(number.adjusted()) > 60:
            return _unknown(text)
        signs = _LITERAL.sub("", pattern).partition(";")[0].lower()
        if "%" in signs:
            return Share(FIGURES.multiply(number, Decimal(100)))
        if is_date_format(pattern):
            return self._moment(number, signs)
        return number

    def _moment(self, number: Decimal, signs: str) -> Cell:
        epoch = EPOCHS[self._book.has_1904]
        # The calendar of 1900 has a 29 February that never was.
        days = int(number) + (1 if not self._book.has_1904 and number < 60 else 0)
        try:
            day = epoch + timedelta(days=days)
        except OverflowError:
            return _unknown(str(number))
        if not 1900 <= day.year <= 2999 or (number < 1 and "y" not in signs):
            return Fault(_("The cell contains a time of day, not a date."))
        return day if "d" in signs or "y" not in signs else Month(day.year, day.month)

    # What a person should know

    def _tell(self) -> None:
        if self._hidden:
            text = ngettext(
                "Sheet “%(sheet)s”: %(number)s hidden row is read as well.",
                "Sheet “%(sheet)s”: %(number)s hidden rows are read as well.",
                self._hidden,
            )
            self.grid.notices.append(text % {"sheet": self.grid.name, "number": self._hidden})
        merged = {row for ref in self._merged for row in _rows_of(ref, self.grid.lines)}
        reason = Fault(_("This row has merged cells. Unmerge them so that each cell has its own value."))
        for place, line in enumerate(self.grid.lines):
            if line.number in merged:
                self.grid.lines[place] = Line(line.number, [reason, *line.cells[1:]])


def _rows_of(ref: str, lines: list[Line]) -> Iterator[int]:
    ends = _PLACE.findall(ref)
    if len(ends) == 2:
        first, last = int(ends[0][1]), int(ends[1][1])
        yield from (line.number for line in lines if first <= line.number <= last)


def _words(text: str) -> str | None:
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return restore(text) if text.strip() else None


def _day(text: str) -> Cell:
    try:
        return datetime.fromisoformat(text.strip()).date()
    except ValueError:
        return _unknown(text)


def _unknown(text: str) -> Fault:
    return Fault(_("This value cannot be read: %(text)s.") % {"text": text[:40]})
