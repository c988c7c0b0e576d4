"""What the directory answers to a question: who, in what order, with the counts of every facet."""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce
from operator import and_, or_
from uuid import UUID

from django.utils import timezone

from bilingual.languages import active_language

from ..facets import Facet, Option
from ..filters import EnterpriseFilters
from ..models import Enterprise
from ..vocabulary import REACHES
from .entries import folded
from .shelf import CANDIDATE, VALID, within

#: Where a question asks for designations and no standing: a lapsed one is found only by who asks for lapsed ones.
USUAL_STANDINGS = (VALID, CANDIDATE)


class Answer:
    """Who is found by a question in the active language at this moment.

    ``total`` counts them, ``keys`` are their primary keys in the order that is asked for. ``count`` fills in the
    numbers beside the options of the facets.
    """

    def __init__(self, filters: EnterpriseFilters):
        self.filters, self.shelf, self.language = filters, filters.shelf, active_language()
        self.live = self.shelf.live(self.language, timezone.now())
        self.standings = self.shelf.standings(filters.on or filters.today, filters.today)
        self._parts = self._narrowings()
        self.bits = self._without()
        self.total = self.bits.bit_count()

    def _narrowings(self) -> dict[str, int]:
        """What each part of the question leaves, by its name; parts that ask for nothing are not in it."""
        filters = self.filters
        parts = {
            facet.name: facet.narrow(self.shelf) for facet in filters.facets if facet not in filters.awarding
        }
        if filters.text:
            parts["q"] = self.shelf.named_like(folded(filters.text))
        if filters.since:
            parts["since"] = self.shelf.updated_since(filters.since)
        if filters.on or any(facet.chosen for facet in filters.awarding):
            parts["award"] = self._awarded(self._levels(), self._standing())
        return {name: bits for name, bits in parts.items() if bits is not None}

    def _without(self, *names: str) -> int:
        """The bits of who passes all parts of the question but these."""
        return reduce(and_, (bits for name, bits in self._parts.items() if name not in names), self.live)

    # Designations: scheme, level, standing and day speak of one award

    def _levels(self, *, of_schemes: bool = False) -> set | None:
        """The levels that are asked for, or those of the chosen schemes; None for any."""
        facet = self.filters.level if self.filters.level.chosen and not of_schemes else self.filters.scheme
        chosen = [option for option in facet.options if option.is_chosen]
        return {key for option in chosen for key in option.keys} if chosen else None

    def _standing(self) -> Iterable[str]:
        return self.filters.standing.chosen or USUAL_STANDINGS

    def _awarded(self, levels: Iterable | None, standings: Iterable[str]) -> int:
        public = self._public_levels if levels is None else levels
        return reduce(or_, (self.standings.get((level, one), 0) for level in public for one in standings), 0)

    @property
    def _public_levels(self) -> set:
        return {key for option in self.filters.scheme.options for key in option.keys}

    # Counts

    def count(self) -> None:
        """Count every option of every facet among those whom the other facets leave."""
        filters = self.filters
        for facet in filters.facets:
            if facet in filters.awarding:
                self._count_awards(facet)
            else:
                facet.count(
                    lambda one, facet=facet: facet.bits_of(one, self.shelf),
                    self._without(facet.name),
                    self.live,
                )
        filters.origin.options.sort(key=lambda option: -option.count)

    def _count_awards(self, facet: Facet) -> None:
        filters = self.filters

        def bits_of(option: Option) -> int:
            if facet is filters.standing:
                return self._awarded(self._levels(), [option.value])
            return self._awarded(option.keys, self._standing())

        facet.count(bits_of, self._without("award"), self.live)

    def ways_out(self) -> list[dict]:
        """For a question that nobody answers: each filter whose removal alone finds somebody, most found first."""
        ways = []
        for pair in self.filters.pairs:
            found = self._total_without(pair)
            if found:
                url = self.filters.address(without=[pair]) or "?"
                ways.append({"label": self.filters.label(pair), "url": url, "count": found})
        return sorted(ways, key=lambda way: -way["count"])

    def _total_without(self, pair: tuple[str, str]) -> int:
        """How many would be found if this (parameter, value) pair were not asked for."""
        name, value = pair
        facet = next((facet for facet in self.filters.facets if facet.name == name), None)
        if facet is None and name != "on":
            return self._without(name).bit_count()
        if name == "on":
            return self._total_today()
        option = next(option for option in facet.options if option.value == value)
        option.is_chosen = False
        parts = self._parts
        try:
            self._parts = self._narrowings()
            return self._without().bit_count()
        finally:
            option.is_chosen, self._parts = True, parts

    def _total_today(self) -> int:
        """How many would be found if designations were asked about today instead of on the chosen day."""
        filters, standings = self.filters, self.standings
        self.standings = self.shelf.standings(filters.today, filters.today)
        try:
            if not any(facet.chosen for facet in filters.awarding):
                return self._without("award").bit_count()
            return (self._without("award") & self._awarded(self._levels(), self._standing())).bit_count()
        finally:
            self.standings = standings

    # Who

    @property
    def keys(self) -> list[int]:
        """The keys of all who are found, in the order that is asked for."""
        sort = self.filters.sort
        names = "name" if sort == "designation" else sort
        places = within(self.bits, self.shelf.order(names, self.language))
        if sort == "designation":
            places = self._by_designation(places)
        if self.filters.is_reversed:
            places = places[::-1]
        return [self.shelf.entries[place].pk for place in places]

    def _by_designation(self, places: list[int]) -> list[int]:
        """Highest first: by how far the word of the body reaches, then by level; without any, last."""
        asked, words = self._levels() or self._public_levels, self.filters.words.words
        reaches = {word.key: REACHES.index(word.more) for word in words["scheme"]}
        ranks: dict[tuple[int, int], int] = {}
        for word in words["level"]:
            level = UUID(word.key)
            if level in asked and word.under in reaches:
                rank = reaches[word.under], -word.place
                ranks[rank] = ranks.get(rank, 0) | self.standings.get((level, VALID), 0)
        left, ordered = places, []
        for rank in sorted(ranks):
            first = set(within(ranks[rank], left))
            ordered += [place for place in left if place in first]
            left = [place for place in left if place not in first]
        return ordered + left

    @property
    def keys_by_name(self) -> list[int]:
        """The keys of all who are found, by name, however the page is sorted."""
        return [
            self.shelf.entries[place].pk
            for place in within(self.bits, self.shelf.order("name", self.language))
        ]

    def window(self, start: int, stop: int) -> list[Enterprise]:
        """A stretch of who is found, with all that a row shows, read from the database once more."""
        return self._rows(self.keys[start:stop])

    def latest(self, number: int) -> list[Enterprise]:
        """Those of who is found that were updated last."""
        places = within(self.bits, self.shelf.order("updated", self.language))[:number]
        return self._rows([self.shelf.entries[place].pk for place in places])

    def _rows(self, keys: list[int]) -> list[Enterprise]:
        rows = {one.pk: one for one in Enterprise.objects.live().filter(pk__in=keys).for_cards()}
        return [rows[key] for key in keys if key in rows]
