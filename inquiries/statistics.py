"""Response times as they are published: medians and the time within which nine of ten are done, by working time.

A figure of fewer than SMALLEST messages is not shown: it would tell of single people.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from math import ceil

from django.core.cache import cache
from django.utils import timezone

from workdays.office_hours import DAY_MINUTES

from .models import Measure

SMALLEST = 5
MONTHS = 12
#: Seconds for which the figures are kept.
KEPT = 600


@dataclass(frozen=True)
class Times:
    """Minutes of working time; None while there are too few. ``count`` is how many messages they are of."""

    count: int
    median: int | None
    most: int | None

    @classmethod
    def of(cls, minutes: list[int]) -> Times:
        if len(minutes) < SMALLEST:
            return cls(len(minutes), None, None)
        ordered = sorted(minutes)
        return cls(len(ordered), _rank(ordered, 0.5), _rank(ordered, 0.9))

    @property
    def median_hours(self) -> float | None:
        return None if self.median is None else round(self.median / 60, 1)

    @property
    def most_hours(self) -> float | None:
        return None if self.most is None else round(self.most / 60, 1)

    @property
    def median_days(self) -> float | None:
        return None if self.median is None else round(self.median / DAY_MINUTES, 1)

    @property
    def most_days(self) -> float | None:
        return None if self.most is None else round(self.most / DAY_MINUTES, 1)


@dataclass(frozen=True)
class Month:
    """``received`` is None when it is too small a number to be told, unless it is nought."""

    month: date
    received: int | None
    first_reply: Times
    answer: Times


@dataclass(frozen=True)
class Report:
    months: list[Month]
    first_reply: Times
    answer: Times
    received: int | None


def report(today: date | None = None) -> Report:
    """The last twelve months with the running one, oldest first. One query, kept for ten minutes."""
    today = today or timezone.localdate()
    return cache.get_or_set(f"inquiries:report:{today:%Y-%m-%d}", lambda: _counted(today), KEPT)


def _counted(today: date) -> Report:
    months = _last_months(today)
    rows = defaultdict(list)
    found = Measure.objects.filter(month__gte=months[0], month__lte=months[-1])
    for month, first, answer in found.values_list("month", "first_reply_minutes", "answer_minutes"):
        rows[month].append((first, answer))
    everything = [pair for pairs in rows.values() for pair in pairs]
    return Report(
        [_month(month, rows[month]) for month in months], *_times(everything), _told(len(everything))
    )


def _month(month: date, pairs: list[tuple]) -> Month:
    return Month(month, _told(len(pairs)), *_times(pairs))


def _times(pairs: list[tuple]) -> tuple[Times, Times]:
    return tuple(Times.of([pair[place] for pair in pairs if pair[place] is not None]) for place in (0, 1))


def _told(count: int) -> int | None:
    return count if count == 0 or count >= SMALLEST else None


def _rank(ordered: list[int], part: float) -> int:
    """The nearest-rank percentile: a time that really was taken."""
    return ordered[max(ceil(len(ordered) * part) - 1, 0)]


def _last_months(today: date) -> list[date]:
    last = today.year * 12 + today.month - 1
    return [date(number // 12, number % 12 + 1, 1) for number in range(last - MONTHS + 1, last + 1)]
