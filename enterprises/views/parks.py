from __future__ import annotations

from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from prose.rendering import render_prose
from publishing.editions import live_or_404
from ui.breadcrumbs import trail

from ..models import Enterprise, Park
from ..presenters.facts import fact_lines
from ..presenters.heads import list_head, place, record_head
from ..presenters.parks import facilities_in, names_of, parks_by_kind

ENTERPRISES = 20
PROJECTS = 6
PLACES = 6
NEWS = 6


@require_safe
def parks(request):
    breadcrumbs = trail((_("Industrial Parks"), None))
    description = _("Parks, zones, ports and stations of Liangjiang New Area, with what stands where.")
    context = {
        "title": _("Industrial Parks"),
        "groups": parks_by_kind(Park.objects.live().for_cards()),
        "breadcrumbs": breadcrumbs,
        "head": list_head(request.path, _("Industrial Parks"), description, breadcrumbs),
    }
    return render(request, "enterprises/parks.html", context)


@require_safe
def zones(request):
    breadcrumbs = trail((_("Development Zones"), None))
    description = _("Development zones, business and exhibition districts of Liangjiang New Area.")
    context = {
        "title": _("Development Zones"),
        "groups": parks_by_kind(Park.objects.live().zones().for_cards()),
        "breadcrumbs": breadcrumbs,
        "head": list_head(request.path, _("Development Zones"), description, breadcrumbs),
    }
    return render(request, "enterprises/parks.html", context)


@require_safe
def park(request, slug):
    park = live_or_404(Park.objects.for_page(), slug=slug)
    return render(request, "enterprises/park.html", park_context(park))


def park_context(park: Park) -> dict:
    breadcrumbs = trail((_("Industrial Parks"), reverse("enterprises:parks")), (park.name, None))
    enterprises = Enterprise.objects.live().in_parks([park.slug]).by_name().for_cards()[:ENTERPRISES]
    return {
        "park": park,
        "body": render_prose(park.body),
        "names": names_of(park),
        "facts": fact_lines(park.facts.all()),
        "residents": [(one, facilities_in(one, park)) for one in enterprises],
        "projects": park.projects.live().latest_signed().for_cards()[:PROJECTS],
        "places": park.places.live().select_related("image")[:PLACES],
        "articles": park.articles.live().newest_first().for_cards()[:NEWS],
        "breadcrumbs": breadcrumbs,
        "head": record_head(park, park.name, park.summary, breadcrumbs, place(park)),
    }
