"""Whether the processes in the background are alive: the clock, and the worker with its queue."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db.models import Case, Count, Min, Q, When
from django.db.models.functions import Greatest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult, get_date_max

from publishing.schedule import clock

from .finding import Finding, Fix, Level

#: A job that waits for longer says that no worker runs, or that it cannot keep up.
PATIENCE = timedelta(minutes=5)
#: For how long a job that failed is told.
FAILURES_OF = timedelta(days=7)


def findings(user) -> list[Finding]:
    return [_clock(), *_worker(user)]


def _clock() -> Finding:
    state = clock.state()
    if state.is_running:
        return Finding(Level.GOOD, _("The clock is running."))
    level = Level.BAD if state.is_missed else Level.WARN
    text = ngettext(
        "The clock is not running; %(number)s scheduled change is waiting for it.",
        "The clock is not running; %(number)s scheduled changes are waiting for it.",
        state.waiting,
    )
    return Finding(level, text % {"number": state.waiting})


def _worker(user) -> list[Finding]:
    now = timezone.now()
    oldest, failed = _queue(now)
    may_look = user.has_perm("django_tasks_database.view_dbtaskresult")
    url = reverse("admin:django_tasks_database_dbtaskresult_changelist")
    fixes = [Fix(_("Show the jobs"), url)] if may_look else []
    if oldest is None or now - oldest < PATIENCE:
        found = [Finding(Level.GOOD, _("The worker is keeping up with its jobs."))]
    else:
        minutes = int((now - oldest).total_seconds() // 60)
        text = ngettext(
            "The oldest job has been waiting for %(number)s minute: the worker is not running or "
            "cannot keep up.",
            "The oldest job has been waiting for %(number)s minutes: the worker is not running or "
            "cannot keep up.",
            minutes,
        )
        found = [Finding(Level.BAD, text % {"number": minutes}, fixes)]
    if failed:
        text = ngettext(
            "%(number)s job failed in the past week.", "%(number)s jobs failed in the past week.", failed
        )
        url = f"{url}?status__exact={TaskResultStatus.FAILED}"
        fixes = [Fix(_("Show the jobs"), url)] if may_look else []
        found.append(Finding(Level.WARN, text % {"number": failed}, fixes))
    return found


def _queue(now: datetime) -> tuple[datetime | None, int]:
    """Since when the oldest job waits that could run, and how many failed of late. A job put off waits from then on."""
    is_put_off = Q(run_after__lte=now)
    is_ready = Q(status=TaskResultStatus.READY) & (is_put_off | Q(run_after=get_date_max()))
    since = Case(When(is_put_off, then=Greatest("enqueued_at", "run_after")), default="enqueued_at")
    rows = DBTaskResult.objects.filter(status__in=(TaskResultStatus.READY, TaskResultStatus.FAILED))
    counted = rows.aggregate(
        oldest=Min(since, filter=is_ready),
        failed=Count("pk", filter=Q(status=TaskResultStatus.FAILED, finished_at__gt=now - FAILURES_OF)),
    )
    return counted["oldest"], counted["failed"]
