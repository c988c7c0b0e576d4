"""What happens to a message as a whole: it is received, and later erased with every trace of its sender."""

from __future__ import annotations

import uuid
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_noop

from publishing.audit import auditing
from publishing.journal import empty_journal
from workdays.calendar import Calendar

from . import clocks, letters, measures
from .models import Consent, Inquiry
from .numbers import new_number
from .retention import erase_day
from .sending import consent, files


@transaction.atomic
def receive(*, submission: uuid.UUID, details: dict, notice: str = "", at: datetime | None = None) -> Inquiry:
    """Store a message with its files, number it, start its clock and have it acknowledged.

    ``details`` are the columns that the sender filled in, ``notice`` the text above the boxes that the sender ticked.
    The same submission stores one message however often it comes, also at the same moment; that one is returned.
    """
    at = at or timezone.now()
    columns = {
        **details,
        "number": _free_number(at),
        "received_at": at,
        "clock_from": at,
        "erase_on": erase_day(timezone.localdate(at)),
        "consent_text_version": consent.VERSION,
        "consented_at": at,
    }
    inquiry, is_new = Inquiry.objects.get_or_create(submission=submission, defaults=columns)
    if is_new:
        clocks.wind(inquiry, Calendar.load())
        inquiry.save(update_fields=clocks.COLUMNS)
        _keep_consents(inquiry, notice, at)
        files.attach(inquiry)
        measures.begin(inquiry)
        letters.acknowledge(inquiry)
        letters.tell_desk(inquiry)
    return inquiry


def _keep_consents(inquiry: Inquiry, notice: str, at: datetime) -> None:
    given = {
        Consent.Kind.HANDLING: True,
        Consent.Kind.FORWARDING: inquiry.may_forward,
        Consent.Kind.ABROAD: inquiry.may_send_abroad,
    }
    Consent.objects.bulk_create(
        Consent(inquiry=inquiry, kind=kind, text=consent.keep_text(kind, notice), given_at=at)
        for kind, is_given in given.items()
        if is_given
    )


@transaction.atomic
def erase(inquiry: Inquiry, *, by=None, reason: str = "") -> None:
    """Delete a message with its thread, files, letters and consents. The audit log keeps its number alone.

    ``reason`` is one of ours (``erased by hand``), never the sender's words.
    """
    auditing.record("inquiries.erased", subject=inquiry, by=by, reason=reason)
    files.remove_of(inquiry)
    inquiry.delete()
    empty_journal()


def erase_due(*, on: date | None = None) -> int:
    """Erase every message whose day of erasure has come (default: by today); how many there were."""
    due = list(Inquiry.objects.filter(erase_on__lte=on or timezone.localdate()).order_by("pk"))
    for inquiry in due:
        erase(inquiry, reason=gettext_noop("its day had come"))
    return len(due)


def _free_number(at: datetime) -> str:
    number = new_number(at)
    while Inquiry.objects.filter(number=number).exists():
        number = new_number(at)
    return number
