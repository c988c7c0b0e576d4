"""A clock that runs while the office works: due moments, and how long something has taken in working time."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from .calendar import DAY, Calendar

BEIJING = ZoneInfo("Asia/Shanghai")
OPENS = time(9)
CLOSES = time(18)
#: Minutes of a working day.
DAY_MINUTES = 9 * 60


def start_of_work(moment: datetime, calendar: Calendar) -> datetime:
    """The moment itself inside office hours, else the next opening of the office. Beijing time."""
    at = moment.astimezone(BEIJING)
    day = at.date()
    if calendar.is_workday(day):
        if at < _opening(day):
            return _opening(day)
        if at < _closing(day):
            return at
    return _opening(calendar.next_workday(day + DAY))


def due(moment: datetime, workdays: int, calendar: Calendar) -> datetime:
    """So many working days after a moment, at the same time of day; what arrives outside hours arrives at opening.

    ``moment`` is aware; the result is in Beijing time. Raises ValueError as ``Calendar.add`` does.
    """
    begins = start_of_work(moment, calendar)
    return datetime.combine(calendar.add(begins.date(), workdays), begins.timetz())


def minutes_between(first: datetime, last: datetime, calendar: Calendar) -> int:
    """Whole minutes of working time from one aware moment to another; 0 when ``last`` lies before ``first``."""
    begins, ends = start_of_work(first, calendar), last.astimezone(BEIJING)
    worked = timedelta()
    day = begins.date()
    while day <= ends.date():
        if calendar.is_workday(day):
            worked += max(min(ends, _closing(day)) - max(begins, _opening(day)), timedelta())
        day += DAY
    return int(worked.total_seconds() // 60)


def add_minutes(moment: datetime, minutes: int, calendar: Calendar) -> datetime:
    """The moment at which so many minutes of working time are over, in Beijing time."""
    at, left = start_of_work(moment, calendar), timedelta(minutes=minutes)
    while left > _closing(at.date()) - at:
        left -= _closing(at.date()) - at
        at = start_of_work(_closing(at.date()), calendar)
    return at + left


def _opening(day: date) -> datetime:
    return datetime.combine(day, OPENS, BEIJING)


def _closing(day: date) -> datetime:
    return datetime.combine(day, CLOSES, BEIJING)
