"""Projects of which nobody has heard for long: who answers for one is written to, once for each silence."""

from __future__ import annotations

from datetime import date, timedelta

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from bilingual.addresses import absolute
from bilingual.languages import LANGUAGES
from publishing.chores import daily
from publishing.mailing import write_to
from publishing.models import MailReceipt
from publishing.rights.permissions import can

from .models import Milestone, Project, Realisation, Stage

#: Months without a dated stage, money or an article after which a project counts as quiet.
QUIET_MONTHS = 12
#: After these nothing more is expected.
ENDS = (Stage.FULL, Stage.STOPPED)
DAYS_A_MONTH = 30.44


def silence_since(today: date | None = None) -> date:
    """The day before which the last news of a quiet project lies."""
    today = today or timezone.localdate()
    return today - timedelta(days=round(QUIET_MONTHS * DAYS_A_MONTH))


def quiet_projects(projects=None, today: date | None = None):
    """Public projects that may still move and of which nothing is on record since the silence began."""
    since = silence_since(today)
    projects = Project.objects.all() if projects is None else projects
    own = {"project": OuterRef("pk")}
    article = Project._meta.get_field("articles").related_model
    return (
        projects.filter(pk__in=Project.objects.live_anywhere().values("pk"), created_at__date__lt=since)
        .exclude(Exists(Milestone.objects.filter(stage__in=ENDS, **own)))
        .exclude(Exists(Milestone.objects.filter(_ends_after(since), **own)))
        .exclude(Exists(Realisation.objects.filter(_ends_after(since), **own)))
        .exclude(
            Exists(article.objects.live_anywhere().filter(projects=OuterRef("pk"), dated_at__date__gte=since))
        )
    )


def _ends_after(day: date) -> Q:
    """Whether a stored period ends on a day or later. Spellings sort by time, but for years that are not finished, and
    halves and quarters, which sort after every month of their year."""
    year = f"{day.year}"
    halves = [f"{year}-H1"] if day.month > 6 else []
    quarters = [f"{year}-Q{number}" for number in range(1, (day.month - 1) // 3 + 1)]
    return (Q(on__gte=day.isoformat()) | Q(on__in=[year, f"{year}-{day.month:02}"])) & ~Q(
        on__in=halves + quarters
    )


@daily
def ask_owners() -> int:
    """Order the letters about quiet projects, each once for a silence; how many."""
    ordered = 0
    found = quiet_projects().exclude(owner=None).select_related("owner")
    for project in found.prefetch_related("milestones", "realisations", "articles"):
        key = f"project-quiet:{project.pk}:{last_news(project).isoformat()}:{project.owner_id}"
        if not can(project.owner, "view", project) or MailReceipt.objects.filter(key=key).exists():
            continue
        write_to(project.owner, "project_quiet", key=key, context=_told(project))
        ordered += 1
    return ordered


def last_news(project: Project) -> date:
    """The last day of which something is on record; that of the record itself when nothing is."""
    periods = [part.on for part in (*project.milestones.all(), *project.realisations.all())]
    days = [period.end for period in periods if period]
    days += [timezone.localdate(article.dated_at) for article in project.articles.all() if article.dated_at]
    return max(days, default=timezone.localdate(project.created_at))


def _told(project: Project) -> dict:
    names = {}
    for language in LANGUAGES:
        with override(language):
            names[language] = str(project)
    url = absolute(reverse("admin:investment_project_change", args=[project.pk]))
    return {"name": names, "since": last_news(project).isoformat(), "months": QUIET_MONTHS, "url": url}
