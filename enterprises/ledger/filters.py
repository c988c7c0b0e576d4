"""What an address asks of the ledger: a day, and which levels, batches, parks, schemes and standings."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from bilingual.languages import active_language
from bilingual.moments import day
from ui.faceted import Entry, Facet, Faceted, facet

from ..directory.shelf import CANDIDATE, LAPSED, VALID, Shelf
from ..models import Scheme
from ..vocabulary import Vocabulary, Word
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
        shelf, rows = live_rows()
        self.levels = _levels(words, scheme)
        rows = [row for row in rows if row.held.level in self.levels]
        self._parks = {int(word.key): word.slug for word in words.words["park"]}
        self._batches = {batch.pk: batch.key for batch in scheme.batches.all()} if scheme else {}
        ordered = sorted(rows, key=lambda row: self._place(row, shelf))
        self.rows = {row.key: row for row in ordered}
        self.standings = {row.key: stood(row, self.on, self.today) for row in ordered}
        #: Awards of which nobody knows since when they stand: no past day shows them.
        self.undated = sum(not row.held.begins for row in ordered) if self.on < self.today else 0
        entries = [self._entry(row) for row in ordered if self.standings[row.key]]
        super().__init__(query, self._facets(words), entries)
        # By standing first, so that pages of the list keep the order of its groups.
        self.keys.sort(key=lambda key: STANDINGS.index(self.standings[key]))

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

    def _place(self, row: Row, shelf: Shelf) -> tuple:
        """Schemes in their order, the highest level first, then the latest award, then by name."""
        level = self.levels[row.held.level]
        latest = -(row.held.begins or date.min).toordinal()
        entry = shelf.entries[shelf.places[row.enterprise]]
        return level.scheme_place, -level.rank, latest, entry.sort_keys[active_language()], str(row.key)

    def _entry(self, row: Row) -> Entry:
        level = self.levels[row.held.level]
        values = {
            "scheme": (level.scheme,),
            "level": (level.key,),
            "batch": (self._batches[row.batch],) if row.batch in self._batches else (),
            "park": tuple(self._parks[park] for park in row.parks if park in self._parks),
            "standing": (self.standings[row.key],),
        }
        return Entry(row.key, values)

    @property
    def offered(self) -> list[Facet]:
        """The facets that can narrow anything; parks are always worth a look."""
        return [each for each in self.facets if each.name == "park" or each.chosen or len(each.options) > 1]

    @property
    def is_today(self) -> bool:
        return self.on == self.today

    @property
    def ignored_text(self) -> str:
        return " ".join([*([self.day_ignored] if self.day_ignored else []), *self.ignored])

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

    def narrowed(self) -> list[Row]:
        """The rows that pass all facets but the standing, whatever the day: what is counted by year."""
        asked = {each.name: each.chosen for each in self.facets if each.chosen and each.name != "standing"}
        return [row for row in self.rows.values() if self._passes(row, asked)]

    def _passes(self, row: Row, asked: dict[str, frozenset[str]]) -> bool:
        values = self._entry(row).values
        return not any(chosen.isdisjoint(values.get(name, ())) for name, chosen in asked.items())


@dataclass(frozen=True, slots=True)
class _Level:
    """A level as the ledger sorts and names it; ``scheme`` is the slug of its scheme."""

    key: str
    rank: int
    scheme: str
    scheme_place: int


def _levels(words: Vocabulary, scheme: Scheme | None) -> dict[UUID, _Level]:
    """The levels whose awards are shown, by primary key."""
    if scheme is not None:
        return {level.pk: _Level(level.key, level.rank, scheme.slug, 0) for level in scheme.levels.all()}
    schemes: dict[str, Word] = {word.key: word for word in words.words["scheme"]}
    return {
        UUID(word.key): _Level(word.slug, word.place, schemes[word.under].slug, schemes[word.under].place)
        for word in words.words["level"]
        if word.under in schemes
    }
