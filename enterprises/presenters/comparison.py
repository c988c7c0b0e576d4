"""Records side by side: rows that differ, rows that are the same for all, and what nobody has said of any of them."""

from __future__ import annotations

from dataclasses import dataclass, field

from bilingual.periods import Period
from evidence.models import Source

from ..models import Award

#: More columns than these cannot be read side by side.
MOST = 4


@dataclass
class Said:
    """One thing that is said in a cell. ``award`` is shown as a badge, the rest as words, dated and sourced."""

    text: str
    url: str = ""
    as_of: Period | None = None
    source: Source | None = None
    note: str = ""
    award: Award | None = None
    is_sample: bool = False

    @property
    def key(self) -> tuple[str, str, str]:
        """What makes two cells the same: words, date and note; who says it may differ."""
        return self.text, str(self.as_of or ""), self.note


@dataclass
class Row:
    """A label and one cell for each record; an empty cell is unknown."""

    label: str
    cells: list[list[Said]]

    @property
    def is_unknown(self) -> bool:
        return not any(self.cells)

    @property
    def is_same(self) -> bool:
        first, *others = [{said.key for said in cell} for cell in self.cells]
        return bool(first) and all(first == other for other in others)


@dataclass
class Comparison:
    """``records`` in the order of the columns. A single record has nothing to differ from: all is ``differing``."""

    records: list
    differing: list[Row] = field(default_factory=list)
    same: list[Row] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)


def compared(records: list, rows: list[Row]) -> Comparison:
    """Sort rows, kept in their order, by what they tell the records apart by."""
    comparison = Comparison(records)
    for row in rows:
        if row.is_unknown:
            comparison.unknown.append(row.label)
        elif len(records) > 1 and row.is_same:
            comparison.same.append(row)
        else:
            comparison.differing.append(row)
    return comparison


def row(label: str, records: list, said_of) -> Row:
    """A row of one thing: ``said_of`` gives a text, a Said, a list of them, or something empty."""
    return Row(label, [_cell(said_of(record)) for record in records])


def linked(record) -> Said:
    """Another record by its name, as a link to its page."""
    return Said(getattr(record, "short_name", "") or record.name, record.get_absolute_url())


def _cell(found) -> list[Said]:
    listed = found if isinstance(found, list) else [found]
    return [one if isinstance(one, Said) else Said(str(one)) for one in listed if one]


def figure_rows(records: list, figures_of) -> list[Row]:
    """A row for each thing that is counted: ``figures_of`` gives (key, label, Said) of one record, in its order."""
    labels: dict[str, str] = {}
    cells: list[dict[str, list[Said]]] = []
    for record in records:
        cell: dict[str, list[Said]] = {}
        for key, label, said in figures_of(record):
            labels.setdefault(key, label)
            cell.setdefault(key, []).append(said)
        cells.append(cell)
    return [Row(label, [cell.get(key, []) for cell in cells]) for key, label in labels.items()]
