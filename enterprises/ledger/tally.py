"""How many stand where in each scheme, on a day: the figures beside the list of all schemes."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils import timezone

from ..directory.shelf import CANDIDATE, LAPSED, VALID
from ..models import Scheme
from ..vocabulary import Vocabulary
from .board import board_of
from .days import read_day
from .filters import plan_of
from .rows import live_rows


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
        self._board = board_of(live_rows(), plan_of(words, None))

    @property
    def is_today(self) -> bool:
        return self.on == self.today

    @property
    def query(self) -> str:
        """The query string of the same day in other lists."""
        return "" if self.is_today else f"?on={self.on.isoformat()}"

    def of(self, scheme: Scheme) -> Standings:
        awards = self._board.bits.get(("scheme", scheme.slug), 0)
        stood = self._board.day(self.on, self.today).standings
        return Standings(*((awards & stood.get(one, 0)).bit_count() for one in (VALID, CANDIDATE, LAPSED)))
