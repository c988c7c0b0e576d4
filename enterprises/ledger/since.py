"""What became of candidates: the designations of the same holder that are on record from then on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from uuid import UUID

from ..directory.shelf import CANDIDATE
from .rows import Row, live_rows


def later_awards(keys: Iterable[UUID]) -> dict[UUID, list[UUID]]:
    """For each of these awards, the keys of those that its holder has been given since, the earliest first."""
    wanted = set(keys)
    if not wanted:
        return {}
    _shelf, rows = live_rows()
    chosen = {row.key: row for row in rows if row.key in wanted}
    holders = {row.enterprise for row in chosen.values()}
    others: dict[int, list[Row]] = defaultdict(list)
    for row in rows:
        if row.enterprise in holders and row.held.status != CANDIDATE and row.held.begins:
            others[row.enterprise].append(row)
    return {key: _after(row, others[row.enterprise]) for key, row in chosen.items()}


def _after(row: Row, others: list[Row]) -> list[UUID]:
    begun = row.held.begins
    later = [one for one in others if begun is None or one.held.begins >= begun]
    return [one.key for one in sorted(later, key=lambda one: one.held.begins)]
