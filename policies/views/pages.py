"""The list of policies, its exports, and the page of one."""

from __future__ import annotations

from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from prose.rendering import render_prose
from publishing.editions import live_or_404
from publishing.heads import record_head
from ui.breadcrumbs import desk_trail
from ui.head import page_head
from ui.pagination import paginate

from .. import presenters
from ..exports import KINDS, policy_file
from ..filters import PolicyFilters
from ..models import Policy
from ..structured import legislation
from ..succession import chain_of

#: Long texts that lists do not show.
TEXTS = ("body", "body_en", "body_zh_hans", "interpretation", "interpretation_en", "interpretation_zh_hans")


def listed_policies() -> list[Policy]:
    """All live policies with what a card shows, in one query: those that hold first, real ones before samples."""
    policies = Policy.objects.live().newest_first().defer(*TEXTS).for_cards()
    return sorted(policies, key=lambda policy: (policy.standing().is_over, policy.is_sample))


@require_safe
def policies(request):
    filters = PolicyFilters(request.GET, listed_policies())
    page = paginate(request, filters.found, total=len(filters.found))
    breadcrumbs = desk_trail((_("Policies"), None))
    count = ngettext("%(number)s policy", "%(number)s policies", len(filters.found)) % {
        "number": len(filters.found)
    }
    feed = reverse("policies:feed") + filters.address()
    context = {
        "filters": filters,
        "hidden": [("q", filters.text)] if filters.text else [],
        "page": page,
        "cards": [card(policy) for policy in page.items],
        "count": count,
        "exports": [(kind, reverse("policies:export", args=[kind]) + filters.address()) for kind in KINDS],
        "feed": feed,
        "breadcrumbs": breadcrumbs,
        "head": page_head(
            f"{request.path}?page={page.number}" if page.number > 1 else request.path,
            _("Policies"),
            _("Who gives what to whom, and for which period. Policies that have ended are marked."),
            breadcrumbs,
            feeds=[(_("Policies"), feed)],
        ),
    }
    return render(request, "policies/policies.html", context)


def card(policy: Policy) -> dict:
    """What ``policies/_policy.html`` shows."""
    benefits = [
        {"benefit": benefit, "measure": presenters.measure(benefit)} for benefit in policy.benefits.all()
    ]
    return {
        "policy": policy,
        "standing": policy.standing(),
        "term": presenters.term(policy),
        "benefits": benefits,
    }


@require_safe
def export(request, kind):
    if kind not in KINDS:
        raise Http404
    return policy_file(kind, PolicyFilters(request.GET, listed_policies()).found)


@require_safe
def policy(request, slug):
    policy = live_or_404(Policy.objects.for_page(), slug=slug)
    return render(request, "policies/policy.html", policy_context(policy))


def policy_context(policy: Policy) -> dict:
    breadcrumbs = desk_trail((_("Policies"), reverse("policies:policies")), (policy.title, None))
    return {
        **card(policy),
        "banner": presenters.banner(policy),
        "body": render_prose(policy.body),
        "interpretation": render_prose(policy.interpretation),
        "targets": presenters.targets(policy),
        "chain": chain_of(policy),
        "schemes": [row.level for row in policy.designations.all()],
        "attachments": [
            (part.name or part.document, part.document.get_absolute_url() if part.document else part.url)
            for part in policy.attachments.all()
            if part.document or part.url
        ],
        "breadcrumbs": breadcrumbs,
        "head": record_head(policy, policy.title, policy.summary, breadcrumbs, legislation(policy)),
    }
