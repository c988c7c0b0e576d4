"""A plan put on the Chinese calendar: the day of each step, and the years whose calendar is not announced."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from bilingual import moments
from workdays.calendar import Calendar

from .planning import Plan, Task


@dataclass
class DatedTask:
    task: Task
    first: datetime.date
    last: datetime.date

    @property
    def days(self) -> str:
        """The days in words: "Nov 23–27, 2026"."""
        return moments.day_range(self.first, self.last)


@dataclass
class DatedPlan:
    """``days`` are its working days, ``uncertain`` the years in it for which weekdays alone decided, or statutory
    holidays alone.
    """

    plan: Plan
    tasks: list[DatedTask]
    days: list[datetime.date]
    uncertain: list[int]

    @property
    def first(self) -> datetime.date:
        return self.days[0]

    @property
    def last(self) -> datetime.date:
        return self.days[-1]


def on_calendar(plan: Plan, start: datetime.date, calendar: Calendar) -> DatedPlan:
    """Date a plan that begins on a day, or on the first working day after it.

    Raises OverflowError beyond the year 9999.
    """
    first = calendar.next_workday(start)
    # One walk through the calendar: day n is n working days after the first.
    days = [first]
    while len(days) <= plan.days:
        days.append(calendar.add(days[-1], 1))
    tasks = [DatedTask(task, days[task.begins], days[task.ends]) for task in plan.tasks]
    return DatedPlan(plan, tasks, days, calendar.uncertain(first, days[-1]))
