"""What is done for subscriptions once a day."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from publishing.chores import daily
from publishing.journal import empty_journal

from . import digests
from .models import Digest, Subscription
from .subscribing import PENDING_DAYS
from .timetable import rounds_of

#: Days for which the figures of letters are kept.
KEPT_DAYS = 60


@daily
def order_rounds() -> int:
    """Have the worker look for what is due at its hours today. Done twice, the second round finds nothing to do."""
    for moment in rounds_of(timezone.now()):
        digests.do_round.using(run_after=moment).enqueue()
    return 0


@daily
def erase_unconfirmed() -> int:
    """Erase what nobody confirmed within seven days; how many."""
    before = timezone.now() - timedelta(days=PENDING_DAYS)
    _rows, by_model = Subscription.objects.filter(confirmed_at=None, created_at__lt=before).delete()
    empty_journal()
    return by_model.get(Subscription._meta.label, 0)


@daily
def forget_letters() -> int:
    """Forget letters of long ago; how many."""
    before = timezone.now() - timedelta(days=KEPT_DAYS)
    number, _by_model = (
        Digest.objects.filter(until__lt=before)
        .exclude(state__in=(Digest.State.WAITING, Digest.State.HANDING))
        .delete()
    )
    return number
