from __future__ import annotations

from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from publishing.editions import live_or_404
from publishing.heads import record_head
from ui.breadcrumbs import desk_trail
from ui.head import page_head
from ui.pagination import paginate

from ..exports import project_file
from ..models import Project
from ..presenters import projects as presenters
from ..presenters.charts import charts
from ..project_filters import ProjectFilters, stage_words
from ..project_register import project_register

NEWS = 6
FORMS = ("xlsx", "csv", "json")


@require_safe
def projects(request):
    known = project_register()
    filters = ProjectFilters(request.GET, known)
    page = paginate(
        request, None, total=len(filters.keys), window=lambda start, stop: in_order(filters.keys[start:stop])
    )
    breadcrumbs = desk_trail((_("Projects"), None))
    description = _(
        "Investment projects of Liangjiang New Area from signature to production, stage by stage."
    )
    title = _("Projects")
    feed = reverse("investment:projects_feed") + filters.address()
    words = {
        "year": {str(bar.value): str(bar.value) for bar in known.by_year},
        "industry": dict(filters.words["industry"]),
        "stage": dict(stage_words()),
    }
    context = {
        "filters": filters,
        "page": page,
        "totals": presenters.totals_said(known.totals_of(filters.keys)),
        "charts": charts(known, words, request.path),
        "files": [
            (
                form,
                reverse("investment:projects_file", args=[form]) + filters.query,
                presenters.FILE_NAMES[form],
            )
            for form in FORMS
        ],
        "feed": feed,
        "breadcrumbs": breadcrumbs,
        "head": page_head(
            request.path + filters.query, title, description, breadcrumbs, feeds=[(title, feed)]
        ),
    }
    return render(request, "investment/projects.html", context)


def in_order(keys: list[int]) -> list[Project]:
    """Projects with what their cards show, in the order of the keys."""
    found = Project.objects.for_cards().in_bulk(keys)
    return [found[key] for key in keys if key in found]


@require_safe
def file(request, form):
    """Exactly the projects that the address asks for, with their sources, as a file."""
    if form not in FORMS:
        raise Http404
    filters = ProjectFilters(request.GET, project_register())
    return project_file(form, filters.keys, address=reverse("investment:projects") + filters.query)


@require_safe
def project(request, slug):
    project = live_or_404(Project.objects.for_page(), slug=slug)
    return render(request, "investment/project.html", project_context(project))


def project_context(project: Project) -> dict:
    breadcrumbs = desk_trail((_("Projects"), reverse("investment:projects")), (project.name, None))
    return {
        "project": project,
        "lines": presenters.project_lines(project),
        "realised": presenters.realised_lines(project),
        "milestones": presenters.milestones(project),
        "investors": presenters.investors(project),
        "articles": project.articles.live().newest_first().for_cards()[:NEWS],
        "breadcrumbs": breadcrumbs,
        "head": record_head(project, project.name, project.summary, breadcrumbs),
    }
