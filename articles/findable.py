"""What of the news can be found by searching."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from search_index.documents import live_titles, searchable

from .models import Article, Series, Special


def _besides_its_words(article: Article) -> Iterable[str | None]:
    """Who wrote and photographed it, and what is said in its film."""
    for byline in article.bylines.all():
        yield from (byline.author.name, byline.author.organisation)
    if article.film_id:
        yield from (article.film.title, article.film.transcript)


searchable(
    Article,
    key="article",
    label=_("News"),
    title="headline",
    dated="dated_at",
    section=lambda article: article.column.slug,
    related=("column", "film"),
    fetched=("bylines__author",),
    also=_besides_its_words,
)
for model, key, label in ((Special, "special", _("Specials")), (Series, "series", _("Series"))):
    searchable(
        model,
        key=key,
        label=label,
        title="title",
        rank=10,
        names=lambda collection: live_titles(collection, "title"),
    )
