"""What happens to a message: it is received, and a year later it is erased."""

from __future__ import annotations

import uuid
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from . import consent
from .models import Inquiry
from .numbers import new_number
from .retention import erase_day


@transaction.atomic
def receive(*, submission: uuid.UUID, details: dict, at: datetime | None = None) -> Inquiry:
    """Store a message, number it and fix the day of its erasure. The sender has agreed to the current text.

    ``details`` are the columns that the sender filled in. The same submission stores one message however often it
    comes, also at the same moment; the one that is stored is returned.
    """
    at = at or timezone.now()
    inquiry, _is_new = Inquiry.objects.get_or_create(
        submission=submission,
        defaults={
            **details,
            "number": _free_number(at),
            "received_at": at,
            "erase_on": erase_day(timezone.localdate(at)),
            "consent_text_version": consent.VERSION,
            "consented_at": at,
        },
    )
    return inquiry


def erase_due(*, on: date | None = None) -> int:
    """Erase every message whose day of erasure has come (default: by today); how many there were.

    Logs keep their numbers alone.
    """
    erased, _by_model = Inquiry.objects.filter(erase_on__lte=on or timezone.localdate()).delete()
    return erased


def _free_number(at: datetime) -> str:
    number = new_number(at)
    while Inquiry.objects.filter(number=number).exists():
        number = new_number(at)
    return number
