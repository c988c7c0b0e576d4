"""How many stand where in each scheme, on a day: the figures beside the list of all schemes."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from uuid import UUID

from django.utils import timezone

from ..directory.shelf import CANDIDATE, LAPSED, VALID
from ..models import Scheme
from ..vocabulary import Vocabulary
from .days import read_day
from .rows import live_rows, stood


@dataclass(frozen=True)
class Standings:
    holders: int
    candidates: int
    lapsed: int


class Tally:
    """Counts over enterprises that are live in the active language, on the day that an address asks for."""

    def __init__(self, query, words: Vocabulary):
        self.today = timezone.localdate()
        self.on, self.ignored_text = read_day(query.get("on", ""), self.today)
        self.parks = [(word.slug, word.label) for word in words.words["park"]]
        schemes = {UUID(word.key): word.under for word in words.words["level"]}
        self._counts: dict[str, Counter] = defaultdict(Counter)
        _shelf, rows = live_rows()
        for row in rows:
            if scheme := schemes.get(row.held.level):
                self._counts[scheme][stood(row, self.on, self.today)] += 1

    @property
    def is_today(self) -> bool:
        return self.on == self.today

    @property
    def query(self) -> str:
        """The query string of the same day in other lists."""
        return "" if self.is_today else f"?on={self.on.isoformat()}"

    def of(self, scheme: Scheme) -> Standings:
        counts = self._counts[str(scheme.pk)]
        return Standings(counts[VALID], counts[CANDIDATE], counts[LAPSED])
