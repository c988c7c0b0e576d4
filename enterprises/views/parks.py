from __future__ import annotations

from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from publishing.editions import live_or_404
from ui.breadcrumbs import trail
from ui.head import Head

from ..models import Park


@require_safe
def parks(request):
    title = _("Industrial Parks")
    context = {
        "parks": Park.objects.live(),
        "breadcrumbs": trail((title, None)),
        "head": Head(path=request.path, title=title),
    }
    return render(request, "enterprises/parks.html", context)


@require_safe
def zones(request):
    title = _("Development Zones")
    context = {
        "parks": Park.objects.live().filter(kind=Park.Kind.ZONE),
        "breadcrumbs": trail((title, None)),
        "head": Head(path=request.path, title=title),
    }
    return render(request, "enterprises/zones.html", context)


@require_safe
def park(request, slug):
    park = live_or_404(Park.objects.all(), slug=slug)
    record = park
    context = {
        "park": record,
        "breadcrumbs": trail((_("Industrial Parks"), reverse("enterprises:parks")), (record.name, None)),
        "head": Head(path=request.path, title=record.name, languages=record.live_languages()),
    }
    return render(request, "enterprises/park.html", context)
