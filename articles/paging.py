"""Deep paging: any page of any list of articles for the price of the first.

The number of live articles in each month is counted once and kept for two minutes. A page number then leads to a
month and to a short offset inside it, instead of an offset over the whole list.
"""

from __future__ import annotations

from django.core.cache import cache
from django.db.models import Count

from bilingual.languages import LANGUAGES, active_language
from publishing.schedule import passing
from ui.pagination import PER_PAGE, Page, paginate

from .models import Article, Column
from .months import first_moment_after

#: Seconds for which counts are kept. A new article changes them at once in the process that publishes it.
KEPT_FOR = 120


def _key(language: str) -> str:
    return f"articles:months:{language}"


def _counts(language: str) -> list[tuple[int, int, int]]:
    """(column key, month, number of live articles), newest month first."""
    counts = cache.get(_key(language))
    if counts is None:
        live = Article.objects.live(language).order_by("-month")
        rows = live.values_list("column", "month").annotate(number=Count("pk"), next=passing.next_moment())
        found = list(rows)
        counts = [row[:3] for row in found]
        if found:
            # An edition that begins or ends at a moment ends what was counted before it.
            cache.set(_key(language), counts, passing.seconds_until(found[0][3], KEPT_FOR))
    return counts


def month_counts(column: Column | None = None, language: str | None = None) -> list[tuple[int, int]]:
    """(month as 202108, number of live articles) pairs, newest first, of a column or of all."""
    wanted = {column.pk, *(child.pk for child in column.children.all())} if column else None
    months: dict[int, int] = {}
    for column_pk, month, number in _counts(language or active_language()):
        if wanted is None or column_pk in wanted:
            months[month] = months.get(month, 0) + number
    return list(months.items())


def forget() -> None:
    """Have the months counted afresh."""
    cache.delete_many([_key(language) for language in LANGUAGES])


def article_page(request, column: Column | None = None, per_page: int = PER_PAGE) -> Page:
    """The page of live articles, newest first, of a column or of all that the request asks for."""
    counts = month_counts(column)
    live = Article.objects.live().newest_first()
    if column:
        live = live.in_column(column)

    def window(start: int, stop: int):
        passed = 0
        for month, number in counts:
            if start < passed + number:
                begun = live if passed == 0 else live.filter(dated_at__lt=first_moment_after(month))
                # The keys are found in an index alone; rows are read for this page only.
                keys = begun.values("pk")[start - passed : stop - passed]
                return Article.objects.filter(pk__in=keys).newest_first().for_cards()
            passed += number
        return Article.objects.none()

    return paginate(
        request, live, per_page=per_page, total=sum(number for _, number in counts), window=window
    )
