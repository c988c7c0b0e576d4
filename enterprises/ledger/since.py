"""What became of candidates: the designations of the same holder that are on record from then on."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from ..directory.shelf import CANDIDATE
from .rows import Row, live_rows


def later_awards(keys: Iterable[UUID]) -> dict[UUID, list[UUID]]:
    """For each of these awards, the keys of those that its holder has been given since, the earliest first."""
    wanted = set(keys)
    if not wanted:
        return {}
    live = live_rows()
    chosen = [live.rows[key] for key in wanted if key in live.rows]
    return {row.key: _after(row, live.of_holder[row.enterprise]) for row in chosen}


def _after(row: Row, all_awards: list[Row]) -> list[UUID]:
    begun = row.held.begins
    others = [one for one in all_awards if one.held.status != CANDIDATE and one.held.begins]
    later = [one for one in others if begun is None or one.held.begins >= begun]
    return [one.key for one in sorted(later, key=lambda one: one.held.begins)]
