"""What else to read: what an editor chose, then what is about the same enterprises, then the same column."""

from __future__ import annotations

from django.db.models import Case, IntegerField, Q, Value, When

from .models import Article

SHOWN = 4


def related_articles(article: Article, language: str, number: int = SHOWN) -> list[Article]:
    """Live articles beside this one, the chosen ones first. One query, bounded by the date index."""
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
