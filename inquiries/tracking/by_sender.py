"""What senders do with their own message, after number and secret: answer, rate, withdraw a consent, take a copy."""

from __future__ import annotations

import uuid
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from publishing.audit import auditing
from workdays.calendar import Calendar

from .. import clocks, letters
from ..desk import handling
from ..models import Consent, Entry, Inquiry

State = Inquiry.State
#: The column of the message that says whether a consent holds.
COLUMN_OF = {Consent.Kind.FORWARDING: "may_forward", Consent.Kind.ABROAD: "may_send_abroad"}


@transaction.atomic
def answer(inquiry: Inquiry, *, text: str, submission: uuid.UUID, at: datetime | None = None) -> Entry:
    """Store a text of the sender and give the desk its turn; what was answered or closed is taken up again."""
    at = at or timezone.now()
    inquiry = handling.locked(inquiry.pk)
    if written := Entry.objects.filter(submission=submission).first():
        return written
    entry = Entry.objects.create(
        inquiry=inquiry, kind=Entry.Kind.ANSWER, text=text, at=at, submission=submission
    )
    auditing.record("inquiries.sender_answered", subject=inquiry, old={"state": inquiry.state})
    if inquiry.state in (State.ANSWERED, State.CLOSED):
        inquiry = handling.open_again(inquiry, at=at)
    elif inquiry.state == State.NEEDS_MORE:
        calendar = Calendar.load()
        clocks.go_on(inquiry, at, calendar)
        inquiry.state = State.ASSIGNED if inquiry.assigned_to_id else State.RECEIVED
        clocks.wind(inquiry, calendar)
        inquiry.save(update_fields=["state", *clocks.COLUMNS])
    if inquiry.assigned_to:
        letters.tell(
            inquiry.assigned_to, "inquiry_answered", inquiry, key=f"inquiry-answered:{submission.hex}"
        )
    return entry


@transaction.atomic
def rate(inquiry: Inquiry, *, rating: int) -> None:
    """One to five, five the best. A later rating replaces an earlier one."""
    inquiry = handling.locked(inquiry.pk)
    inquiry.rating = rating
    inquiry.save(update_fields=["rating"])
    auditing.record("inquiries.rated", subject=inquiry, new={"rating": rating})


@transaction.atomic
def withdraw(inquiry: Inquiry, *, kind: str) -> None:
    """Take back the consent to being passed on, or to being sent abroad. What has happened already stays on record.

    Raises KeyError for the consent to being answered: without it nothing is left to keep, see actions.erase.
    """
    column = COLUMN_OF[Consent.Kind(kind)]
    inquiry = handling.locked(inquiry.pk)
    setattr(inquiry, column, False)
    inquiry.save(update_fields=[column])
    Consent.objects.filter(inquiry=inquiry, kind=kind, withdrawn_at=None).update(withdrawn_at=timezone.now())
    auditing.record("inquiries.consent_withdrawn", subject=inquiry, new={"consent": kind})


def copy_of(inquiry: Inquiry) -> dict:
    """Everything that is kept about a sender, as plain data: Articles 44 and 45 of the law on personal information."""
    moments = ("received_at", "first_reply_at", "answered_at", "closed_at")
    words = (
        "number language topic project_size message name organisation country_or_region email phone state "
        "outcome rating may_forward may_send_abroad"
    ).split()
    return {
        **{name: getattr(inquiry, name) for name in words},
        "industry": inquiry.industry and inquiry.industry.slug,
        "about": inquiry.enterprise.slug if inquiry.enterprise else inquiry.about_slug or None,
        **{name: _iso(getattr(inquiry, name)) for name in moments},
        "erase_on": inquiry.erase_on.isoformat(),
        "consents": [
            {
                "kind": consent.kind,
                "given_at": _iso(consent.given_at),
                "withdrawn_at": _iso(consent.withdrawn_at),
                "version": consent.text.version,
                "text": consent.text.text,
            }
            for consent in inquiry.consents.select_related("text")
        ],
        "thread": [
            {"kind": entry.kind, "at": _iso(entry.at), "text": entry.text} for entry in public_thread(inquiry)
        ],
        "files": [
            {"name": file.name, "bytes": file.size, "sha256": file.checksum}
            for file in inquiry.attachments.all()
        ],
        "passed_on_to": [
            {"body": handover.body, "at": _iso(handover.at), "abroad": handover.is_abroad}
            for handover in inquiry.handovers.all()
        ],
    }


def public_thread(inquiry: Inquiry) -> list[Entry]:
    """What desk and sender wrote to each other, oldest first; never a note."""
    return list(inquiry.entries.exclude(kind=Entry.Kind.NOTE))


def _iso(moment: datetime | None) -> str | None:
    return timezone.localtime(moment).isoformat(timespec="seconds") if moment else None
