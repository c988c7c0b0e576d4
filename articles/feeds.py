"""Atom feeds: all news, or one column, in one language each."""

from __future__ import annotations

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from bilingual.addresses import absolute
from publishing.feeds import EditionFeed

from .models import Article, Column

ITEMS = 30


class NewsFeed(EditionFeed):
    def get_object(self, request, slug=None):
        return get_object_or_404(Column.objects.prefetch_related("children"), slug=slug) if slug else None

    def title(self, column):
        return column.name if column else _("News from Liangjiang New Area")

    def subtitle(self, column):
        return column.description if column else ""

    def link(self, column):
        return absolute(column.get_absolute_url() if column else reverse("articles:news"))

    def feed_url(self, column):
        if column:
            return absolute(reverse("articles:column_feed", args=[column.slug]))
        return absolute(reverse("articles:feed"))

    def items(self, column):
        articles = Article.objects.live().newest_first().for_cards()
        return (articles.in_column(column) if column else articles)[:ITEMS]

    def item_title(self, article):
        return article.headline

    def item_description(self, article):
        return article.summary

    def item_pubdate(self, article):
        return article.dated_at

    def item_categories(self, article):
        return [article.column.name]
