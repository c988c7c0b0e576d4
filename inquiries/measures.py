"""Noting response times, apart from the messages. What was spam counts as nothing."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from workdays.calendar import Calendar
from workdays.office_hours import minutes_between

from .models import Inquiry, Measure


def begin(inquiry: Inquiry) -> None:
    """A message has come."""
    month = timezone.localdate(inquiry.received_at).replace(day=1)
    Measure.objects.get_or_create(inquiry=inquiry, defaults={"month": month, "language": inquiry.language})


def note_first_reply(inquiry: Inquiry, at: datetime, calendar: Calendar) -> None:
    minutes = minutes_between(inquiry.received_at, at, calendar)
    Measure.objects.filter(inquiry=inquiry, first_reply_minutes=None).update(first_reply_minutes=minutes)


def note_answer(inquiry: Inquiry, at: datetime, calendar: Calendar) -> None:
    """The first answer alone: what is taken up again later is another matter."""
    minutes = max(minutes_between(inquiry.received_at, at, calendar) - inquiry.paused_minutes, 0)
    Measure.objects.filter(inquiry=inquiry, answer_minutes=None).update(answer_minutes=minutes)


def forget(inquiry: Inquiry) -> None:
    Measure.objects.filter(inquiry=inquiry).delete()
