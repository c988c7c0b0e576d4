from __future__ import annotations

from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from evidence.lines import fact_lines
from prose.rendering import render_prose
from publishing.editions import live_or_404
from publishing.heads import record_head
from ui.breadcrumbs import desk_trail
from ui.head import page_head
from ui.pagination import paginate

from ..models import CaseStudy


@require_safe
def cases(request):
    page = paginate(request, CaseStudy.objects.live().for_cards())
    breadcrumbs = desk_trail((_("Success stories"), None))
    description = _("Plants and projects of Liangjiang New Area, told in dated figures with their sources.")
    address = f"{request.path}?page={page.number}" if page.number > 1 else request.path
    context = {
        "page": page,
        "breadcrumbs": breadcrumbs,
        "head": page_head(address, _("Success stories"), description, breadcrumbs),
    }
    return render(request, "investment/cases.html", context)


@require_safe
def case(request, slug):
    case = live_or_404(CaseStudy.objects.for_page(), slug=slug)
    return render(request, "investment/case.html", case_context(case))


def case_context(case: CaseStudy) -> dict:
    breadcrumbs = desk_trail((_("Success stories"), reverse("investment:cases")), (case.name, None))
    parts = [
        ("challenge", _("The challenge"), render_prose(case.challenge)),
        ("measures", pgettext("success story", "What was done"), render_prose(case.measures)),
        ("outcome", _("What was achieved"), render_prose(case.outcome)),
    ]
    return {
        "case": case,
        "parts": [part for part in parts if part[2]],
        "results": fact_lines(case.results.all()),
        "enterprise": case.enterprise if case.enterprise and case.enterprise.is_live() else None,
        "park": case.park if case.park and case.park.is_live() else None,
        "project": case.project if case.project and case.project.is_live() else None,
        "breadcrumbs": breadcrumbs,
        "head": record_head(case, case.name, case.summary, breadcrumbs),
    }
