from __future__ import annotations

from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from publishing.editions import live_or_404
from ui.breadcrumbs import trail
from ui.head import Head

from ..models import Enterprise


@require_safe
def detail(request, slug):
    enterprise = live_or_404(Enterprise.objects.all(), slug=slug)
    record = enterprise
    context = {
        "enterprise": record,
        "breadcrumbs": trail((_("Enterprises"), reverse("enterprises:list")), (record.short_name, None)),
        "head": Head(path=request.path, title=record.short_name, languages=record.live_languages()),
    }
    return render(request, "enterprises/detail.html", context)
