"""An Atom feed of the policies of a filter: those that were published or changed last."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from bilingual.addresses import absolute
from evidence.samples import name_alone
from publishing.feeds import EditionFeed
from ui.faceted import list_title

from .filters import PolicyFilters
from .presenters import term
from .views.pages import listed_policies

ITEMS = 30


class PoliciesFeed(EditionFeed):
    def get_object(self, request):
        return PolicyFilters(request.GET, listed_policies())

    def title(self, filters):
        whole, narrowed = (
            _("Policies of Liangjiang New Area"),
            _("Policies of Liangjiang New Area: %(filters)s"),
        )
        return list_title(filters.chosen, whole, narrowed)

    def link(self, filters):
        return absolute(reverse("policies:policies") + filters.address())

    def feed_url(self, filters):
        return absolute(reverse("policies:feed") + filters.address())

    def items(self, filters):
        return sorted(filters.found, key=self.item_updateddate, reverse=True)[:ITEMS]

    def item_title(self, policy):
        return name_alone(policy, policy.title)

    def item_description(self, policy):
        """Until when it holds, before what it says."""
        return " · ".join(filter(None, [term(policy), policy.summary]))
