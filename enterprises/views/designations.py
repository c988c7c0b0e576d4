from __future__ import annotations

from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from publishing.editions import live_or_404
from ui.breadcrumbs import trail
from ui.head import Head

from ..models import Scheme


@require_safe
def schemes(request):
    title = _("Designations")
    context = {
        "schemes": Scheme.objects.live(),
        "breadcrumbs": trail((title, None)),
        "head": Head(path=request.path, title=title),
    }
    return render(request, "enterprises/schemes.html", context)


@require_safe
def scheme(request, slug):
    scheme = live_or_404(Scheme.objects.all(), slug=slug)
    record = scheme
    context = {
        "scheme": record,
        "breadcrumbs": trail((_("Designations"), reverse("enterprises:schemes")), (record.name, None)),
        "head": Head(path=request.path, title=record.name, languages=record.live_languages()),
    }
    return render(request, "enterprises/scheme.html", context)
