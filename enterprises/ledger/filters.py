"""What an address asks of the ledger: a day, and which levels, batches, parks, schemes and standings."""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce
from operator import and_, or_
from urllib.parse import urlencode
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from bilingual.languages import active_language, joined_sentences
from bilingual.moments import day
from ui.faceted import Facet, Faceted, facet

from ..directory.shelf import CANDIDATE, LAPSED, VALID, within
from ..models import Scheme
from ..vocabulary import Vocabulary, Word
from .board import PlainLevel, Plan, board_of
from .days import read_day
from .rows import STANDINGS, UNKNOWN, WITHDRAWN, Row, live_rows, stood


def standing_words(is_today: bool = True) -> list[tuple[str, str]]:
    """(value, label) pairs in the order of STANDINGS."""
    held = _("Held now") if is_today else _("Held on that day")
    labels = {
        VALID: held,
        CANDIDATE: _("Candidates"),
        LAPSED: _("Lapsed"),
        WITHDRAWN: pgettext("designation", "Withdrawn"),
        UNKNOWN: _("Standing not known"),
    }
    return [(standing, labels[standing]) for standing in STANDINGS]


class LedgerFilters(Faceted):
    """The awards of one scheme, or of all, on a day. ``keys`` are those of the awards, in the order of the ledger."""

    def __init__(self, query, words: Vocabulary, scheme: Scheme | None = None):
        self.today = timezone.localdate()
        self.on, self.day_ignored = read_day(query.get("on", ""), self.today)
        self.scheme = scheme
        self.live = live_rows()
        self.board = board_of(self.live, plan_of(words, scheme))
        self.day = self.board.day(self.on, self.today)
        super().__init__(query, self._facets(words), ())

    def _count(self, _entries) -> list[UUID]:
        """As for any list, but by bits: a ledger has many more rows than a register."""
        for each in self.facets:
            others = self._left_by(other for other in self.facets if other is not each)
            for option in each.options:
                option.count = (self._bits(each, option.value) & others).bit_count()
        self.found = self._left_by(self.facets)
        # By standing first, so that pages of the list keep the order of its groups.
        return [row.key for standing in STANDINGS for row in self._rows(self.found & self._stood(standing))]

    def _left_by(self, facets: Iterable[Facet]) -> int:
        there = reduce(or_, self.day.standings.values(), 0)
        return reduce(and_, (self._having(each) for each in facets if each.chosen), there)

    def _having(self, each: Facet) -> int:
        return reduce(or_, (self._bits(each, value) for value in each.chosen))

    def _bits(self, each: Facet, value: str) -> int:
        return self._stood(value) if each.name == "standing" else self.board.bits.get((each.name, value), 0)

    def _stood(self, standing: str) -> int:
        return self.day.standings.get(standing, 0)

    def _rows(self, bits: int) -> list[Row]:
        return [self.board.rows[place] for place in within(bits, range(len(self.board.rows)))]

    @property
    def undated(self) -> int:
        """Awards of which nobody knows since when they stand: no past day shows them."""
        return sum(not row.held.begins for row in self.board.rows) if self.on < self.today else 0

    @property
    def totals(self) -> dict[str, int]:
        """How many of what is found stand how."""
        return {standing: (self.found & self._stood(standing)).bit_count() for standing in STANDINGS}

    def row(self, key: UUID) -> Row:
        return self.live.rows[key]

    def standing(self, key: UUID) -> str:
        """How an award stood on the day."""
        return stood(self.live.rows[key], self.on, self.today)

    def _facets(self, words: Vocabulary) -> list[Facet]:
        parks = [(word.slug, word.label) for word in words.words["park"]]
        standing = facet("standing", _("Standing"), standing_words(self.is_today))
        if self.scheme is None:
            schemes = [(word.slug, word.label) for word in words.words["scheme"]]
            return [facet("scheme", _("Scheme"), schemes), facet("park", _("Park"), parks), standing]
        levels = sorted(self.scheme.levels.all(), key=lambda level: -level.rank)
        batches = [(batch.key, batch.name) for batch in self.scheme.batches.all() if batch.name]
        return [
            facet("level", _("Level"), [(level.key, level.name or level.key) for level in levels]),
            facet("batch", _("Batch"), batches),
            facet("park", _("Park"), parks),
            standing,
        ]

    @property
    def offered(self) -> list[Facet]:
        """The facets that can narrow anything; parks are always worth a look."""
        return [each for each in self.facets if each.name == "park" or each.chosen or len(each.options) > 1]

    @property
    def is_today(self) -> bool:
        return self.on == self.today

    @property
    def ignored_text(self) -> str:
        return joined_sentences([*([self.day_ignored] if self.day_ignored else []), *self.ignored])

    @property
    def pairs(self) -> list[tuple[str, str]]:
        day_asked = [] if self.is_today else [("on", self.on.isoformat())]
        return [*super().pairs, *day_asked]

    @property
    def chosen(self) -> list[dict[str, str]]:
        taken = super().chosen
        if not self.is_today:
            rest = [pair for pair in self.pairs if pair[0] != "on"]
            url = f"?{urlencode(rest)}" if rest else "?"
            taken.append({"label": _("On %(day)s") % {"day": day(self.on)}, "url": url})
        return taken

    @property
    def is_whole(self) -> bool:
        """Whether nothing but the standing and the day is asked for."""
        return not any(each.chosen for each in self.facets if each.name != "standing")

    @property
    def directory_query(self) -> str:
        """The enterprises of this list as the directory asks for them; those of any title while no scheme is asked."""
        schemes = (
            [self.scheme.slug] if self.scheme else [slug for name, slug in self.pairs if name == "scheme"]
        )
        asked = [("designation", slug) for slug in schemes] or [("standing", VALID)]
        return urlencode(asked + [pair for pair in self.pairs if pair[0] == "park"])

    def narrowed(self) -> list[Row]:
        """The rows that pass all facets but the standing, whatever the day: what is counted by year."""
        if self.is_whole:
            return self.board.rows
        asked = [each for each in self.facets if each.chosen and each.name != "standing"]
        return self._rows(reduce(and_, (self._having(each) for each in asked)))


def plan_of(words: Vocabulary, scheme: Scheme | None) -> Plan:
    """What the ledger of a scheme, or of all, is made of in the active language."""
    return Plan(
        active_language(),
        tuple(_levels(words, scheme).items()),
        tuple((int(word.key), word.slug) for word in words.words["park"]),
        tuple((batch.pk, batch.key) for batch in scheme.batches.all()) if scheme else (),
    )


def _levels(words: Vocabulary, scheme: Scheme | None) -> dict[UUID, PlainLevel]:
    """The levels whose awards are shown, by primary key."""
    if scheme is not None:
        return {level.pk: PlainLevel(level.key, level.rank, scheme.slug, 0) for level in scheme.levels.all()}
    schemes: dict[str, Word] = {word.key: word for word in words.words["scheme"]}
    return {
        UUID(word.key): PlainLevel(word.slug, word.place, schemes[word.under].slug, schemes[word.under].place)
        for word in words.words["level"]
        if word.under in schemes
    }
