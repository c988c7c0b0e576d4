from __future__ import annotations

from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from prose.rendering import render_prose
from publishing.editions import live_or_404
from publishing.heads import record_head
from ui.breadcrumbs import desk_trail
from ui.head import page_head
from ui.pagination import paginate

from ..models import Opportunity
from ..opportunity_filters import OpportunityFilters
from ..presenters.opportunities import opportunity_lines, result_count, row_of


@require_safe
def opportunities(request):
    filters = OpportunityFilters(request.GET)
    page = paginate(
        request,
        Opportunity.objects.filter(pk__in=filters.keys).open_first().for_cards(),
        total=len(filters.keys),
    )
    breadcrumbs = desk_trail((_("Opportunities"), None))
    description = _("Opportunities open to investors in Liangjiang New Area, each with an end date.")
    context = {
        "filters": filters,
        "page": page,
        "rows": [row_of(opportunity) for opportunity in page.items],
        "has_samples": any(opportunity.is_sample for opportunity in page.items),
        "count": result_count(page.total),
        "breadcrumbs": breadcrumbs,
        "head": page_head(request.path + filters.address(), _("Opportunities"), description, breadcrumbs),
    }
    return render(request, "investment/opportunities.html", context)


@require_safe
def opportunity(request, slug):
    opportunity = live_or_404(Opportunity.objects.for_page(), slug=slug)
    return render(request, "investment/opportunity.html", opportunity_context(opportunity))


def opportunity_context(opportunity: Opportunity) -> dict:
    breadcrumbs = desk_trail(
        (_("Opportunities"), reverse("investment:opportunities")), (opportunity.name, None)
    )
    return {
        "opportunity": opportunity,
        "body": render_prose(opportunity.body),
        "lines": opportunity_lines(opportunity),
        "breadcrumbs": breadcrumbs,
        "head": record_head(opportunity, opportunity.name, opportunity.summary, breadcrumbs),
    }
