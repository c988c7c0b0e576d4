from __future__ import annotations

from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from prose.rendering import render_prose
from publishing.editions import live_or_404
from ui.breadcrumbs import trail

from ..models import Award, Scheme
from ..presenters.designations import ledger, terms
from ..presenters.heads import list_head, record_head


@require_safe
def schemes(request):
    breadcrumbs = trail((_("Designations"), None))
    description = _(
        "Who awards which designation to enterprises and factories, for how long, and who holds it."
    )
    context = {
        "schemes": Scheme.objects.live().with_standings(),
        "breadcrumbs": breadcrumbs,
        "head": list_head(request.path, _("Designations"), description, breadcrumbs),
    }
    return render(request, "enterprises/schemes.html", context)


@require_safe
def scheme(request, slug):
    scheme = live_or_404(Scheme.objects.for_page(), slug=slug)
    return render(request, "enterprises/scheme.html", scheme_context(scheme))


def scheme_context(scheme: Scheme) -> dict:
    breadcrumbs = trail((_("Designations"), reverse("enterprises:schemes")), (scheme.name, None))
    return {
        "scheme": scheme,
        "body": render_prose(scheme.body),
        "terms": terms(scheme),
        "has_local_counts": any(batch.size_in_chongqing for batch in scheme.batches.all()),
        "ledger": ledger(Award.objects.of_scheme(scheme).of_live_enterprises()),
        "breadcrumbs": breadcrumbs,
        "head": record_head(scheme, scheme.name, scheme.summary, breadcrumbs),
    }
