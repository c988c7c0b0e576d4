"""What of the news can be found by searching."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from search_index.documents import searchable

from .models import Article, Series, Special

searchable(
    Article,
    key="article",
    label=_("News"),
    title="headline",
    dated="dated_at",
    section=lambda article: article.column.slug,
    related=("column",),
)
searchable(Special, key="special", label=_("Specials"), title="title", rank=10)
searchable(Series, key="series", label=_("Series"), title="title", rank=10)
