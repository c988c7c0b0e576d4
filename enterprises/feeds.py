"""An Atom feed of any list of the directory: the enterprises that were updated last."""

from __future__ import annotations

from datetime import datetime, time

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from bilingual.addresses import absolute
from publishing.feeds import EditionFeed
from ui.faceted import list_title

from .directory.answers import Answer
from .filters import EnterpriseFilters
from .models import Enterprise

ITEMS = 50


class DirectoryFeed(EditionFeed):
    def get_object(self, request):
        return EnterpriseFilters(request.GET)

    def title(self, filters: EnterpriseFilters) -> str:
        whole = _("Enterprises of Liangjiang New Area")
        return list_title(filters.chosen, whole, _("Enterprises: %(filters)s"))

    def link(self, filters: EnterpriseFilters) -> str:
        return absolute(reverse("enterprises:list") + filters.question)

    def feed_url(self, filters: EnterpriseFilters) -> str:
        return absolute(reverse("enterprises:feed") + filters.question)

    def items(self, filters: EnterpriseFilters) -> list[Enterprise]:
        return Answer(filters).latest(ITEMS)

    def item_title(self, enterprise: Enterprise) -> str:
        return enterprise.short_name

    def item_description(self, enterprise: Enterprise) -> str:
        return enterprise.activity

    def item_updateddate(self, enterprise: Enterprise) -> datetime:
        """The last change or the last check, which has a day only."""
        changed = super().item_updateddate(enterprise)
        if not enterprise.verified_on:
            return changed
        return max(changed, timezone.make_aware(datetime.combine(enterprise.verified_on, time())))

    def item_categories(self, enterprise: Enterprise) -> list[str]:
        return [industry.name for industry in enterprise.industries.all()]
