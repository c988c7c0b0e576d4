"""What the rows of a file mean for one record."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.db import models
from django.utils.translation import pgettext_lazy

from publishing.fingerprints import fingerprint
from publishing.snapshots import Snapshot

from ..columns import Column
from ..formats.grid import Cell, Line
from .headers import Found
from .versions import Version

NEW, CHANGED, UNCHANGED, FAULTY = "new", "changed", "unchanged", "faulty"
STATE_WORDS = {
    NEW: pgettext_lazy("records of a file", "new"),
    CHANGED: pgettext_lazy("records of a file", "changed"),
    UNCHANGED: pgettext_lazy("records of a file", "unchanged"),
    FAULTY: pgettext_lazy("records of a file", "with errors"),
}


@dataclass(frozen=True)
class Change:
    """One field before and after, as cells show it."""

    column: Column
    old: str
    new: str


@dataclass
class Entry:
    """A row of the file. ``faults`` are (column or None, sentence)."""

    found: Found
    line: Line
    cells: dict[Column, Cell]
    faults: list[tuple[Column | None, str]] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    #: What happens to the row as a whole: added, removed, or empty.
    deed: str = ""

    def cell(self, key: str) -> Cell:
        """The cell of a column by its key; None where the file has no such column."""
        return next((cell for column, cell in self.cells.items() if column.key == key), None)

    def has(self, key: str) -> bool:
        return any(column.key == key for column in self.cells)

    def fail(self, text: str, column: Column | None = None) -> None:
        if (column, text) not in self.faults:
            self.faults.append((column, text))


@dataclass
class Group:
    """All rows about one record: written wholly or not at all. ``record`` is None for a new one."""

    name: str
    entries: list[Entry]
    pk: object = None
    #: What a new record is called.
    called: str = ""
    record: models.Model | None = None
    version: Version | None = None
    merged: Snapshot | None = None
    is_changed: bool = False
    notices: list[str] = field(default_factory=list)

    @property
    def state(self) -> str:
        if any(entry.faults for entry in self.entries):
            return FAULTY
        if not self.is_changed:
            return UNCHANGED
        return NEW if self.pk is None else CHANGED

    @property
    def mark(self) -> list:
        """What would be different if somebody had changed the record meanwhile."""
        if self.record is None:
            return []
        head = self.version.head if self.version else None
        return [head.pk if head else 0, self.record.changed_at.isoformat()]

    @property
    def digest(self) -> str:
        """The same for the same outcome: the state, what would be written, and on top of what."""
        lines = [[entry.line.number, len(entry.faults)] for entry in self.entries]
        written = self.merged if self.state in (NEW, CHANGED) else None
        return fingerprint({"state": self.state, "mark": self.mark, "lines": lines, "written": written})
