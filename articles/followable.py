"""All news, or a column of it, by mail."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from subscriptions.lists import Asked, FollowedList, followable

from .models import Article, Column


def _ask(query) -> Asked | None:
    """``column`` is the slug of a column; without it all news is asked for."""
    slug = query.get("column", "")
    if not slug:
        return Asked(_("News"), reverse("articles:news"), "", lambda keys: keys)
    if "\0" in slug:
        return None
    column = Column.objects.prefetch_related("children").filter(slug=slug).first()
    if column is None:
        return None
    within = Article.objects.in_column(column)
    return Asked(
        _("News: %(column)s") % {"column": column.name or column},
        column.get_absolute_url(),
        f"column={column.slug}",
        lambda keys: within.filter(pk__in=keys).values_list("pk", flat=True),
    )


followable(
    FollowedList(
        key="news",
        label=gettext_lazy("News"),
        model=Article,
        ask=_ask,
        say=lambda article: (article.headline, article.summary),
        fetch=lambda keys: Article.objects.filter(pk__in=keys).for_cards(),
        # A slip of the pen that is put right is no news.
        tells_changes=False,
    )
)
