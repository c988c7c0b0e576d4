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


_kept: tuple[Shelf, list[Row]] | None = None
_lock = Lock()


def live_rows() -> tuple[Shelf, list[Row]]:
    """The awards of enterprises that are live in the active language, and the directory that they belong to.

    One small query while nothing changed; two more where something did.
    """
    global _kept
    shelf = current()
    with _lock:
        if _kept is None or _kept[0] is not shelf:
            _kept = shelf, _read()
        rows = _kept[1]
    live = shelf.live(active_language(), timezone.now())
    holders = {shelf.entries[place].pk for place in within(live, shelf.places.values())}
    return shelf, [row for row in rows if row.enterprise in holders]


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
