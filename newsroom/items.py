"""One thing to do, and a group of them, as the newsroom's home shows them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from .names import Named

#: So many lines of a group are shown.
SHOWN = 6


@dataclass(frozen=True)
class Item:
    """One thing to do, and where. ``due`` is a day, ``at`` a moment that tells how old or how near it is."""

    title: str
    url: str
    kind: str = ""
    note: str = ""
    due: date | None = None
    at: datetime | None = None
    is_late: bool = False
    record: Named | None = None


@dataclass
class Group:
    name: str
    title: str
    url: str = ""
    items: list[Item] = field(default_factory=list)

    @property
    def shown(self) -> list[Item]:
        return self.items[:SHOWN]

    @property
    def has_more(self) -> bool:
        return len(self.items) > SHOWN
