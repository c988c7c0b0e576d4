from __future__ import annotations

from urllib.parse import urlencode

from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from bilingual.languages import joined_sentences
from ui.breadcrumbs import desk_trail
from ui.pagination import paginate

from ..directory.answers import Answer
from ..filters import FIRST_DAY, EnterpriseFilters
from ..models import Enterprise
from ..presenters.directory import directory_head, key_figure, park_of, result_count, table


@require_safe
def directory(request):
    filters = EnterpriseFilters(request.GET)
    answer = Answer(filters)
    answer.count()
    page = paginate(request, Enterprise.objects.none(), total=answer.total, window=answer.window)
    # The other pages of this list stand at its own address, not at the one that was typed.
    page.query = {}
    for name, value in [*filters.pairs, *filters.settings]:
        page.query.setdefault(name, []).append(value)
    address = filters.address()
    if page.number > 1:
        address += ("&" if address else "?") + urlencode({"page": page.number})
    breadcrumbs = desk_trail((_("Enterprises"), None))
    context = {
        "filters": filters,
        "address": request.path + address,
        "first_day": FIRST_DAY.isoformat(),
        "ignored": joined_sentences(filters.ignored),
        "sorts": filters.ways("sort"),
        "views": filters.ways("view"),
        "page": page,
        "rows": [(one, park_of(one), key_figure(one)) for one in page.items],
        "table": table(page.items, filters) if filters.view == "table" else None,
        "ways_out": [] if page.total else answer.ways_out(),
        "exports": exports(filters),
        "feed": reverse("enterprises:feed") + filters.question,
        "count": result_count(page.total),
        "breadcrumbs": breadcrumbs,
        "head": directory_head(request.path, filters, page, breadcrumbs),
    }
    return render(request, "enterprises/list.html", context)


def exports(filters: EnterpriseFilters) -> list[tuple[str, str]]:
    """(name of the format, address) pairs of what is found as a file."""
    names = [("Excel", "xlsx"), ("CSV", "csv"), ("JSON", "json")]
    return [(name, reverse("enterprises:export", args=[kind]) + filters.question) for name, kind in names]
