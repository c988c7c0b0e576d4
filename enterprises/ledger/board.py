"""The awards of a ledger in their order, with a set of bits for each value of a facet; kept while nothing changes."""

from __future__ import annotations

from collections import Counter, OrderedDict, defaultdict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from datetime import date
from threading import Lock
from uuid import UUID

from ..directory.shelf import Shelf, as_bits
from .rows import Live, Row, stood

#: Schemes whose boards are kept, in both languages, and days of each board.
MOST_KEPT, DAYS_KEPT = 60, 12
_kept: OrderedDict[Hashable, Board] = OrderedDict()
_shelf: Shelf | None = None
_lock = Lock()


@dataclass(frozen=True, slots=True)
class PlainLevel:
    """A level as the ledger sorts and names it; ``scheme`` is the slug of its scheme."""

    key: str
    rank: int
    scheme: str
    scheme_place: int


@dataclass(frozen=True)
class Plan:
    """What a board is made of beside the awards: the words of levels, parks and batches by their keys."""

    language: str
    levels: tuple[tuple[UUID, PlainLevel], ...]
    parks: tuple[tuple[int, str], ...]
    batches: tuple[tuple[UUID, str], ...]


@dataclass(frozen=True)
class Day:
    """How the rows of a board stood on a day: bits by standing."""

    standings: dict[str, int]
    #: How many stood how at the end of each year before, of all rows: what the chart asks for each time.
    years: dict[date, Counter] = field(default_factory=dict)


@dataclass
class Board:
    """``rows`` stand in the order of the list; bit *n* of a set tells of row *n*."""

    rows: list[Row]
    bits: dict[tuple[str, str], int]
    _days: OrderedDict[tuple[date, date], Day] = field(default_factory=OrderedDict)

    def day(self, on: date, today: date) -> Day:
        if (on, today) not in self._days:
            places: dict[str, list[int]] = defaultdict(list)
            for place, row in enumerate(self.rows):
                if standing := stood(row, on, today):
                    places[standing].append(place)
            day = Day({standing: as_bits(some, len(self.rows)) for standing, some in places.items()})
            with _lock:
                self._days[on, today] = day
                while len(self._days) > DAYS_KEPT:
                    self._days.popitem(last=False)
            return day
        return self._days[on, today]


def board_of(live: Live, plan: Plan) -> Board:
    """The board, made once for all who ask the same while nothing changes."""
    global _shelf
    key = live.bits, plan
    with _lock:
        if _shelf is not live.shelf:
            _kept.clear()
            _shelf = live.shelf
        if key not in _kept:
            _kept[key] = _made(live, plan)
            while len(_kept) > MOST_KEPT:
                _kept.popitem(last=False)
        _kept.move_to_end(key)
        return _kept[key]


def _made(live: Live, plan: Plan) -> Board:
    levels, parks, batches = dict(plan.levels), dict(plan.parks), dict(plan.batches)
    rows = [row for row in live.rows.values() if row.held.level in levels]
    rows.sort(key=_order(live.shelf, levels, plan.language))
    places: dict[tuple[str, str], list[int]] = defaultdict(list)
    for place, row in enumerate(rows):
        level = levels[row.held.level]
        values = [("scheme", level.scheme), ("level", level.key)]
        values += [("batch", batches[row.batch])] if row.batch in batches else []
        values += [("park", parks[park]) for park in row.parks if park in parks]
        for value in values:
            places[value].append(place)
    return Board(rows, {value: as_bits(some, len(rows)) for value, some in places.items()})


def _order(shelf: Shelf, levels: dict[UUID, PlainLevel], language: str) -> Callable[[Row], tuple]:
    """Schemes in their order, the highest level first, then the latest award, then by name."""

    def place(row: Row) -> tuple:
        level, latest = levels[row.held.level], -(row.held.begins or date.min).toordinal()
        name = shelf.entries[shelf.places[row.enterprise]].sort_keys[language]
        return level.scheme_place, -level.rank, latest, name, row.key.int

    return place
