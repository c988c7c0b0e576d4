"""What the desk does with a message: take it, answer it, pass it on, close it. Each deed is one transaction, audited.

The audit log says which deed, of whom, about which number; never what was written, so that an erasure leaves nothing.
"""

from __future__ import annotations

import uuid
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from publishing.audit import auditing
from workdays.calendar import Calendar

from .. import clocks, letters, measures
from ..models import Entry, Handover, Inquiry

State = Inquiry.State


class Refused(Exception):
    """It cannot be done as things stand; the message says why, for the person who tried."""


class TakenMeanwhile(Refused):
    """A colleague was faster. ``colleague`` is who has it now, None when it was put back."""

    def __init__(self, colleague):
        self.colleague = colleague
        if colleague is None:
            super().__init__(_("A colleague has just sent this message back to be assigned. Check it again."))
        else:
            super().__init__(
                _("%(name)s has already taken this message. Nothing was changed.")
                % {"name": colleague.get_username()}
            )


def locked(pk: int) -> Inquiry:
    """The message as it is now, held until the transaction ends. Raises Inquiry.DoesNotExist after an erasure."""
    return Inquiry.objects.select_for_update(of=("self",)).select_related("assigned_to").get(pk=pk)


@transaction.atomic
def assign(inquiry: Inquiry, *, to, by, seen: int | None) -> Inquiry:
    """Give a message to a colleague, or to nobody. ``seen`` is the key of who had it on the page of who decides.

    Raises TakenMeanwhile when that is somebody else by now: of two who click at once one wins, the other is told.
    """
    inquiry = locked(inquiry.pk)
    key = to.pk if to else None
    if inquiry.assigned_to_id != seen:
        raise TakenMeanwhile(inquiry.assigned_to)
    if inquiry.assigned_to_id == key:
        return inquiry
    old = inquiry.assigned_to
    inquiry.assigned_to = to
    if inquiry.state == State.RECEIVED and to:
        inquiry.state = State.ASSIGNED
    elif inquiry.state == State.ASSIGNED and to is None and inquiry.first_reply_at is None:
        inquiry.state = State.RECEIVED
    inquiry.save(update_fields=["assigned_to", "state"])
    auditing.record(
        "inquiries.assigned",
        subject=inquiry,
        by=by,
        old={"to": old.get_username() if old else None},
        new={"to": to.get_username() if to else None},
    )
    if to and to != by:
        letters.tell(to, "inquiry_assigned", inquiry, key=f"inquiry-assigned:{uuid.uuid4().hex}")
    return inquiry


@transaction.atomic
def reply(
    inquiry: Inquiry, *, text: str, step: str, by, submission: uuid.UUID, at: datetime | None = None
) -> Entry:
    """Write to the sender. ``step`` is one of Entry.Step; the same submission writes once.

    Raises Refused about a closed message: it is opened again first.
    """
    at = at or timezone.now()
    inquiry = locked(inquiry.pk)
    if written := Entry.objects.filter(submission=submission).first():
        return written
    if inquiry.state == State.CLOSED:
        raise Refused(_("This message is closed. Reopen it before you reply to the sender."))
    entry = Entry.objects.create(
        inquiry=inquiry,
        kind=Entry.Kind.REPLY,
        step=step,
        text=text,
        by=by,
        at=at,
        submission=submission,
    )
    old = inquiry.state
    inquiry.assigned_to = inquiry.assigned_to or by
    _take_step(inquiry, step, at)
    inquiry.save(update_fields=["assigned_to", "state", "first_reply_at", "answered_at", *clocks.COLUMNS])
    auditing.record(
        "inquiries.replied",
        subject=inquiry,
        by=by,
        old={"state": old},
        new={"state": inquiry.state, "step": step},
    )
    letters.order_reply(entry)
    return entry


