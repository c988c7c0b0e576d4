from __future__ import annotations

from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from prose.rendering import render_prose
from publishing.editions import live_or_404
from ui.breadcrumbs import trail

from ..models import Industry
from ..presenters.heads import list_head, record_head

ENTERPRISES = 12
PROJECTS = 6
NEWS = 6


@require_safe
def industries(request):
    breadcrumbs = trail((_("Industries"), None))
    description = _(
        "The industries that Liangjiang New Area builds on: firms, parks, projects and policy focus."
    )
    context = {
        "industries": Industry.objects.live().select_related("image").defer("body"),
        "breadcrumbs": breadcrumbs,
        "head": list_head(request.path, _("Industries"), description, breadcrumbs),
    }
    return render(request, "enterprises/industries.html", context)


@require_safe
def industry(request, slug):
    industry = live_or_404(Industry.objects.for_page(), slug=slug)
    return render(request, "enterprises/industry.html", industry_context(industry))


def industry_context(industry: Industry) -> dict:
    breadcrumbs = trail((_("Industries"), reverse("enterprises:industries")), (industry.name, None))
    return {
        "industry": industry,
        "body": render_prose(industry.body),
        "enterprises": industry.enterprises.live().by_name().for_cards()[:ENTERPRISES],
        "projects": industry.projects.live().latest_signed().for_cards()[:PROJECTS],
        "articles": industry.articles.live().newest_first().for_cards()[:NEWS],
        "breadcrumbs": breadcrumbs,
        "head": record_head(industry, industry.name, industry.summary, breadcrumbs),
    }
