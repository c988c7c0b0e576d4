from __future__ import annotations

from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ui.breadcrumbs import trail
from ui.head import Head

from ..models import Enterprise


@require_safe
def directory(request):
    title = _("Enterprises")
    context = {
        "enterprises": Enterprise.objects.live(),
        "breadcrumbs": trail((title, None)),
        "head": Head(path=request.path, title=title),
    }
    return render(request, "enterprises/list.html", context)
