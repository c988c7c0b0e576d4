from __future__ import annotations

from django.shortcuts import render
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ui.breadcrumbs import trail
from ui.head import Head, breadcrumb_list

from .models import Figure


@require_safe
def register(request):
    filed: dict[str, list[Figure]] = {}
    for figure in Figure.objects.live().for_register():
        filed.setdefault(figure.territory, []).append(figure)
    breadcrumbs = trail((_("Facts and figures"), None))
    description = _("Every figure that this site shows, with its territory, date and source.")
    context = {
        "groups": [
            (capfirst(str(territory.label)), filed[territory])
            for territory in Figure.Territory
            if territory in filed
        ],
        "breadcrumbs": breadcrumbs,
        "head": Head(
            path=request.path,
            title=_("Facts and figures"),
            description=description,
            structured=[breadcrumb_list(breadcrumbs)],
        ),
    }
    return render(request, "figures/register.html", context)
