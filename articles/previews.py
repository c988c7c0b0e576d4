"""The pages of news over working copies."""

from __future__ import annotations

from django.shortcuts import render

from bilingual.languages import active_language
from publishing.preview.previewing import previews

from . import presenters
from .models import Article, Series, Special
from .related import related_articles
from .views import series_context, special_context


@previews(Article)
def article(request, record):
    context = presenters.article_context(record, related=related_articles(record, active_language()))
    return render(request, "articles/detail.html", context)


@previews(Special)
def special(request, record):
    sections = []
    for section in record.sections.all():
        section.live_articles = list(section.articles.live().newest_first().for_cards())
        if section.live_articles:
            sections.append(section)
    return render(request, "articles/special.html", special_context(record, sections))


@previews(Series)
def series(request, record):
    return render(request, "articles/series.html", series_context(record))
