"""Which table of a description a table of a file is, and which of its columns are which."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from ..columns import Column, folded
from ..formats.grid import Cell, Grid, Line, Refused, letters, plain
from ..sheets import Sheet, Table

#: Sheets that are there for people, in every file that is sent out.
NOTES, LISTS = "notes", "lists"


@dataclass
class Found:
    """A table that was recognised: ``columns`` by their place, counted from 0."""

    table: Table
    grid: Grid
    columns: dict[int, Column]
    lines: list[Line]
    notices: list[str]

    def place(self, line: int, column: Column | None) -> str:
        """Where a cell stands in the file, as people find it again."""
        if not self.grid.has_letters:
            return str(line)
        place = next((number for number, one in self.columns.items() if one is column), None)
        return f"{letters(place + 1)}{line}" if place is not None else str(line)

    def cells(self, line: Line) -> dict[Column, Cell]:
        """The cells of a row by their columns; a short row ends in empty ones."""
        return {
            column: line.cells[place] if place < len(line.cells) else None
            for place, column in self.columns.items()
        }


def known_cells(sheet: Sheet, cells: list[str]) -> int:
    """How many cells of a header are columns of one of the tables."""
    return max(len(_matched(table, cells)) for table in sheet.tables)


def recognise(sheet: Sheet, grids: list[Grid], wanted: Table | None = None) -> list[Found]:
    """The tables of a file in the order of the description. ``wanted`` is what a single table is said to be.

    Raises Refused when none is recognised, a heading stands twice or the column is missing that names the records.
    """
    found, left = [], []
    for grid in grids:
        if grid.name in (NOTES, LISTS):
            continue
        table = wanted if wanted and len(grids) == 1 else _table_of(sheet, grid)
        if table is None:
            left.append(grid)
        elif any(table is one.table for one in found):
            raise Refused(_("The table “%(table)s” appears twice in the file.") % {"table": table.title})
        else:
            found.append(_found(sheet, table, grid))
    if not found:
        raise Refused(
            _(
                "No table was recognised. The first row must hold the headings of an export or of the template."
            )
        )
    for grid in left:
        text = _("The sheet “%(sheet)s” was not recognised and was not read.") % {"sheet": grid.name}
        found[0].notices.append(text)
    return sorted(found, key=lambda one: sheet.tables.index(one.table))


def _table_of(sheet: Sheet, grid: Grid) -> Table | None:
    if table := sheet.table(grid.name):
        return table
    header = [plain(cell) for cell in grid.lines[0].cells]
    scores = {table: len(_matched(table, header)) for table in sheet.tables if _leads(sheet, table, header)}
    best = max(scores.values(), default=0)
    tables = [table for table, score in scores.items() if score == best]
    if best < 2 or not tables:
        return None
    if len(tables) > 1:
        raise Refused(
            _("This could be one of these tables: %(tables)s. Choose the right one below.")
            % {"tables": " / ".join(str(table.title) for table in tables)}
        )
    return tables[0]


def _leads(sheet: Sheet, table: Table, header: list[str]) -> bool:
    return bool(_leading(sheet, table) & {column.key for column in _matched(table, header).values()})


def _leading(sheet: Sheet, table: Table) -> set[str]:
    """Keys of the columns of which one must be there, to say which record a row is about."""
    return {table.parent} if table.parent else set(sheet.keys)


def _matched(table: Table, header: list[str]) -> dict[int, Column]:
    by_heading = _headings(table)
    places = {place: by_heading.get(folded(text)) for place, text in enumerate(header) if text.strip()}
    return {place: column for place, column in places.items() if column is not None}


def _headings(table: Table) -> dict[str, Column]:
    """Columns by what they are called; a heading that two share names neither, a key always one."""
    shared: dict[str, set[str]] = {}
    for column in table.columns:
        for heading in column.headings:
            shared.setdefault(heading, set()).add(column.key)
    found = {heading: table.by_key[next(iter(keys))] for heading, keys in shared.items() if len(keys) == 1}
    return found | {folded(key): column for key, column in table.by_key.items()}


def _found(sheet: Sheet, table: Table, grid: Grid) -> Found:
    header = [plain(cell) for cell in grid.lines[0].cells]
    columns = _matched(table, header)
    places: dict[str, int] = {}
    for place, column in columns.items():
        if column.key in places:
            raise Refused(_("The column “%(column)s” appears twice in the file.") % {"column": header[place]})
        places[column.key] = place
    if not _leading(sheet, table) & set(places):
        text = _(
            "The table “%(table)s” needs the column “%(column)s”, which says which record each row "
            "belongs to."
        )
        raise Refused(text % {"table": table.title, "column": table.parent or sheet.keys[0]})
    lines = grid.lines[1:]
    if lines and _repeats(table, columns, lines[0]):
        lines = lines[1:]
    found = Found(table, grid, columns, lines, list(grid.notices))
    for place, text in enumerate(header):
        if text.strip() and place not in columns:
            notice = _("The column “%(column)s” is not recognised and was not read.") % {"column": text[:60]}
            found.notices.append(notice)
    return found


def _repeats(table: Table, columns: dict[int, Column], line: Line) -> bool:
    """Whether a row says the headings once more, for people, below the keys."""
    said = [(place, folded(plain(cell))) for place, cell in enumerate(line.cells) if plain(cell).strip()]
    known = [text in columns[place].headings for place, text in said if place in columns]
    return bool(known) and all(known) and len(known) > 1
