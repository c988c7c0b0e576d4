"""The pages of the directory over working copies."""

from __future__ import annotations

from django.shortcuts import render

from publishing.drafts.working_copies import frozen
from publishing.preview.previewing import narrow, previews

from .models import Award, ChainPlace, Enterprise, Industry, Park, Scheme, Tie, TransportLink
from .views.designations import scheme_context
from .views.industries import industry_context
from .views.parks import park_context
from .views.profile import profile_context


@previews(Enterprise)
def enterprise(request, record):
    narrow(record, "industries", "subsidiaries")
    awards = [award for award in record.awards.all() if award.level.scheme.is_live()]
    record._prefetched_objects_cache["awards"] = frozen(Award, awards)
    ties = [tie for tie in record.ties.all() if tie.other.is_live()]
    record._prefetched_objects_cache["ties"] = frozen(Tie, ties)
    places = [place for place in record.chain_places.all() if place.link.industry.is_live()]
    record._prefetched_objects_cache["chain_places"] = frozen(ChainPlace, places)
    return render(request, "enterprises/detail.html", profile_context(record))


@previews(Park)
def park(request, record):
    narrow(record, "industries", "children")
    ways = [way for way in record.transport.all() if way.node.is_live()]
    record._prefetched_objects_cache["transport"] = frozen(TransportLink, ways)
    return render(request, "enterprises/park.html", park_context(record))


@previews(Industry)
def industry(request, record):
    narrow(record, "children", "parks")
    return render(request, "enterprises/industry.html", industry_context(record))


@previews(Scheme)
def scheme(request, record):
    return render(request, "enterprises/scheme.html", scheme_context(record))
