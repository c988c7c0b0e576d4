"""Letters with news: found to be due, written and handed over by the worker, each at most once.

*Due*: a subscription knows up to which moment it has been told. Moving that moment and writing down the letter about
the stretch between is one transaction, with the earlier moment as its condition: of two workers one does it.

*Handed over*: mail has no transaction with a database. The connection is opened first; then HANDING is committed, again
under a condition; only then the letter is sent. A worker that is killed before leaves a letter that waits and is taken
up again. One that is killed after leaves HANDING, which nobody takes up: it becomes UNCLEAR, and the next letter says
that one may have got lost. So a letter may be missed in that second, and is never sent twice.
"""

from __future__ import annotations

import logging
from datetime import datetime, timedelta
from smtplib import SMTPException, SMTPRecipientsRefused, SMTPResponseException

from django.core.mail import EmailMultiAlternatives, get_connection
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import override
from django_tasks import task

from bilingual.addresses import absolute
from publishing.journal import empty_journal
from publishing.mailing import PAUSES

from .envelopes import in_language_of, message
from .lists import list_of
from .models import Digest, Subscription
from .news import News, news_of
from .timetable import last_due

log = logging.getLogger(__name__)
State = Digest.State
#: How long handing over one letter can take; who is at it for longer was killed.
LONGEST_HANDING = timedelta(hours=1)
#: After so many letters in a row that the server of an address turned away for good, the address is erased.
MOST_REFUSALS = 3


@task()
def do_round() -> int:
    """Settle what was interrupted, write down what is due, and have all that waits sent; how many letters wait."""
    now = timezone.now()
    settle_interrupted(now)
    write_down(now)
    waiting = list(
        Digest.objects.filter(state=State.WAITING, not_before__lte=now).values_list("pk", flat=True)
    )
    for key in waiting:
        send.enqueue(key)
    return len(waiting)


def settle_interrupted(now: datetime) -> int:
    """Give up on letters whose handing over was cut short; how many."""
    cut_short = Digest.objects.filter(state=State.HANDING, changed_at__lt=now - LONGEST_HANDING)
    return cut_short.update(state=State.UNCLEAR, changed_at=now)


def write_down(now: datetime) -> int:
    """Write down a letter for every subscription that is due and has news; how many. Safe to do again at any time."""
    found: dict[tuple, bool] = {}
    written = 0
    for frequency in Subscription.Frequency.values:
        until = last_due(frequency, now)
        due = Subscription.objects.filter(frequency=frequency, told_until__lt=until)
        for row in due.order_by("pk").iterator(chunk_size=500):
            question = (row.list_key, row.query, row.language, row.told_until, until)
            if question not in found:
                found[question] = bool(_news(*question))
            written += _take(row, until, has_news=found[question])
    return written


@transaction.atomic
def _take(row: Subscription, until: datetime, *, has_news: bool) -> bool:
    """Move the moment up to which somebody has been told, with the letter that tells; whether there is one."""
    moved = Subscription.objects.filter(pk=row.pk, told_until=row.told_until).update(told_until=until)
    if not moved or not has_news:
        return False
    Digest.objects.create(subscription=row, since=row.told_until, until=until, not_before=timezone.now())
    return True


def _news(list_key: str, query: str, language: str, since: datetime, until: datetime) -> News | None:
    followed = list_of(list_key)
    if followed is None:
        return None
    with override(language):
        return news_of(followed, query, since, until)


@task()
def send(digest_pk: int) -> bool:
    """Hand over one letter, with what is live now; False when another worker has it, or it is not to be sent now."""
    digest = Digest.objects.filter(pk=digest_pk, state=State.WAITING).select_related("subscription").first()
    if digest is None or digest.not_before > timezone.now():
        return False
    row = digest.subscription
    news = _news(row.list_key, row.query, row.language, digest.since, digest.until)
    if not news:
        _move(digest, State.WAITING, State.DROPPED)
        return False
    letter = letter_of(digest, news)
    connection = get_connection()
    try:
        connection.open()
    except (SMTPException, OSError) as error:
        return _try_later(digest, State.WAITING, type(error).__name__)
    try:
        if not _move(digest, State.WAITING, State.HANDING):
            return False
        return _hand_over(digest, letter, connection)
    finally:
        connection.close()


def _hand_over(digest: Digest, letter: EmailMultiAlternatives, connection) -> bool:
    """From here on the letter may have arrived, unless the server says that it did not take it."""
    try:
        connection.send_messages([letter])
    except SMTPRecipientsRefused as error:
        codes = [code for code, _said in error.recipients.values()]
        if all(code >= 500 for code in codes):
            return _refused(digest)
        return _try_later(digest, State.HANDING, "the recipient was refused for now")
    except SMTPResponseException as error:
        return _try_later(digest, State.HANDING, type(error).__name__)
    except (SMTPException, OSError) as error:
        log.warning("Nobody knows whether letter %s arrived: %s", digest.pk, type(error).__name__)
        _move(digest, State.HANDING, State.UNCLEAR)
        return False
    _move(digest, State.HANDING, State.SENT)
    Subscription.objects.filter(pk=digest.subscription_id, refusals__gt=0).update(refusals=0)
    return True


def _move(digest: Digest, before: str, after: str, **more) -> bool:
    """Bring a letter from one state to the next; False when another worker was quicker, or the subscriber left."""
    moved = Digest.objects.filter(pk=digest.pk, state=before)
    return bool(moved.update(state=after, changed_at=timezone.now(), **more))


def _try_later(digest: Digest, state: str, why: str) -> bool:
    """The server has not taken the letter, and said so."""
    if digest.attempts >= len(PAUSES):
        log.warning("Letter %s was given up: %s", digest.pk, why)
        _move(digest, state, State.FAILED, attempts=F("attempts") + 1)
        return False
    later = timezone.now() + timedelta(minutes=PAUSES[digest.attempts])
    with transaction.atomic():
        _move(digest, state, State.WAITING, attempts=F("attempts") + 1, not_before=later)
        send.using(run_after=later).enqueue(digest.pk)
    return False


def _refused(digest: Digest) -> bool:
    """An address that its server does not know is of no use to anybody, and is forgotten in the end."""
    with transaction.atomic():
        _move(digest, State.HANDING, State.FAILED)
        rows = Subscription.objects.filter(pk=digest.subscription_id)
        rows.update(refusals=F("refusals") + 1)
        if rows.filter(refusals__gte=MOST_REFUSALS).delete()[0]:
            empty_journal()
    log.warning("The recipient of letter %s was refused for good", digest.pk)
    return False


def letter_of(digest: Digest, news: News) -> EmailMultiAlternatives:
    """The letter as it goes out; its Message-ID is the same however often it is made."""
    row = digest.subscription
    with in_language_of(row):
        context = {
            "title": news.asked.title,
            "list_url": absolute(news.asked.address),
            "fresh": news.fresh,
            "changed": news.changed,
            "more": news.more,
            "number": news.number,
            "until": digest.until,
            "lost": _lost_before(digest),
        }
        return message(row, "subscription_digest", f"digest:{digest.pk}:{digest.until.isoformat()}", context)


def _lost_before(digest: Digest) -> Digest | None:
    """The letter before this one, if nobody knows whether it arrived."""
    before = Digest.objects.filter(subscription=digest.subscription_id, until__lt=digest.until)
    last = before.exclude(state=State.DROPPED).order_by("-until").first()
    return last if last and last.state in (State.UNCLEAR, State.FAILED) else None
