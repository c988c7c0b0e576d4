"""Workbooks, written row by row into a file: a sheet for each table, and one that explains the columns."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import BinaryIO

from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font, NamedStyle, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from ..columns import BETWEEN, Column
from ..importing.headers import LISTS, NOTES
from ..references import key_paths
from ..sheets import Sheet, Table
from .grid import Cell, plain
from .limits import MOST_ROWS
from .text_cells import text_cell

#: More figures than these are changed by programs that keep numbers as floats.
FIGURES = 15
DAY, TEXT = "yyyy-mm-dd", "@"
KEYS_FILL = PatternFill("solid", fgColor="EFEDE6")
HEAD_FILL = PatternFill("solid", fgColor="DCE9E7")


class Book:
    """A workbook in the making. ``save`` writes it; nothing is held but the row at hand."""

    def __init__(self, sheet: Sheet, tables: list[Table]):
        self._book = Workbook(write_only=True)
        self._styles = {name: self._style(name) for name in (TEXT, DAY)}
        self._choices: dict[tuple[str, ...], str] = {}
        self._sheets = {table: self._begin(table) for table in tables}
        self._describe(sheet, tables)
        self._list()

    def _style(self, pattern: str) -> NamedStyle:
        name = {TEXT: "portal-text", DAY: "portal-day"}[pattern]
        style = NamedStyle(name, number_format=pattern, alignment=Alignment(vertical="top", wrap_text=False))
        self._book.add_named_style(style)
        return style

    def add(self, table: Table, cells: list[Cell]) -> None:
        page = self._sheets[table]
        page.append([self._cell(page, cell) for cell in cells])

    def save(self, target: BinaryIO) -> None:
        self._book.save(target)

    def _cell(self, page, value: Cell):
        if value is None:
            return None
        if isinstance(value, date):
            cell = WriteOnlyCell(page, value)
            cell.style = self._styles[DAY].name
            return cell
        if isinstance(value, int | Decimal) and not isinstance(value, bool):
            if len(Decimal(value).as_tuple().digits) <= FIGURES:
                return WriteOnlyCell(page, Decimal(plain(value)))
            return self._words(page, plain(value))
        return self._words(page, plain(value))

    def _words(self, page, text: str, font: Font | None = None):
        return text_cell(page, text, font=font, style=self._styles[TEXT].name)

    # The pages

    def _begin(self, table: Table):
        page = self._book.create_sheet(table.name)
        page.freeze_panes = "B3"
        for number, column in enumerate(table.columns, start=1):
            page.column_dimensions[get_column_letter(number)].width = _width(column)
            self._offer(page, number, column)
        keys = [self._words(page, column.key, Font(size=9, color="5B6770")) for column in table.columns]
        heads = [self._words(page, column.heading, Font(bold=True)) for column in table.columns]
        for cells, fill in ((keys, KEYS_FILL), (heads, HEAD_FILL)):
            for cell in cells:
                cell.fill = fill
            page.append(cells)
        return page

    def _offer(self, page, number: int, column: Column) -> None:
        """A list to choose from; other spellings of the same word may be typed all the same."""
        words = tuple(column.choices)
        if not words:
            return
        letter = self._choices.setdefault(words, get_column_letter(len(self._choices) + 1))
        validation = DataValidation(
            "list", formula1=f"{LISTS}!${letter}$1:${letter}${len(words)}", showErrorMessage=False
        )
        here = get_column_letter(number)
        validation.add(f"{here}3:{here}{MOST_ROWS + 2}")
        page.data_validations.append(validation)

    def _describe(self, sheet: Sheet, tables: list[Table]) -> None:
        page = self._book.create_sheet(NOTES)
        for letter, width in zip("ABCDE", (20, 26, 32, 60, 70), strict=True):
            page.column_dimensions[letter].width = width
        page.freeze_panes = "A2"
        heads = (
            pgettext("spreadsheet", "Table"),
            pgettext("spreadsheet", "Column"),
            pgettext("spreadsheet", "Heading"),
            _("What to enter"),
            _("Allowed"),
        )
        page.append([self._words(page, text, Font(bold=True)) for text in heads])
        for table in tables:
            for column in table.columns:
                told = (table.name, column.key, column.heading, explained(column), allowed(column))
                page.append([self._words(page, text) if text else None for text in told])
        for text in general_notes(sheet):
            page.append([None, None, None, self._words(page, text)])

    def _list(self) -> None:
        page = self._book.create_sheet(LISTS)
        page.sheet_state = "hidden"
        for row in range(max((len(words) for words in self._choices), default=0)):
            page.append(
                [self._words(page, words[row]) if row < len(words) else None for words in self._choices]
            )


def write(
    sheet: Sheet, tables: list[Table], rows: Iterable[tuple[Table, list[Cell]]], target: BinaryIO
) -> None:
    """A workbook of these rows; without any it is the template."""
    book = Book(sheet, tables)
    for table, cells in rows:
        book.add(table, cells)
    book.save(target)


def _width(column: Column) -> int:
    if column.field is None:
        return 20
    if column.language or column.is_many:
        return 34
    return 18


def explained(column: Column) -> str:
    """What a person should know of a column, in the active language."""
    return str(column.help or "")


def allowed(column: Column) -> str:
    """What may stand in a column, in the active language."""
    if column.choices:
        return BETWEEN.join(column.choices)
    if column.field is None:
        return ""
    if column.is_sibling:
        return _("The name or key of a row in the table “%(table)s” of the same record.") % {
            "table": column.field.related_model._meta.verbose_name_plural
        }
    if column.is_reference or column.is_many:
        paths = "/".join(path.replace("__", ".") for path in key_paths(column.field.related_model))
        values = {"kind": column.field.related_model._meta.verbose_name, "paths": paths}
        if column.is_many:
            return _("Any number of %(kind)s (%(paths)s), separated by semicolons.") % values
        return _("One %(kind)s (%(paths)s).") % values
    if column.is_number:
        return _("A number: 1234.5, 1,234.5, 463亿 or 6.95 billion. Nothing is rounded.")
    if column.is_day:
        return _("A date, for example 2026-05-04.")
    length = getattr(column.field, "max_length", None)
    if length and not column.is_period:
        return _("Text of at most %(number)s characters.") % {"number": length}
    return "" if column.is_period else _("Text. Rich text is HTML in the portal’s own format.")


def general_notes(sheet: Sheet) -> list[str]:
    return [
        _("If a column is missing, its content stays unchanged. An empty cell clears the field."),
        _(
            "If a row is missing, its record stays unchanged. Nothing is deleted except where the "
            "“remove” column says yes."
        ),
        _(
            "Changes to public content go into a draft. A new record stays unpublished until someone "
            "publishes it."
        ),
        _("Keep the first row with its keys; the second row, with the headings, is for human readers."),
    ]
