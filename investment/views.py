from __future__ import annotations

from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from prose.rendering import render_prose
from publishing.editions import live_or_404
from ui.breadcrumbs import trail
from ui.pagination import paginate

from . import presenters
from .models import Event, Project
from .remainder import counted, itemised, not_itemised, remainder_of

UPCOMING = 20
PROJECTS = 60
NEWS = 6


@require_safe
def events(request):
    page = paginate(request, Event.objects.live().past().for_cards())
    upcoming = Event.objects.live().upcoming().for_cards()[:UPCOMING] if page.number == 1 else []
    breadcrumbs = trail((_("Investment events"), None))
    description = _(
        "Signing ceremonies, expos, roadshows and forums: what was promised, and what became of it."
    )
    context = {
        "upcoming": upcoming,
        "years": presenters.by_year(page.items),
        "page": page,
        "breadcrumbs": breadcrumbs,
        "head": presenters.list_head(
            _address(request, page), _("Investment events"), description, breadcrumbs
        ),
    }
    return render(request, "investment/events.html", context)


@require_safe
def event(request, slug):
    event = live_or_404(Event.objects.for_page(), slug=slug)
    return render(request, "investment/event.html", event_context(event))


def event_context(event: Event) -> dict:
    projects = list(event.projects.live().order_by("pk").for_cards()[:PROJECTS])
    remainder = remainder_of(event, projects)
    breadcrumbs = trail((_("Investment events"), reverse("investment:events")), (event.name, None))
    return {
        "event": event,
        "body": render_prose(event.body),
        "lines": presenters.event_lines(event),
        "projects": projects,
        "remainder": remainder,
        "counted": counted(remainder),
        "itemised": itemised(remainder),
        "not_itemised": not_itemised(remainder),
        "implied_rate": presenters.implied_rate(event.total_investment),
        "articles": event.articles.live().newest_first().for_cards()[:NEWS],
        "breadcrumbs": breadcrumbs,
        "head": presenters.record_head(event, event.summary, breadcrumbs, presenters.schema_event(event)),
    }


@require_safe
def projects(request):
    page = paginate(request, Project.objects.live().latest_signed().for_cards())
    breadcrumbs = trail((_("Projects"), None))
    description = _(
        "Investment projects of Liangjiang New Area from signature to production, stage by stage."
    )
    context = {
        "page": page,
        "breadcrumbs": breadcrumbs,
        "head": presenters.list_head(_address(request, page), _("Projects"), description, breadcrumbs),
    }
    return render(request, "investment/projects.html", context)


@require_safe
def project(request, slug):
    project = live_or_404(Project.objects.for_page(), slug=slug)
    return render(request, "investment/project.html", project_context(project))


def project_context(project: Project) -> dict:
    breadcrumbs = trail((_("Projects"), reverse("investment:projects")), (project.name, None))
    return {
        "project": project,
        "lines": presenters.project_lines(project),
        "milestones": presenters.milestones(project),
        "investors": presenters.investors(project),
        "articles": project.articles.live().newest_first().for_cards()[:NEWS],
        "breadcrumbs": breadcrumbs,
        "head": presenters.record_head(project, project.summary, breadcrumbs),
    }


def _address(request, page) -> str:
    return f"{request.path}?page={page.number}" if page.number > 1 else request.path