def _take_step(inquiry: Inquiry, step: str, at: datetime) -> None:
    """Set state, moments and clock as a reply of this step leaves them, and note the response times. Does not save."""
    calendar = Calendar.load()
    clocks.go_on(inquiry, at, calendar)
    if inquiry.first_reply_at is None:
        inquiry.first_reply_at = at
        measures.note_first_reply(inquiry, at, calendar)
    if step == Entry.Step.FINAL:
        inquiry.state = State.ANSWERED
        inquiry.answered_at = at
        measures.note_answer(inquiry, at, calendar)
    elif step == Entry.Step.QUESTION:
        inquiry.state = State.NEEDS_MORE
        clocks.pause(inquiry, at)
    else:
        inquiry.state = State.ASSIGNED
    clocks.wind(inquiry, calendar)


@transaction.atomic
def write_note(inquiry: Inquiry, *, text: str, by, submission: uuid.UUID) -> Entry:
    """A note for the desk alone."""
    inquiry = locked(inquiry.pk)
    entry, is_new = Entry.objects.get_or_create(
        submission=submission,
        defaults={
            "inquiry": inquiry,
            "kind": Entry.Kind.NOTE,
            "text": text,
            "by": by,
            "at": timezone.now(),
        },
    )
    if is_new:
        auditing.record("inquiries.noted", subject=inquiry, by=by)
    return entry


@transaction.atomic
def hand_on(inquiry: Inquiry, *, park, body: str, email: str, is_abroad: bool, note: str, by) -> Handover:
    """Pass a message and its sender's data on to a park or another body, by mail.

    Raises Refused without the consent of its sender, which is looked at under the lock.
    """
    inquiry = locked(inquiry.pk)
    if not inquiry.may_forward:
        raise Refused(
            _("The sender has not agreed to the message being passed on. Ask for consent in a reply first.")
        )
    if is_abroad and not inquiry.may_send_abroad:
        raise Refused(_("The sender has not agreed to data being sent abroad."))
    handover = Handover.objects.create(
        inquiry=inquiry, park=park, body=body, email=email, is_abroad=is_abroad, note=note, by=by
    )
    auditing.record("inquiries.handed_on", subject=inquiry, by=by, new={"to": body, "abroad": is_abroad})
    letters.order_handover(handover)
    return handover


@transaction.atomic
def close(inquiry: Inquiry, *, outcome: str, by, at: datetime | None = None) -> Inquiry:
    """End a matter with its outcome. What was spam leaves the response times."""
    at = at or timezone.now()
    inquiry = locked(inquiry.pk)
    old = inquiry.state
    calendar = Calendar.load()
    clocks.go_on(inquiry, at, calendar)
    inquiry.state, inquiry.outcome, inquiry.closed_at = State.CLOSED, outcome, at
    clocks.wind(inquiry, calendar)
    inquiry.save(update_fields=["state", "outcome", "closed_at", *clocks.COLUMNS])
    if outcome == Inquiry.Outcome.SPAM:
        measures.forget(inquiry)
    auditing.record("inquiries.closed", subject=inquiry, by=by, old={"state": old}, new={"outcome": outcome})
    return inquiry


@transaction.atomic
def open_again(inquiry: Inquiry, *, by=None, at: datetime | None = None) -> Inquiry:
    """Take a matter up again that was answered or closed; its five days begin anew."""
    at = at or timezone.now()
    inquiry = locked(inquiry.pk)
    if inquiry.state not in (State.ANSWERED, State.CLOSED):
        return inquiry
    old, was_spam = inquiry.state, inquiry.outcome == Inquiry.Outcome.SPAM
    inquiry.state = State.ASSIGNED if inquiry.assigned_to_id else State.RECEIVED
    inquiry.outcome, inquiry.closed_at = "", None
    inquiry.clock_from, inquiry.paused_minutes, inquiry.waiting_since = at, 0, None
    clocks.wind(inquiry, Calendar.load())
    inquiry.save(update_fields=["state", "outcome", "closed_at", *clocks.COLUMNS])
    if was_spam:
        measures.begin(inquiry)
    auditing.record("inquiries.reopened", subject=inquiry, by=by, old={"state": old})
    return inquiry
