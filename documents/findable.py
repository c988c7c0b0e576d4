"""What of the document library can be found by searching."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from search_index.documents import live_titles, searchable

from .models import Document

searchable(
    Document,
    key="document",
    label=_("Documents"),
    title="title",
    rank=25,
    names=lambda document: (*live_titles(document, "title"), document.number),
    also=lambda document: (document.get_kind_display(),),
)
