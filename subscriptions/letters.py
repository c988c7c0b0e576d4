"""The letter that asks an address to confirm, and the one that tells it that it has subscribed already.

A job knows the key of a subscription and nothing else, so that nothing of a person stays in the queue after it is
erased.
"""

from __future__ import annotations

from django.http import QueryDict
from django.utils import timezone
from django_tasks import task

from bilingual.addresses import absolute
from publishing.mailing import send_to_visitor
from publishing.models import MailReceipt

from .envelopes import in_language_of, message
from .lists import list_of
from .models import Subscription

CONFIRM, KNOWN = "confirm", "known"


def order(subscription: Subscription, kind: str) -> None:
    """Order a letter in the transaction of the deed that it tells of: no deed, no letter."""
    key = f"subscription:{subscription.pk.hex}:{kind}:{timezone.now().isoformat()}"
    send.enqueue(subscription.pk.hex, kind, key)


@task()
def send(subscription_pk: str, kind: str, key: str, attempt: int = 0) -> bool:
    """Send one letter; False when it went out before, is not true any more, or is tried again later."""
    row = Subscription.objects.filter(pk=subscription_pk, confirmed_at__isnull=kind == CONFIRM).first()
    if row is None or MailReceipt.objects.filter(key=key).exists():
        return False
    with in_language_of(row):
        followed = list_of(row.list_key)
        asked = followed.ask(QueryDict(row.query)) if followed else None
        if asked is None:
            return False
        context = {"title": asked.title, "list_url": absolute(asked.address)}
        letter = message(row, f"subscription_{kind}", key, context)
    return send_to_visitor(letter, key=key, job=send, args=(subscription_pk, kind, key), attempt=attempt)
