from __future__ import annotations

from datetime import date

from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from bilingual.languages import active_language
from bilingual.moments import month as say_month
from prose.rendering import render_prose
from publishing.editions import live_or_404
from ui.breadcrumbs import trail

from . import presenters
from .models import Article, Column, Series, Special
from .paging import article_page, month_counts
from .related import articles_pinned_in, related_articles

NEWS = "articles:news"


def _news_crumb() -> tuple[str, str]:
    return _("News"), reverse(NEWS)


@require_safe
def news(request):
    page = article_page(request)
    breadcrumbs = trail((_("News"), None))
    context = {
        "column": None,
        "columns": Column.objects.with_live_articles(),
        "page": page,
        "pinned": [],
        "feed_url": reverse("articles:feed"),
        "breadcrumbs": breadcrumbs,
        "head": presenters.list_head(request, breadcrumbs, page=page),
    }
    return render(request, "articles/list.html", context)


@require_safe
def column(request, slug):
    column = get_object_or_404(
        Column.objects.select_related("parent").prefetch_related("children"), slug=slug
    )
    if column.display == Column.Display.SPECIALS:
        return specials(request, column)
    page = article_page(request, column)
    pinned = articles_pinned_in(column) if page.number == 1 else []
    shown = {article.pk for article in pinned}
    page.items = [article for article in page.items if article.pk not in shown]
    breadcrumbs = trail(_news_crumb(), (column.name, None))
    context = {
        "column": column,
        "columns": Column.objects.with_live_articles(),
        "page": page,
        "pinned": pinned,
        "feed_url": reverse("articles:column_feed", args=[column.slug]),
        "breadcrumbs": breadcrumbs,
        "head": presenters.list_head(request, breadcrumbs, column, page=page),
    }
    return render(request, "articles/list.html", context)


@require_safe
def specials(request, column=None):
    column = column or Column.objects.filter(display=Column.Display.SPECIALS).first()
    title = column.name if column else _("Specials")
    breadcrumbs = trail(_news_crumb(), (title, None))
    context = {
        "column": column,
        "columns": Column.objects.with_live_articles(),
        "specials": Special.objects.live().select_related("image"),
        "breadcrumbs": breadcrumbs,
        "head": presenters.list_head(request, breadcrumbs, column, title=title),
    }
    return render(request, "articles/specials.html", context)


@require_safe
def special(request, slug):
    special = live_or_404(Special.objects.select_related("image"), slug=slug)
    sections = presenters.special_sections(special)
    return render(request, "articles/special.html", special_context(special, sections))


def special_context(special: Special, sections: list) -> dict:
    breadcrumbs = trail(_news_crumb(), (_("Specials"), reverse("articles:specials")), (special.title, None))
    return {
        "special": special,
        "body": render_prose(special.body),
        "sections": sections,
        "breadcrumbs": breadcrumbs,
        "head": presenters.collection_head(special, breadcrumbs, special.title, special.lead, special.image),
    }


@require_safe
def series(request, slug):
    series = live_or_404(Series.objects.all(), slug=slug)
    return render(request, "articles/series.html", series_context(series))


def series_context(series: Series) -> dict:
    breadcrumbs = trail(_news_crumb(), (series.title, None))
    return {
        "series": series,
        "parts": series.articles.live().order_by("series_part").for_cards(),
        "breadcrumbs": breadcrumbs,
        "head": presenters.collection_head(series, breadcrumbs, series.title, series.lead),
    }


@require_safe
def archive(request):
    years: dict[int, list] = {}
    for month_number, number in month_counts():
        year, month_of_year = divmod(month_number, 100)
        years.setdefault(year, []).append((date(year, month_of_year, 1), number))
    breadcrumbs = trail(_news_crumb(), (_("Archive"), None))
    context = {
        "years": years,
        "breadcrumbs": breadcrumbs,
        "head": presenters.list_head(request, breadcrumbs, title=_("News archive")),
    }
    return render(request, "articles/archive.html", context)


@require_safe
def month(request, year, month):
    if not (2000 <= year <= 2100 and 1 <= month <= 12):
        raise Http404
    articles = Article.objects.live().in_month(year * 100 + month).newest_first().for_cards()
    page = presenters.month_page(request, articles, year * 100 + month)
    if not page.total:
        raise Http404
    name = say_month(date(year, month, 1))
    breadcrumbs = trail(_news_crumb(), (_("Archive"), reverse("articles:archive")), (name, None))
    context = {
        "month": date(year, month, 1),
        "page": page,
        "breadcrumbs": breadcrumbs,
        "head": presenters.list_head(request, breadcrumbs, title=name, page=page),
    }
    return render(request, "articles/month.html", context)


@require_safe
def detail(request, year, month, slug):
    article = live_or_404(Article.objects.for_page(), slug=slug)
    if request.path != article.get_absolute_url():
        return redirect(article, permanent=True)
    context = presenters.article_context(article, related=related_articles(article, active_language()))
    return render(request, "articles/detail.html", context)
