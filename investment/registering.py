"""Registering for an event: confirmed by mail, a place or the waiting list, cancelled by a link, erased in the end.

Places are given under a lock on the event, so that the last one is given once.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from publishing.audit import auditing
from publishing.chores import daily
from publishing.journal import empty_journal
from publishing.mailing import email_key

from . import registration_letters as letters
from .models import Event, Registration

State = Registration.State
#: Days after the event until everything about its guests is erased.
KEPT_DAYS = 30
#: Days until a registration that nobody confirmed is erased.
PENDING_DAYS = 7
#: Until the same form may cause another letter to the same address.
LETTER_PAUSE = timedelta(minutes=10)


class NoPlace(Exception):
    """Nobody can be taken any more: the event has begun, or it is full and has no waiting list."""


OPEN, WAITING, FULL, ENDED = "open", "waiting", "full", "ended"


@dataclass(frozen=True)
class Standing:
    """Whether one can register for an event now.

    ``state`` is OPEN, WAITING (for the waiting list only), FULL or ENDED; ``left`` counts free places, None where there
    is no limit.
    """

    state: str
    left: int | None = None


def standing_of(event: Event) -> Standing | None:
    """None for an event that takes no registrations, or is over."""
    if not event.takes_registrations or event.is_over:
        return None
    if not event.is_open_for_registration():
        return Standing(ENDED)
    if event.places is None:
        return Standing(OPEN)
    left = max(event.places - event.registrations.filter(state=State.CONFIRMED).count(), 0)
    if left:
        return Standing(OPEN, left)
    return Standing(WAITING if event.has_waiting_list else FULL, 0)


def erase_day(event: Event) -> date:
    """The day on which everything about the guests of an event is erased."""
    return event.last_day + timedelta(days=KEPT_DAYS)


@transaction.atomic
def register(
    *, event: Event, name: str, organisation: str, email: str, language: str, consent: str
) -> Registration:
    """Take a form and write to its address. Sent twice, it is one registration and one letter.

    Who is registered already is told so by letter alone: the page must not say who comes. A form changes nothing of a
    registration that its address has confirmed.
    """
    words = {
        "name": name,
        "organisation": organisation,
        "email": email,
        "language": language,
        "consent": consent,
    }
    row, is_new = Registration.objects.select_for_update().get_or_create(
        event=event, email_key=email_key(email), defaults={**words, "erase_on": erase_day(event)}
    )
    if not is_new and row.state in (State.PENDING, State.CANCELLED):
        for field, value in words.items():
            setattr(row, field, value)
        row.state, row.cancelled_at = State.PENDING, None
        row.save()
    now = timezone.now()
    if row.asked_at is None or now - row.asked_at >= LETTER_PAUSE:
        row.asked_at = now
        row.save(update_fields=["asked_at"])
        letters.order(row, "confirm" if row.state == State.PENDING else "known")
    return row


@transaction.atomic
def confirm(registration: Registration, at: datetime | None = None) -> Registration:
    """Give a place, or one on the waiting list; done twice it is done once. Raises NoPlace."""
    at = at or timezone.now()
    event = Event.objects.select_for_update().get(pk=registration.event_id)
    row = Registration.objects.select_for_update().get(pk=registration.pk)
    if row.state != State.PENDING:
        return row
    if at >= event.begins:
        raise NoPlace
    if _has_place(event):
        row.state, row.placed_at = State.CONFIRMED, at
    elif event.has_waiting_list:
        row.state = State.WAITING
    else:
        raise NoPlace
    row.confirmed_at = at
    row.save(update_fields=["state", "confirmed_at", "placed_at"])
    letters.order(row, "placed" if row.state == State.CONFIRMED else "waiting")
    return row


@transaction.atomic
def cancel(registration: Registration, *, by=None) -> bool:
    """Give up a place, which goes to whoever waits longest. Whether there was anything to give up."""
    event = Event.objects.select_for_update().get(pk=registration.event_id)
    row = Registration.objects.select_for_update().filter(pk=registration.pk).first()
    if row is None or row.state == State.CANCELLED:
        return False
    was_pending = row.state == State.PENDING
    row.state, row.cancelled_at, row.placed_at, row.confirmed_at = State.CANCELLED, timezone.now(), None, None
    row.save(update_fields=["state", "cancelled_at", "placed_at", "confirmed_at"])
    if by is not None:
        auditing.record("investment.registration_cancelled", subject=row, by=by)
    if not was_pending:
        letters.order(row, "cancelled")
    _give_places(event)
    return True


@transaction.atomic
def promote(registration: Registration, *, by) -> bool:
    """Give a place to somebody who waits, beyond the limit if need be; False when nobody waits, or it has begun."""
    event = Event.objects.select_for_update().get(pk=registration.event_id)
    row = Registration.objects.select_for_update().filter(pk=registration.pk, state=State.WAITING).first()
    now = timezone.now()
    if row is None or now >= event.begins:
        return False
    _place(row, now)
    auditing.record("investment.registration_promoted", subject=row, by=by)
    return True


@transaction.atomic
def erase(registration: Registration, *, by=None) -> None:
    """Take a registration out of the database; a place that it had goes to whoever waits longest."""
    event = Event.objects.select_for_update().get(pk=registration.event_id)
    auditing.record("investment.registration_erased", subject=registration, by=by)
    Registration.objects.filter(pk=registration.pk).delete()
    _give_places(event)
    empty_journal()


def _has_place(event: Event) -> bool:
    return event.places is None or event.registrations.filter(state=State.CONFIRMED).count() < event.places


def _give_places(event: Event) -> int:
    """Places that are free, to those who wait, the first first; how many. Called under the lock on the event."""
    given, now = 0, timezone.now()
    if now >= event.begins:
        return given
    for row in event.registrations.filter(state=State.WAITING).order_by("confirmed_at", "pk"):
        if not _has_place(event):
            break
        _place(row, now)
        given += 1
    return given


def _place(row: Registration, at: datetime) -> None:
    row.state, row.placed_at = State.CONFIRMED, at
    row.save(update_fields=["state", "placed_at"])
    letters.order(row, "placed")


@daily
def fill_places() -> int:
    """Give out places that were added to an event; how many."""
    given = 0
    waiting = Registration.objects.filter(state=State.WAITING).values("event")
    for key in list(Event.objects.filter(pk__in=waiting).values_list("pk", flat=True)):
        with transaction.atomic():
            given += _give_places(Event.objects.select_for_update().get(pk=key))
    return given


@daily
def erase_due(today: date | None = None) -> int:
    """Erase what is past its day, and what nobody confirmed; how many. An event that was moved moves its day."""
    today = today or timezone.localdate()
    for event in Event.objects.filter(pk__in=Registration.objects.values("event")):
        due = erase_day(event)
        event.registrations.exclude(erase_on=due).update(erase_on=due)
    unconfirmed = Q(state=State.PENDING, created_at__date__lte=today - timedelta(days=PENDING_DAYS))
    due = Registration.objects.filter(Q(erase_on__lte=today) | unconfirmed)
    with transaction.atomic():
        number, _by_model = due.delete()
        if number:
            auditing.record("investment.registrations_expired", new={"registrations": number})
            empty_journal()
    return number
