"""Asking other sites in the background: a few links at a time, each site at most once in a round."""

from __future__ import annotations

from datetime import timedelta
from time import monotonic

from django.conf import settings
from django.db.models import Min
from django.utils import timezone
from django_tasks import TaskResultStatus, task
from django_tasks_db.models import DBTaskResult

from . import verdicts
from .asking import ask
from .models import Link

#: Links and seconds of one round, so that mail and pictures do not wait for slow sites; the pause between two rounds.
ROUND, ROUND_SECONDS, PAUSE = 20, 20.0, timedelta(seconds=20)
#: For so long a link that is being asked for belongs to one worker.
CLAIM = timedelta(minutes=30)


def order_check(after: timedelta | None = None) -> bool:
    """Order a round of checks unless one waits already; False when none was ordered, or checking is switched off."""
    if not settings.CHECK_LINKS:
        return False
    waiting = DBTaskResult.objects.filter(
        status=TaskResultStatus.READY, task_path=check_round.module_path
    ).exists()
    if waiting:
        return False
    (check_round.using(run_after=timezone.now() + after) if after else check_round).enqueue()
    return True


@task()
def check_round() -> int:
    """Ask for the links that are due, one of each site; how many. Orders the next round while there are more.

    A link is claimed before it is asked for, so that two rounds at once never ask twice.
    """
    if not settings.CHECK_LINKS:
        return 0
    begun, asked = monotonic(), 0
    for key in _one_of_each_site():
        if monotonic() - begun > ROUND_SECONDS:
            break
        now = timezone.now()
        if not Link.objects.due(now).filter(pk=key).update(next_check_at=now + CLAIM):
            continue
        link = Link.objects.get(pk=key)
        verdicts.keep(link, ask(link.address), now=now)
        asked += 1
    if Link.objects.due().exists():
        order_check(after=PAUSE)
    return asked


def _one_of_each_site() -> list[int]:
    sites = Link.objects.due().order_by().values("host").annotate(first=Min("pk"))
    return [row["first"] for row in sites[:ROUND]]
