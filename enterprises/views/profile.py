from __future__ import annotations

from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from prose.rendering import render_prose
from publishing.editions import live_or_404
from publishing.heads import record_head
from ui.breadcrumbs import desk_trail

from ..models import Enterprise
from ..presenters import profiles
from ..presenters.chains import places_of
from ..presenters.structured import organization
from ..presenters.ties import ties_of
from ..presenters.timeline import timeline_of

NEWS = 6
PROJECTS = 20
EVENTS = 20


@require_safe
def detail(request, slug):
    enterprise = live_or_404(Enterprise.objects.for_profile(), slug=slug)
    return render(request, "enterprises/detail.html", profile_context(enterprise))


def profile_context(enterprise: Enterprise) -> dict:
    """Everything that the profile shows."""
    projects = list(enterprise.projects.live().latest_signed().for_cards()[:PROJECTS])
    events = list(enterprise.events.live().for_cards()[:EVENTS])
    articles = list(enterprise.articles.live().newest_first().for_cards()[:NEWS])
    breadcrumbs = desk_trail((_("Enterprises"), reverse("enterprises:list")), (enterprise.short_name, None))
    return {
        "enterprise": enterprise,
        "description": render_prose(enterprise.description),
        "particulars": profiles.particulars(enterprise),
        "other_names": profiles.other_names(enterprise),
        "figures": profiles.own_figures(enterprise),
        "sites": profiles.sites(enterprise),
        "products": [product for product in enterprise.products.all() if product.name],
        "chains": places_of(enterprise),
        "ties": ties_of(enterprise),
        "projects": projects,
        "events": events,
        "articles": articles,
        "timeline": timeline_of(enterprise, projects=projects, events=events, articles=articles),
        "evidence": profiles.evidence(enterprise, projects),
        "breadcrumbs": breadcrumbs,
        "head": record_head(
            enterprise,
            enterprise.short_name,
            enterprise.activity,
            breadcrumbs,
            organization(enterprise),
        ),
    }
