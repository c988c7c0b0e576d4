"""Subscribing, confirming, changing, leaving. Whoever leaves is deleted, with every trace of the letters."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from django.core import signing
from django.db import transaction
from django.utils import timezone

from publishing.journal import empty_journal
from publishing.mailing import email_key

from . import letters
from .models import SALT, Subscription

#: Days until a subscription that nobody confirmed is erased.
PENDING_DAYS = 7
#: Until the same form may cause another letter to the same address.
LETTER_PAUSE = timedelta(minutes=10)
#: Letters that forms may cause to one address within a day, whatever the lists.
LETTERS_A_DAY = 6


@transaction.atomic
def subscribe(
    *, list_key: str, query: str, email: str, language: str, frequency: str, consent: str
) -> Subscription:
    """Take a form and write to its address. Sent twice, it is one subscription and one letter.

    Who has subscribed already is told so by letter alone: the page must not say whose address is known. A form changes
    nothing of a subscription that its address has confirmed.
    """
    words = {"email": email, "frequency": frequency, "consent": consent}
    row, is_new = Subscription.objects.select_for_update().get_or_create(
        email_key=email_key(email), list_key=list_key, query=query, language=language, defaults=words
    )
    if not is_new and not row.is_confirmed:
        for field, value in words.items():
            setattr(row, field, value)
        row.save(update_fields=list(words))
    if _may_write(row):
        row.asked_at = timezone.now()
        row.save(update_fields=["asked_at"])
        letters.order(row, letters.KNOWN if row.is_confirmed else letters.CONFIRM)
    return row


def _may_write(row: Subscription) -> bool:
    """Whether a form may cause one more letter: nobody's mailbox is filled by the forms of others."""
    now = timezone.now()
    if row.asked_at is not None and now - row.asked_at < LETTER_PAUSE:
        return False
    today = Subscription.objects.filter(email_key=row.email_key, asked_at__gt=now - timedelta(days=1))
    return today.count() < LETTERS_A_DAY


def found_by(key: str) -> Subscription | None:
    """The subscription that a signed key opens; None for a forged key, and when it is gone."""
    try:
        name = signing.Signer(salt=SALT).unsign(key)
        return Subscription.objects.filter(pk=UUID(name)).first()
    except (signing.BadSignature, ValueError):
        return None


def confirm(subscription: Subscription, at: datetime | None = None) -> None:
    """Begin to write; done twice it is done once. What is public by now is no news."""
    at = at or timezone.now()
    Subscription.objects.filter(pk=subscription.pk, confirmed_at=None).update(confirmed_at=at, told_until=at)
    subscription.refresh_from_db()


def change(subscription: Subscription, *, frequency: str) -> None:
    """Write more or less often from now on. What has not been told yet stays to be told."""
    subscription.frequency = frequency
    subscription.save(update_fields=["frequency"])


def leave(subscription: Subscription) -> None:
    """Erase a subscription and what is known of its letters."""
    Subscription.objects.filter(pk=subscription.pk).delete()
    empty_journal()


def erase(subscription: Subscription) -> int:
    """Erase every subscription of the same address; how many."""
    _rows, by_model = Subscription.objects.filter(email_key=subscription.email_key).delete()
    empty_journal()
    return by_model.get(Subscription._meta.label, 0)


def others_of(subscription: Subscription) -> list[Subscription]:
    """The other subscriptions of the same address that it has confirmed."""
    rows = Subscription.objects.filter(email_key=subscription.email_key, confirmed_at__isnull=False)
    return list(rows.exclude(pk=subscription.pk))
