from __future__ import annotations

from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ui.breadcrumbs import trail
from ui.head import Head

from .matching import clean, find


@require_safe
def search(request):
    text = clean(request.GET.get("q", ""))
    title = _("Search")
    context = {
        "text": text,
        "groups": find(text),
        "breadcrumbs": trail((title, None)),
        "head": Head(path=request.path, title=title, robots="noindex"),
    }
    return render(request, "search/results.html", context)
