"""The clock: looks every few seconds for what is due and carries it out. One process runs it at a time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Count, Max, Q, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from ..models import ClockBeat, Release, ScheduledPublication
from ..release import releasing
from . import due, passing

#: How often it looks, and after how long without a sign of life another process takes over.
EVERY = timedelta(seconds=5)
LEASE = timedelta(seconds=30)


@dataclass(frozen=True)
class ClockState:
    """What the newsroom says about the clock. ``waiting`` counts the changes that depend on it."""

    beat_at: datetime | None
    is_running: bool
    waiting: int

    @property
    def is_missed(self) -> bool:
        """Whether something waits for a clock that does not run."""
        return bool(self.waiting) and not self.is_running


def take_lease(holder: str, now: datetime | None = None) -> bool:
    """Become the one process that runs the clock, or stay it; False while another one shows signs of life.

    A last sign of life that lies in the future, after the clock of the machine was set back, holds nobody up.
    """
    now = now or timezone.now()
    is_free = Q(holder=holder) | Q(holder="") | Q(beat_at__lte=now - LEASE) | Q(beat_at__gt=now + LEASE)
    with transaction.atomic():
        ClockBeat.objects.get_or_create(pk=1, defaults={"holder": holder, "beat_at": now})
        return bool(ClockBeat.objects.filter(is_free, pk=1).update(holder=holder, beat_at=now))


def give_up_lease(holder: str) -> None:
    """Let another process take over at once."""
    ClockBeat.objects.filter(pk=1, holder=holder).update(holder="")


def tick(*, now: datetime | None = None, goes_on: Callable[[], bool] = lambda: True) -> int:
    """Carry out all that is due at a moment (default: now); how many. ``goes_on`` is asked before each one.

    Due is what lies before that moment, however long before: after a stop or a jump nothing is missed. Editions that
    began or ended by themselves meanwhile are told of, and not counted.
    """
    now = now or timezone.now()
    passing.pass_over(now)
    due.void_outdated()
    releasing.void_outdated()
    carried_out = 0
    for carry_out, keys in (
        (due.carry_out, ScheduledPublication.objects.due(now).values_list("pk", flat=True)),
        (releasing.carry_out, Release.objects.due(now).values_list("pk", flat=True)),
    ):
        for key in list(keys):
            if not goes_on():
                return carried_out
            carried_out += carry_out(key, now=now)
    return carried_out


def state(now: datetime | None = None) -> ClockState:
    """When the clock last looked, and what depends on it: one query, also before a clock has ever run."""
    now = now or timezone.now()
    found = ClockBeat.objects.filter(pk=1).aggregate(
        beat_at=Max("beat_at"),
        holder=Max("holder"),
        # A summary has its row where no clock has run yet; the counts are added to nothing in it.
        waiting=Count("pk") * 0 + _number_waiting(ScheduledPublication) + _number_waiting(Release),
    )
    is_running = bool(found["holder"]) and abs(now - found["beat_at"]) < LEASE * 2
    return ClockState(found["beat_at"], is_running, found["waiting"])


def _number_waiting(model):
    rows = model.objects.waiting().order_by().values("state")
    return Coalesce(Subquery(rows.annotate(number=Count("pk")).values("number")), 0)
