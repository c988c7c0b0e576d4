"""Counting working days: weekdays, less the days off of the holiday calendar, with its make-up weekends."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta

from .models import SATURDAY, HolidayYear, SpecialDay

DAY = timedelta(days=1)
#: No deadline of an office lies further away; a larger number is a mistake of who asks.
MOST_DAYS = 5000


@dataclass(frozen=True)
class Calendar:
    """Which days are worked. ``special`` says of single days whether they are; other days are as their weekday.

    ``announced`` are the years whose notice is known. Of others statutory days are entered at most; whoever shows
    the result has to say so: see ``uncertain``.
    """

    special: dict[date, bool] = field(default_factory=dict)
    announced: frozenset[int] = frozenset()

    @classmethod
    def load(cls) -> Calendar:
        """The calendar as it is entered now; two queries. Load it once for a request and pass it on."""
        announced = HolidayYear.objects.filter(status=HolidayYear.Status.ANNOUNCED)
        days = SpecialDay.objects.values_list("day", "kind")
        return cls(
            {day: kind == SpecialDay.Kind.WORK for day, kind in days},
            frozenset(announced.values_list("year", flat=True)),
        )

    def is_workday(self, day: date) -> bool:
        return self.special.get(day, day.weekday() < SATURDAY)

    def next_workday(self, day: date) -> date:
        """The day itself when it is worked, else the first one after it that is."""
        while not self.is_workday(day):
            day += DAY
        return day

    def add(self, day: date, workdays: int) -> date:
        """The day on which so many working days after a day are over; of 0, the day itself or the next workday.

        The day itself is not counted, as in the time limits of administrative procedures. Raises ValueError for a
        number below nought or above MOST_DAYS, and OverflowError beyond the year 9999.
        """
        if not 0 <= workdays <= MOST_DAYS:
            raise ValueError(f"{workdays} working days cannot be counted")
        if workdays == 0:
            return self.next_workday(day)
        for _place in range(workdays):
            day = self.next_workday(day + DAY)
        return day

    def count(self, first: date, last: date) -> int:
        """How many working days lie from one day to another, both included; 0 when ``last`` lies before ``first``."""
        return sum(self.is_workday(first + DAY * number) for number in range((last - first).days + 1))

    def uncertain(self, first: date, last: date) -> list[int]:
        """The years between two days whose calendar has not been announced, in order."""
        return [year for year in range(first.year, last.year + 1) if year not in self.announced]
