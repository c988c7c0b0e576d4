"""When the desk has to do something next, in working time: a first reply in one day, an answer in five.

The clock of the answer stops while the desk waits for its sender.
"""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from workdays.calendar import Calendar
from workdays.office_hours import add_minutes, due, minutes_between

from .models import Inquiry

#: In working days.
FIRST_REPLY = 1
ANSWER = 5
State = Inquiry.State
#: Nothing is due: it is done, or it is the sender's turn.
AT_REST = (State.NEEDS_MORE, State.ANSWERED, State.CLOSED)
COLUMNS = ["due_at", "waiting_since", "paused_minutes", "clock_from"]


def first_reply_due(inquiry: Inquiry, calendar: Calendar) -> datetime:
    return due(inquiry.received_at, FIRST_REPLY, calendar)


def answer_due(inquiry: Inquiry, calendar: Calendar) -> datetime:
    """Until when an answer is promised, with the time that the desk waited for its sender."""
    deadline = due(inquiry.clock_from or inquiry.received_at, ANSWER, calendar)
    return add_minutes(deadline, inquiry.paused_minutes, calendar)


def wind(inquiry: Inquiry, calendar: Calendar) -> None:
    """Set what is due next from state and moments. Does not save: the columns are COLUMNS."""
    if inquiry.state in AT_REST:
        inquiry.due_at = None
    elif inquiry.first_reply_at is None:
        inquiry.due_at = first_reply_due(inquiry, calendar)
    else:
        inquiry.due_at = answer_due(inquiry, calendar)


def pause(inquiry: Inquiry, at: datetime) -> None:
    """The desk waits for the sender from now on."""
    inquiry.waiting_since = inquiry.waiting_since or at


def go_on(inquiry: Inquiry, at: datetime, calendar: Calendar) -> None:
    """It is the desk's turn again."""
    if inquiry.waiting_since:
        inquiry.paused_minutes += minutes_between(inquiry.waiting_since, at, calendar)
        inquiry.waiting_since = None


def recount_open() -> int:
    """Count what is due anew, after the holiday calendar was corrected; how many due moments have moved."""
    calendar, moved = Calendar.load(), 0
    for inquiry in Inquiry.objects.exclude(state__in=AT_REST).iterator(chunk_size=500):
        before = inquiry.due_at
        wind(inquiry, calendar)
        if inquiry.due_at != before:
            # Only if nobody has answered in between.
            moved += Inquiry.objects.filter(pk=inquiry.pk, due_at=before, state=inquiry.state).update(
                due_at=inquiry.due_at
            )
    return moved


def is_overdue(inquiry: Inquiry, at: datetime | None = None) -> bool:
    return inquiry.due_at is not None and inquiry.due_at < (at or timezone.now())
