"""The list of policies, as it is filtered, by mail."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from evidence.samples import name_alone
from subscriptions.lists import Asked, FollowedList, followable
from ui.faceted import list_title

from .filters import PolicyFilters
from .models import Policy
from .views.pages import listed_policies


def _ask(query) -> Asked:
    filters = PolicyFilters(query, listed_policies())
    title = list_title(filters.chosen, _("Policies"), _("Policies: %(filters)s"))
    return Asked.of(filters, title, reverse("policies:policies"))


followable(
    FollowedList(
        key="policies",
        label=gettext_lazy("Policies"),
        model=Policy,
        ask=_ask,
        say=lambda policy: (name_alone(policy, policy.title), policy.summary),
        fetch=lambda keys: Policy.objects.filter(pk__in=keys),
    )
)
