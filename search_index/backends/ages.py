"""A long archive in ages, so that a common word is looked for among the newest editions alone.

A GIN index has no order: to find the newest thousand editions that say a word, PostgreSQL visits all that say it. Each
edition therefore carries its month and its year as words, and the index itself leaves out the editions of other ages
before any row is visited. Three ages are enough: each further one costs every rarer question more than it saves.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from ..models import PLACES_A_SECOND, first_key

#: The newest age is so many months long, and the next one so many years; the third is all the rest.
_MONTHS, _YEARS = 3, 2


@dataclass(frozen=True)
class Age:
    """Keys from ``first`` to before ``last``; None is no limit. Its editions carry one of ``marks``, if it has any."""

    marks: tuple[str, ...]
    first: int | None
    last: int | None


def marks_of(key: int) -> tuple[str, str]:
    """The words for the month and the year of an edition."""
    moment = datetime.fromtimestamp(key // PLACES_A_SECOND, UTC)
    return _month(moment.year, moment.month), _year(moment.year)


def ages(at: datetime, first: int | None = None, last: int | None = None) -> list[Age]:
    """The ages as of a moment that have a part in a span of keys, newest first. Together they are the whole span."""
    return [
        Age(age.marks, _later(age.first, first), _earlier(age.last, last))
        for age in _ages(at.astimezone(UTC))
        if (last is None or age.first is None or age.first < last)
        and (first is None or age.last is None or age.last > first)
    ]


def _ages(at: datetime) -> list[Age]:
    months = [divmod(at.year * 12 + at.month - 1 - back, 12) for back in range(-1, _MONTHS)]
    begin = [_begin(year, month + 1) for year, month in months]
    found = [
        Age((), begin[0], None),
        Age(tuple(_month(year, month + 1) for year, month in months[1:]), begin[-1], begin[0]),
    ]
    years = range(at.year, at.year - _YEARS, -1)
    found.append(Age(tuple(map(_year, years)), _begin(years[-1], 1), begin[-1]))
    return [*found, Age((), None, found[-1].first)]


def _begin(year: int, month: int) -> int:
    return first_key(datetime(year, month, 1, tzinfo=UTC))


def _month(year: int, month: int) -> str:
    return f"m/{year}-{month:02}"


def _year(year: int) -> str:
    return f"y/{year}"


def _later(one: int | None, other: int | None) -> int | None:
    return max((key for key in (one, other) if key is not None), default=None)


def _earlier(one: int | None, other: int | None) -> int | None:
    return min((key for key in (one, other) if key is not None), default=None)
