"""All awards as plain rows in memory, read anew after a change of the directory, and how each stood on a day."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from threading import Lock
from uuid import UUID

from django.utils import timezone

from bilingual.languages import active_language

from ..directory.entries import Held
from ..directory.following import current
from ..directory.shelf import CANDIDATE, LAPSED, VALID, Shelf, standing_on, within
from ..models import Award, Facility

WITHDRAWN, UNKNOWN = "withdrawn", "unknown"
MOST_KEPT = 4
#: In the order in which the ledger shows them.
STANDINGS = (VALID, CANDIDATE, LAPSED, WITHDRAWN, UNKNOWN)


@dataclass(frozen=True, slots=True)
class Row:
    """An award: whose, of what, since when. ``parks`` are keys of those where its factory, or its holder, stands."""

    key: UUID
    enterprise: int
    batch: UUID | None
    held: Held
    parks: frozenset[int]


@dataclass(frozen=True)
class Live:
    """The awards of enterprises that are live in a language, by key and by holder. ``bits`` says who that is."""

    shelf: Shelf
    bits: int
    rows: dict[UUID, Row]
    of_holder: dict[int, list[Row]]


_read_rows: tuple[Shelf, list[Row]] | None = None
#: By who is live: in one language or the other, before and after the moment of an edition.
_live: dict[int, Live] = {}
_lock = Lock()


def live_rows() -> Live:
    """What is live in the active language. One small query while nothing changed; two more where something did."""
    global _read_rows
    shelf = current()
    bits = shelf.live(active_language(), timezone.now())
    with _lock:
        if _read_rows is None or _read_rows[0] is not shelf:
            _read_rows = shelf, _read()
            _live.clear()
        if bits not in _live:
            while len(_live) >= MOST_KEPT:
                del _live[next(iter(_live))]
            _live[bits] = _live_of(shelf, bits, _read_rows[1])
        return _live[bits]


def _live_of(shelf: Shelf, bits: int, rows: list[Row]) -> Live:
    holders = {shelf.entries[place].pk for place in within(bits, shelf.places.values())}
    found, of_holder = {}, defaultdict(list)
    for row in rows:
        if row.enterprise in holders:
            found[row.key] = row
            of_holder[row.enterprise].append(row)
    return Live(shelf, bits, found, dict(of_holder))


def _read() -> list[Row]:
    homes: dict[int, set[int]] = defaultdict(set)
    standing = Facility.objects.rewrite(False).exclude(park=None).order_by()
    for enterprise, park in standing.values_list("enterprise_id", "park_id"):
        homes[enterprise].add(park)
    columns = (
        "pk",
        "enterprise_id",
        "batch_id",
        "level_id",
        "status",
        "awarded",
        "valid_until",
        "facility_id",
        "facility__park_id",
    )
    rows = []
    for key, enterprise, batch, level, status, awarded, until, facility, park in (
        Award.objects.rewrite(False).order_by().values_list(*columns).iterator()
    ):
        # An award of one factory stands where that factory does, and nowhere else.
        parks = ({park} - {None}) if facility else homes[enterprise]
        held = Held(level, status, awarded.start if awarded else None, until)
        rows.append(Row(key, enterprise, batch, held, frozenset(parks)))
    return rows


def stood(row: Row, on: date, today: date) -> str:
    """One of STANDINGS, or nothing when the award was not there yet, or nobody knows when it began."""
    known = standing_on(row.held, on, today)
    if known:
        return known
    begun = row.held.begins <= on if row.held.begins else on >= today
    if not begun:
        return ""
    return WITHDRAWN if row.held.status == WITHDRAWN and on >= today else UNKNOWN
