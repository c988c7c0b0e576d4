"""When letters with news are due: at eight in the morning in Beijing, each day or each Monday."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from bilingual.moments import BEIJING

from .models import Subscription

HOUR = time(8)
MONDAY = 0
#: What is published at eight may be stored a moment after eight: until then nobody asks what there was at eight.
SETTLING = timedelta(minutes=5)
#: When the worker looks: once letters are due, and again for what was left waiting.
ROUNDS = tuple(timedelta(minutes=minutes) for minutes in (5, 20, 60, 240, 720))


def last_due(frequency: str, now: datetime) -> datetime:
    """The latest moment at which letters of a frequency were due and everything before it is certainly stored."""
    settled = (now - SETTLING).astimezone(BEIJING)
    due = _eight_of(settled)
    if due > settled:
        due -= timedelta(days=1)
    if frequency == Subscription.Frequency.WEEKLY:
        due -= timedelta(days=(due.weekday() - MONDAY) % 7)
    return due


def rounds_of(now: datetime) -> list[datetime]:
    """The moments of a day at which the worker looks for letters."""
    return [_eight_of(now) + pause for pause in ROUNDS]


def _eight_of(moment: datetime) -> datetime:
    return datetime.combine(moment.astimezone(BEIJING).date(), HOUR, tzinfo=BEIJING)
