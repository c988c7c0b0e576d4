"""Named questions about articles."""

from __future__ import annotations

from django.db import models
from django.db.models import Exists, OuterRef, Prefetch, Q

from publishing.querysets import PublishableQuerySet

from .months import first_moment_after, first_moment_of


class ColumnQuerySet(models.QuerySet):
    def with_live_articles(self, language=None):
        """Columns that have something to show in a language; topic pages count for the columns that list them."""
        from .models import Article, Column, Special

        filled = Exists(Article.objects.filter(column=OuterRef("pk")).live(language))
        topics = Q(display=Column.Display.SPECIALS) & Exists(Special.objects.live(language))
        return self.filter(filled | topics)


class ArticleQuerySet(PublishableQuerySet):
    def in_column(self, column):
        """Articles of a column or of any column inside it."""
        return self.filter(column__in=[column, *column.children.all()])

    def in_month(self, month: int):
        """Articles dated in a month, such as 202108."""
        return self.filter(dated_at__gte=first_moment_of(month), dated_at__lt=first_moment_after(month))

    def newest_first(self):
        return self.order_by("-dated_at", "-pk")

    def latest_of(self, columns, number: int, language=None):
        """The newest live articles of each of some columns, in one query of index scans."""
        chosen = Q(pk__in=[])
        for column in columns:
            newest = self.live(language).filter(column=column).newest_first()
            chosen |= Q(pk__in=newest.values("pk")[:number])
        return self.filter(chosen).newest_first()

    def for_cards(self):
        """With what a list row or a card shows; long texts stay in the database."""
        return self.select_related("image", "column", "film").defer(
            "body", "body_en", "body_zh_hans", "import_report", "image__caption"
        )

    def for_page(self):
        """With everything that the article page shows, in a constant number of queries."""
        from .models import Byline, GalleryPicture

        return self.select_related(
            "image", "column__parent", "film__poster", "series", "source", "teaser_quote"
        ).prefetch_related(
            Prefetch("bylines", Byline.objects.select_related("author")),
            Prefetch("pictures", GalleryPicture.objects.select_related("image")),
            "corrections",
        )
