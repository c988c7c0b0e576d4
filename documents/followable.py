"""The library, as it is filtered, by mail."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from evidence.samples import name_alone
from subscriptions.lists import Asked, FollowedList, followable
from ui.faceted import list_title

from .filters import DocumentFilters
from .models import Document
from .views import listed_documents


def _ask(query) -> Asked:
    filters = DocumentFilters(query, listed_documents())
    title = list_title(filters.chosen, _("Document library"), _("Document library: %(filters)s"))
    return Asked.of(filters, title, reverse("documents:documents"))


followable(
    FollowedList(
        key="documents",
        label=gettext_lazy("Document library"),
        model=Document,
        ask=_ask,
        say=lambda document: (name_alone(document, document.title), document.summary),
        fetch=lambda keys: Document.objects.filter(pk__in=keys),
    )
)
