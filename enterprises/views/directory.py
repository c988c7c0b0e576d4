from __future__ import annotations

from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ui.breadcrumbs import trail
from ui.pagination import paginate

from ..filters import EnterpriseFilters
from ..models import Enterprise
from ..presenters.heads import list_head
from ..presenters.rows import key_figure, park_of, result_count, table


@require_safe
def directory(request):
    filters = EnterpriseFilters(request.GET)
    enterprises = filters.apply(Enterprise.objects.live())
    page = paginate(request, enterprises.for_cards())
    breadcrumbs = trail((_("Enterprises"), None))
    description = _(
        "Enterprises of Liangjiang New Area by industry, park and designation, each figure dated."
    )
    context = {
        "filters": filters,
        "hidden": [("q", filters.text)] * bool(filters.text) + filters.settings,
        "ignored": " ".join(filters.ignored),
        "sorts": filters.ways("sort"),
        "views": filters.ways("view"),
        "page": page,
        "rows": [(one, park_of(one), key_figure(one)) for one in page.items],
        "table": table(page.items) if filters.view == "table" else None,
        "count": result_count(page.total),
        "breadcrumbs": breadcrumbs,
        "head": list_head(request.path + filters.address(), _("Enterprises"), description, breadcrumbs),
    }
    return render(request, "enterprises/list.html", context)
