"""A stretch of the calendar that a fact belongs to: a year, a half, a quarter, a month, a day, or from one
to another of a kind.

Its one stored spelling is ASCII: ``2021``, ``2021-H1``, ``2021-Q3``, ``2021-08``, ``2021-08-18``, and with
a slash between two of a kind ``2018/2021``, ``2025-09-05/2025-09-08``. It is never longer than 21
characters. The calendar is that of Asia/Shanghai; a period has days, not moments.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from bilingual import moments
from bilingual.languages import CHINESE, active_language
from bilingual.numbers import ENGLISH_ORDINALS, chinese_numeral

MAX_LENGTH = 21
FIRST_YEAR, LAST_YEAR = 1000, 2999
SPELLING = re.compile(r"([0-9]{4})(?:-(?:H([12])|Q([1-4])|([0-9]{2})(?:-([0-9]{2}))?))?")
ENGLISH_HALVES = {1: "first half", 2: "second half"}
CHINESE_HALVES = {1: "上半年", 2: "下半年"}


class Precision(models.TextChoices):
    """How finely a period is known."""

    YEAR = "year", _("year")
    HALF = "half", _("half-year")
    QUARTER = "quarter", _("quarter")
    MONTH = "month", _("month")
    DAY = "day", _("day")


@dataclass(frozen=True, order=True)
class Period:
    """Made by ``Period.parse``. Ordered by first day, then last day.

    ``start`` and ``end`` are the first and the last day, both inside; ``text`` is the stored spelling.
    """

    start: date
    end: date
    text: str
    precision: Precision
    is_range: bool = False

    @classmethod
    def parse(cls, text: str) -> Period:
        """Read the stored spelling. Raises ValueError with a translated sentence for anything else."""
        first, slash, last = text.partition("/")
        begin = cls._single(first)
        if not slash:
            return begin
        finish = cls._single(last)
        if begin.precision != finish.precision:
            raise ValueError(gettext("Both ends of a period must use the same unit, for example 2018/2021."))
        if finish.start < begin.start:
            raise ValueError(gettext("The period ends before it starts."))
        if finish == begin:
            return begin
        return cls(begin.start, finish.end, text, begin.precision, is_range=True)

    @classmethod
    def of_day(cls, day: date) -> Period:
        """The period of one day. Raises ValueError for a year outside 1000 to 2999."""
        return cls._single(f"{day:%Y-%m-%d}")

    @classmethod
    def _single(cls, text: str) -> Period:
        match = SPELLING.fullmatch(text)
        if match is None:
            raise ValueError(gettext("This is not recognised as a year, half-year, quarter, month or day."))
        year, half, quarter, month, day = (int(part) if part else None for part in match.groups())
        if not FIRST_YEAR <= year <= LAST_YEAR:
            raise ValueError(gettext("The year must be between 1000 and 2999."))
        if half:
            return cls(*_months(year, 6 * half - 5, 6 * half), text, Precision.HALF)
        if quarter:
            return cls(*_months(year, 3 * quarter - 2, 3 * quarter), text, Precision.QUARTER)
        if month is None:
            return cls(*_months(year, 1, 12), text, Precision.YEAR)
        if not 1 <= month <= 12:
            raise ValueError(gettext("The month must be between 1 and 12."))
        if day is None:
            return cls(*_months(year, month, month), text, Precision.MONTH)
        if not 1 <= day <= monthrange(year, month)[1]:
            raise ValueError(gettext("That month has no such day."))
        return cls(date(year, month, day), date(year, month, day), text, Precision.DAY)

    def __str__(self) -> str:
        return self.say()

    def __contains__(self, day: date) -> bool:
        return self.start <= day <= self.end

    def say(self, language: str | None = None) -> str:
        """The period in a language (default: the active one): "first half of 2021", "2021年上半年"."""
        language = language or active_language()
        if self.precision == Precision.DAY:
            return moments.day_range(self.start, self.end, language)
        if self.precision == Precision.MONTH:
            return moments.month_range(self.start, self.end, language)
        if self.precision == Precision.YEAR:
            return self._years(language)
        return self._parts_of_years(language)

    def _years(self, language: str) -> str:
        first, last = self.start.year, self.end.year
        if language == CHINESE:
            return f"{first}—{last}年" if self.is_range else f"{first}年"
        return f"{first}–{last}" if self.is_range else str(first)

    def _parts_of_years(self, language: str) -> str:
        """Halves and quarters, the year named once when both ends lie in it."""
        part = _chinese_part if language == CHINESE else _english_part
        first, last = part(self.precision, self.start), part(self.precision, self.end)
        years = self.start.year, self.end.year
        if language == CHINESE:
            if not self.is_range:
                return f"{years[0]}年{first}"
            if years[0] != years[1]:
                return f"{years[0]}年{first}至{years[1]}年{last}"
            return f"{years[0]}年前三季度" if self._is_three_quarters else f"{years[0]}年{first}至{last}"
        if not self.is_range:
            return f"{first} of {years[0]}"
        if years[0] != years[1]:
            return f"{first} of {years[0]} to {last} of {years[1]}"
        if self._is_three_quarters:
            return f"first three quarters of {years[0]}"
        return f"{first} to {last} of {years[0]}"

    @property
    def _is_three_quarters(self) -> bool:
        """Statistics for January to September have a name of their own in both languages."""
        return self.precision == Precision.QUARTER and (self.start.month, self.end.month) == (1, 9)


def _months(year: int, first: int, last: int) -> tuple[date, date]:
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])


def _english_part(precision: Precision, day: date) -> str:
    if precision == Precision.HALF:
        return ENGLISH_HALVES[(day.month + 5) // 6]
    return f"{ENGLISH_ORDINALS[(day.month - 1) // 3]} quarter"


def _chinese_part(precision: Precision, day: date) -> str:
    if precision == Precision.HALF:
        return CHINESE_HALVES[(day.month + 5) // 6]
    return f"第{chinese_numeral((day.month + 2) // 3)}季度"
