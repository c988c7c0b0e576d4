"""Deep paging: any page of any list of articles for the price of the first.

The number of live articles in each month is counted once and kept for a minute. A page number then leads to a
month and to a short offset inside it, instead of an offset over the whole list.
"""

from __future__ import annotations

from datetime import datetime

from django.core.cache import cache
from django.db.models import Count
from django.utils import timezone

from bilingual.languages import LANGUAGES, active_language
from ui.pagination import PER_PAGE, Page, paginate

from .models import Article, Column

#: Seconds for which counts are kept. A new article changes them at once in the process that publishes it.
KEPT_FOR = 60


def _key(language: str, column: Column | None) -> str:
    return f"articles:months:{language}:{column.pk if column else 'all'}"


def month_counts(column: Column | None = None, language: str | None = None) -> list[tuple[int, int]]:
    """(month as 202108, number of live articles) pairs, newest first, of a column or of all."""
    language = language or active_language()
    counts = cache.get(_key(language, column))
    if counts is None:
        articles = Article.objects.live(language)
        if column:
            articles = articles.in_column(column)
        counts = list(
            articles.order_by("-month")
            .values_list("month")
            .annotate(number=Count("pk"))
            .values_list("month", "number")
        )
        cache.set(_key(language, column), counts, KEPT_FOR)
    return counts


def forget(column_ids: list[int]) -> None:
    """Have the counts of these columns, and of all news, counted afresh."""
    for language in LANGUAGES:
        cache.delete(_key(language, None))
        cache.delete_many([f"articles:months:{language}:{pk}" for pk in column_ids])


def first_moment_after(month: int) -> datetime:
    """Midnight, Beijing time, with which the month after 202108 begins."""
    year, number = divmod(month, 100)
    year, number = (year + 1, 1) if number == 12 else (year, number + 1)
    return datetime(year, number, 1, tzinfo=timezone.get_default_timezone())


def article_page(request, articles, column: Column | None = None, per_page: int = PER_PAGE) -> Page:
    """The page of ``articles`` (live, newest first, of the column) that the request asks for."""
    counts = month_counts(column)

    def window(start: int, stop: int):
        passed = 0
        for month, number in counts:
            if start < passed + number:
                begun = articles if passed == 0 else articles.filter(dated_at__lt=first_moment_after(month))
                return begun[start - passed : stop - passed]
            passed += number
        return articles.none()

    return paginate(
        request, articles, per_page=per_page, total=sum(number for _, number in counts), window=window
    )
