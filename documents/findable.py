"""What of the document library can be found by searching."""

from __future__ import annotations

from django.utils.translation import pgettext_lazy

from search_index.documents import live_titles, searchable

from .models import Document

searchable(
    Document,
    key="document",
    label=pgettext_lazy("kind of result", "Documents"),
    title="title",
    rank=25,
    names=lambda document: (*live_titles(document, "title"), document.number),
    also=lambda document: (document.get_kind_display(),),
)
