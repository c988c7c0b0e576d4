"""What stands beside an article or on top of a list."""

from __future__ import annotations

from django.db.models import Case, IntegerField, Q, Value, When

from .models import Article, Column

SHOWN = 4
#: Pinned articles that a column shows, of the newest that are looked at.
PINNED_SHOWN, PINNED_SEEN = 3, 60


def related_articles(article: Article, language: str, number: int = SHOWN) -> list[Article]:
    """Live articles beside this one: what an editor chose, what is about the same enterprises, then the same column.

    One query, bounded by the date index.
    """
    chosen = Article.related.through.objects.filter(from_article=article).values("to_article")
    sharing = Article.enterprises.through.objects.filter(
        enterprise__in=Article.enterprises.through.objects.filter(article=article).values("enterprise")
    ).values("article")
    newest = (
        Article.objects.live(language).filter(column=article.column_id).exclude(pk=article.pk).newest_first()
    )
    candidates = Q(pk__in=chosen) | Q(pk__in=sharing) | Q(pk__in=newest.values("pk")[:number])
    return list(
        Article.objects.live(language)
        .filter(candidates)
        .exclude(pk=article.pk)
        .annotate(
            nearness=Case(
                When(pk__in=chosen, then=Value(0)),
                When(pk__in=sharing, then=Value(1)),
                default=Value(2),
                output_field=IntegerField(),
            )
        )
        .order_by("nearness", "-dated_at", "-pk")
        .for_cards()[:number]
    )


def articles_pinned_in(column: Column) -> list[Article]:
    """The newest pinned live articles of a column and of the columns inside it.

    Few articles are pinned at all, so their own small index finds them and the column is compared here.
    """
    wanted = {column.pk, *(child.pk for child in column.children.all())}
    newest = Article.objects.live().filter(is_pinned=True).newest_first().for_cards()[:PINNED_SEEN]
    return [article for article in newest if article.column_id in wanted][:PINNED_SHOWN]
