from __future__ import annotations

from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from publishing.editions import live_or_404
from ui.breadcrumbs import trail
from ui.head import Head

from ..models import Industry


@require_safe
def industries(request):
    title = _("Industries")
    context = {
        "industries": Industry.objects.live(),
        "breadcrumbs": trail((title, None)),
        "head": Head(path=request.path, title=title),
    }
    return render(request, "enterprises/industries.html", context)


@require_safe
def industry(request, slug):
    industry = live_or_404(Industry.objects.all(), slug=slug)
    record = industry
    context = {
        "industry": record,
        "breadcrumbs": trail((_("Industries"), reverse("enterprises:industries")), (record.name, None)),
        "head": Head(path=request.path, title=record.name, languages=record.live_languages()),
    }
    return render(request, "enterprises/industry.html", context)
