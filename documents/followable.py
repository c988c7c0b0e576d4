"""The library, as it is filtered, by mail."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from subscriptions.lists import Asked, FollowedList, followable

from .filters import DocumentFilters
from .models import Document
from .sayings import named
from .views import listed_documents


def _ask(query) -> Asked:
    filters = DocumentFilters(query, listed_documents())
    labels = [chosen["label"] for chosen in filters.chosen]
    title = _("Document library: %(filters)s") % {"filters": _(", ").join(map(str, labels))}
    return Asked(
        title if labels else _("Document library"),
        reverse("documents:documents") + filters.address(),
        filters.address().lstrip("?"),
        lambda keys: keys & set(filters.keys),
        tuple(filters.ignored),
    )


followable(
    FollowedList(
        key="documents",
        label=gettext_lazy("Document library"),
        model=Document,
        ask=_ask,
        say=lambda document: (named(document), document.summary),
        fetch=lambda keys: Document.objects.filter(pk__in=keys),
    )
)
