from __future__ import annotations

from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from evidence.lines import fact_lines
from prose.rendering import render_prose
from publishing.editions import live_or_404
from publishing.heads import record_head
from ui.breadcrumbs import desk_trail, trail
from ui.head import page_head

from ..models import Enterprise, Park
from ..park_filters import ParkFilters
from ..presenters.distances import (
    distance_table,
    nodes_of,
    shows_samples,
    term_columns,
    term_tables,
    way_columns,
    way_to,
)
from ..presenters.parks import facilities_in, names_of, park_count, parks_by_kind, residents_by_park
from ..presenters.schematic import drawings
from ..presenters.structured import place

ENTERPRISES = 20
PROJECTS = 6
PLACES = 6
NEWS = 6
#: More filters than these make a page of their own for nobody: search engines are asked to leave it.
MOST_INDEXED = 1


@require_safe
def parks(request):
    filters = ParkFilters(request.GET)
    found = filters.found
    near = nodes_of(found)
    residents = residents_by_park(filters.parks)
    breadcrumbs = desk_trail((_("Industrial Parks"), None))
    description = _("Parks, zones, ports and stations of Liangjiang New Area, and what is located where.")
    head = page_head(request.path + filters.address(), _("Industrial Parks"), description, breadcrumbs)
    if len(filters.pairs) > MOST_INDEXED or not found:
        head.robots = "noindex, follow"
    context = {
        "title": _("Industrial Parks"),
        "filters": filters,
        "count": park_count(len(found)),
        "rows": [(park, residents.get(park.pk, 0), way_to(park, filters.node)) for park in found],
        "drawings": drawings(filters.parks, filters.node, {*filters.keys} if filters.pairs else None),
        # Columns in which nothing would stand are left out.
        "nodes": near,
        "distances": distance_table(found, near),
        "has_samples": any(way.is_sample for park in filters.parks for way in park.transport.all()),
        "breadcrumbs": breadcrumbs,
        "head": head,
    }
    return render(request, "enterprises/parks.html", context)


@require_safe
def zones(request):
    breadcrumbs = trail(
        (_("About Liangjiang"), reverse("pages:section_about")), (_("Development Zones"), None)
    )
    description = _("Development zones, business and exhibition districts of Liangjiang New Area.")
    context = {
        "title": _("Development Zones"),
        "groups": parks_by_kind(Park.objects.live().zones().for_cards()),
        "breadcrumbs": breadcrumbs,
        "head": page_head(request.path, _("Development Zones"), description, breadcrumbs),
    }
    return render(request, "enterprises/zones.html", context)


@require_safe
def park(request, slug):
    park = live_or_404(Park.objects.for_page(), slug=slug)
    return render(request, "enterprises/park.html", park_context(park))


def park_context(park: Park) -> dict:
    breadcrumbs = desk_trail((_("Industrial Parks"), reverse("enterprises:parks")), (park.name, None))
    enterprises = Enterprise.objects.live().in_parks([park.slug]).by_name().for_cards()[:ENTERPRISES]
    terms = term_tables(park)
    ways = sorted(park.transport.all(), key=lambda way: (way.node.kind, way.position))
    reached_from = sorted(
        park.reached_from.all(), key=lambda way: (way.minutes is None, way.minutes or 0, way.park.position)
    )
    return {
        "park": park,
        "body": render_prose(park.body),
        "names": names_of(park),
        "facts": fact_lines(park.facts.all()),
        "terms": terms,
        "term_columns": term_columns(terms),
        "ways": ways,
        "way_columns": way_columns(ways),
        "reached_from": reached_from,
        "reached_columns": way_columns(reached_from),
        "has_samples": shows_samples(park),
        "residents": [(one, facilities_in(one, park)) for one in enterprises],
        "projects": park.projects.live().latest_signed().for_cards()[:PROJECTS],
        "places": park.places.live().select_related("image")[:PLACES],
        "articles": park.articles.live().newest_first().for_cards()[:NEWS],
        "breadcrumbs": breadcrumbs,
        "head": record_head(park, park.name, park.summary, breadcrumbs, place(park)),
    }
