"""What the pages of projects show."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from bilingual.money import Money
from bilingual.quantities import Quantity
from evidence.lines import Line, fact_lines

from ..models import Project
from ..project_register import Totals
from .facts import implied_rate, said


def project_lines(project: Project) -> list[Line]:
    """The fact sheet of a project: money, plan and terms, each with its source."""
    land = project.land_mu is not None and Quantity(project.land_mu, "mu")
    jobs = project.jobs is not None and Quantity(project.jobs, "jobs")
    signed = next((m.on for m in project.milestones.all() if m.stage == "signed"), None)
    lines = [
        Line(
            _("Total investment"),
            said(project.investment),
            signed,
            project.source,
            implied_rate(project.investment),
        ),
        Line(_("Mode"), capfirst(project.get_mode_display())),
        Line(_("Land"), str(land or ""), None, project.source),
        Line(_("Jobs"), str(jobs or ""), None, project.source),
        *fact_lines(project.outputs.all()),
    ]
    return [line for line in lines if line.value]


def milestones(project: Project) -> list[dict]:
    """Entries for ``components/timeline.html``, earliest first."""
    ordered = sorted(project.milestones.all(), key=lambda milestone: milestone.on)
    return [
        {
            "date": milestone.on.say(),
            "title": capfirst(milestone.get_stage_display()),
            "text": milestone.note or "",
            "source": milestone.source,
        }
        for milestone in ordered
    ]


@dataclass
class Investor:
    """Who invests, linked where there is a profile in this language."""

    name: str
    origin: str
    url: str = ""


def investors(project: Project) -> list[Investor]:
    found = []
    for investor in project.investors.all():
        enterprise = investor.enterprise if investor.enterprise and investor.enterprise.is_live() else None
        name = investor.name or (enterprise.short_name if enterprise else "")
        if name:
            url = enterprise.get_absolute_url() if enterprise else ""
            found.append(Investor(name, investor.origin or "", url))
    return found


FILE_NAMES = {"xlsx": gettext_lazy("Workbook (.xlsx)"), "csv": gettext_lazy("Text (.csv)"), "json": "JSON"}


def totals_said(totals: Totals) -> dict[str, str]:
    """What a list adds up to, in sentences; ``count`` is always there, the others only where there is money."""
    words = {
        "count": ngettext("%(number)s project", "%(number)s projects", totals.projects)
        % {"number": totals.projects}
    }
    if totals.pledged:
        words["pledged"] = ngettext(
            "%(amount)s pledged in %(number)s project with a published amount",
            "%(amount)s pledged in %(number)s projects with a published amount",
            totals.with_amount - totals.elsewhere,
        ) % {"amount": totals.pledged, "number": totals.with_amount - totals.elsewhere}
    if totals.realised:
        words["realised"] = _("%(amount)s of it realised, on dated evidence") % {"amount": totals.realised}
    if totals.elsewhere:
        words["elsewhere"] = ngettext(
            "%(number)s project is in another currency and is not included in the total.",
            "%(number)s projects are in other currencies and are not included in the total.",
            totals.elsewhere,
        ) % {"number": totals.elsewhere}
    return words


def realised_lines(project: Project) -> list[Line]:
    """The money that arrived, part by part, the earliest first."""
    parts = sorted(project.realisations.all(), key=lambda part: part.on)
    return [
        Line(part.on.say(), str(Money(part.amount, project.currency)), None, part.source, part.note or "")
        for part in parts
    ]


def news_of(project: Project) -> str:
    """The furthest stage and its date, before the summary; for feeds."""
    reached = project.reached
    if reached is None:
        return project.summary or ""
    stage = _("%(stage)s: %(date)s.") % {
        "stage": capfirst(reached.get_stage_display()),
        "date": reached.on.say(),
    }
    return f"{stage} {project.summary or ''}".strip()
