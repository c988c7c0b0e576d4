"""All entries with a set of bits for every value. A shelf never changes; a change makes the next one."""

from __future__ import annotations

from collections import OrderedDict, defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, datetime

from .entries import Entry, Held

#: Days whose standings are kept: today and what people look up.
DAYS_KEPT = 16
VALID, CANDIDATE, LAPSED = "valid", "candidate", "lapsed"
HELD = ("awarded", "reviewed")
LATEST = date.max


def standing_on(award: Held, on: date, today: date) -> str:
    """How an award stood on a day: ``valid``, ``candidate``, ``lapsed``, or nothing when it was not there or nobody
    knows.

    What began on an unknown day is known of today and later only. What has lapsed was valid until its last day, where
    that is known. A candidate is never a holder.
    """
    if award.begins and award.begins > on:
        return ""
    if award.begins is None and on < today:
        return ""
    if award.status == CANDIDATE:
        return CANDIDATE
    if award.status in HELD:
        return LAPSED if award.ends and award.ends < on else VALID
    if award.status == LAPSED:
        if award.ends is None:
            return LAPSED if on >= today else ""
        return LAPSED if award.ends < on else VALID
    return ""


class Shelf:
    """``bits[facet, value]`` is a whole number: bit *n* tells whether the entry at place *n* has the value.

    ``entries`` has None at the places of entries that are gone. What the methods work out is kept.
    """

    def __init__(self, entries: list[Entry | None], bits: dict[tuple[str, object], int] | None = None):
        self.entries = entries
        self.places = {entry.pk: place for place, entry in enumerate(entries) if entry}
        self.bits = _all_bits(entries) if bits is None else bits
        self._live: dict[str, tuple[int, datetime | None]] = {}
        self._orders: dict[tuple[str, str], list[int]] = {}
        self._standings: OrderedDict[tuple[date, date], dict[tuple, int]] = OrderedDict()

    def changed(self, keys: Iterable[int], now: list[Entry]) -> Shelf:
        """The next shelf, in which the entries with these keys are as given, or gone."""
        entries, bits = list(self.entries), dict(self.bits)
        fresh = {entry.pk: entry for entry in now}
        for key in keys:
            place, entry = self.places.get(key), fresh.get(key)
            if place is None and entry is None:
                continue
            if place is None:
                place = len(entries)
                entries.append(None)
            before = entries[place].values if entries[place] else frozenset()
            after = entry.values if entry else frozenset()
            for value in before - after:
                bits[value] &= ~(1 << place)
            for value in after - before:
                bits[value] = bits.get(value, 0) | 1 << place
            entries[place] = entry
        return Shelf(entries, bits)

    def live(self, language: str, now: datetime) -> int:
        """Who is live in a language at this moment."""
        kept = self._live.get(language)
        if kept is None or (kept[1] and kept[1] <= now):
            kept = self._live[language] = self._live_at(language, now)
        return kept[0]

    def _live_at(self, language: str, now: datetime) -> tuple[int, datetime | None]:
        """The bits of who is live, and the next moment at which that changes without any edit; None for never."""
        places, moments = [], []
        for place, entry in self._there():
            begin, end = entry.windows[language]
            moments += [moment for moment in (begin, end) if moment and moment > now]
            if begin and begin <= now and (end is None or end > now):
                places.append(place)
        return as_bits(places, len(self.entries)), min(moments, default=None)

    def named_like(self, text: str) -> int:
        """Whose names hold this folded text."""
        found = [place for place, entry in self._there() if text in entry.names]
        return as_bits(found, len(self.entries))

    def updated_since(self, day: date) -> int:
        found = [place for place, entry in self._there() if entry.updated_on >= day]
        return as_bits(found, len(self.entries))

    def standings(self, on: date, today: date) -> dict[tuple, int]:
        """Who has an award of a level in a standing on a day: bits by (key of the level, standing)."""
        key = on, today
        if key not in self._standings:
            found: dict[tuple, list[int]] = defaultdict(list)
            for place, entry in self._there():
                for award in entry.awards:
                    if standing := standing_on(award, on, today):
                        found[award.level, standing].append(place)
            self._standings[key] = {key: as_bits(places, len(self.entries)) for key, places in found.items()}
            while len(self._standings) > DAYS_KEPT:
                self._standings.popitem(last=False)
        return self._standings[key]

    def order(self, sort: str, language: str) -> list[int]:
        """All places by ``name``, ``verified`` or ``updated`` (latest first) or ``founded``; unknown last."""
        key = sort, language
        if key not in self._orders:
            names = sorted(
                (place for place, _entry in self._there()),
                key=lambda place: (self.entries[place].sort_keys[language], self.entries[place].pk),
            )
            days = {
                "verified": lambda place: -(self.entries[place].verified_on or date.min).toordinal(),
                "updated": lambda place: -self.entries[place].updated_on.toordinal(),
                "founded": lambda place: (self.entries[place].founded_on or LATEST).toordinal(),
            }
            self._orders[key] = sorted(names, key=days[sort]) if sort in days else names
        return self._orders[key]

    def _there(self) -> Iterator[tuple[int, Entry]]:
        """(place, entry) pairs of the entries that are not gone."""
        return ((place, entry) for place, entry in enumerate(self.entries) if entry)


def as_bits(places: Iterable[int], size: int) -> int:
    """The whole number whose bits at these places are set; every place is below ``size``."""
    array = bytearray(size // 8 + 1)
    for place in places:
        array[place >> 3] |= 1 << (place & 7)
    return int.from_bytes(array, "little")


def within(bits: int, places: Iterable[int]) -> list[int]:
    """Those of the places, in their order, whose bit is set."""
    digits = bin(bits)[:1:-1]
    size = len(digits)
    return [place for place in places if place < size and digits[place] == "1"]


def _all_bits(entries: list[Entry | None]) -> dict[tuple[str, object], int]:
    places: dict[tuple[str, object], list[int]] = defaultdict(list)
    for place, entry in enumerate(entries):
        for value in entry.values if entry else ():
            places[value].append(place)
    return {value: as_bits(found, len(entries)) for value, found in places.items()}
