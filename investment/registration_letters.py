"""Letters to the guests of an event, in the language of each, sent by the worker.

A job knows the key of a registration and nothing else, so that nothing of a person stays in the queue after an erasure.
"""

from __future__ import annotations

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override
from django_tasks import task

from bilingual.addresses import absolute
from bilingual.languages import HTML_LANG
from publishing.mailing import message_id, send_to_visitor
from publishing.models import MailReceipt

from .calendars import calendar_bytes
from .models import Registration
from .presenters.events import when

SUBJECT_LENGTH = 160
#: Which state each letter speaks of: one that is not true any more is not sent.
STATES = {
    "confirm": (Registration.State.PENDING,),
    "known": (Registration.State.CONFIRMED, Registration.State.WAITING),
    "placed": (Registration.State.CONFIRMED,),
    "waiting": (Registration.State.WAITING,),
    "cancelled": (Registration.State.CANCELLED,),
}


def order(registration: Registration, kind: str) -> None:
    """Order a letter in the transaction of the deed that it tells of: no deed, no letter."""
    key = f"registration:{registration.pk}:{kind}:{timezone.now().isoformat()}"
    send.enqueue(str(registration.pk), kind, key)


@task()
def send(registration_pk: str, kind: str, key: str, attempt: int = 0) -> bool:
    """Send one letter; False when it went out before, is not true any more, or is tried again later."""
    row = (
        Registration.objects.filter(pk=registration_pk, state__in=STATES[kind])
        .select_related("event")
        .first()
    )
    if row is None or MailReceipt.objects.filter(key=key).exists():
        return False
    return send_to_visitor(
        _message(row, kind, key), key=key, job=send, args=(registration_pk, kind, key), attempt=attempt
    )


def _message(row: Registration, kind: str, key: str) -> EmailMessage:
    with override(row.language):
        context = {
            "registration": row,
            "event": row.event,
            "when": when(row.event),
            "url": absolute(reverse("investment:registration", args=[row.token])),
        }
        text = render_to_string(f"mail/registration_{kind}.txt", context)
        calendar = calendar_bytes([row.event], str(row.event)) if kind == "placed" else None
    subject, _, body = text.strip().partition("\n")
    message = EmailMessage(
        " ".join(subject.split())[:SUBJECT_LENGTH],
        body.strip() + "\n",
        settings.DEFAULT_FROM_EMAIL,
        [row.email],
        headers={
            "Message-ID": message_id(key),
            "Auto-Submitted": "auto-generated",
            "X-Auto-Response-Suppress": "All",
            "Content-Language": HTML_LANG[row.language],
        },
    )
    if calendar is not None:
        message.attach(f"{row.event.slug}.ics", calendar, "text/calendar; method=PUBLISH")
    return message
