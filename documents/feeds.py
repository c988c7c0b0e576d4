"""An Atom feed of the library, as it is filtered."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from bilingual.addresses import absolute
from evidence.samples import name_alone
from publishing.feeds import EditionFeed
from ui.faceted import list_title

from .filters import DocumentFilters
from .presenters import kind_said
from .views import listed_documents

ITEMS = 30


class DocumentsFeed(EditionFeed):
    def get_object(self, request):
        return DocumentFilters(request.GET, listed_documents())

    def title(self, filters):
        whole = _("Documents of Liangjiang New Area")
        return list_title(filters.chosen, whole, _("Documents of Liangjiang New Area: %(filters)s"))

    def link(self, filters):
        return absolute(reverse("documents:documents") + filters.address())

    def feed_url(self, filters):
        return absolute(reverse("documents:feed") + filters.address())

    def items(self, filters):
        return sorted(filters.found, key=self.item_updateddate, reverse=True)[:ITEMS]

    def item_title(self, document):
        return name_alone(document, document.title)

    def item_description(self, document):
        return document.summary

    def item_categories(self, document):
        return [kind_said(document)]
