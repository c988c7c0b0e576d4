"""Keeps cached counts in step with what is public."""

from __future__ import annotations

from django.core.cache import cache
from django.db import transaction
from django.dispatch import receiver

from bilingual.languages import LANGUAGES, active_language
from publishing.schedule import passing
from publishing.signals import edition_changed
from ui.navigation import blank_paths_from

from .models import Article, Column, Special
from .paging import KEPT_FOR, forget


def blank_key(language: str) -> str:
    return f"articles:blank:{language}"


@receiver(edition_changed, sender=Article, dispatch_uid="articles.months")
def count_months_afresh(**_kwargs) -> None:
    transaction.on_commit(forget)


@receiver(edition_changed, sender=Article, dispatch_uid="articles.blank")
@receiver(edition_changed, sender=Special, dispatch_uid="specials.blank")
def find_blank_columns_afresh(**_kwargs) -> None:
    transaction.on_commit(lambda: cache.delete_many([blank_key(language) for language in LANGUAGES]))


@blank_paths_from
def blank_columns() -> set[str]:
    """Menu addresses of the columns without a published item in the active language, counted at most once a minute."""
    language = active_language()
    key = blank_key(language)
    paths = cache.get(key)
    if paths is None:
        filled = Column.objects.with_live_articles(language).values("pk")
        blank = Column.objects.exclude(pk__in=filled).annotate(next=passing.next_moment())
        found = list(blank.values_list("slug", "next"))
        paths = {f"news/{slug}/" for slug, _next in found}
        kept_for = passing.seconds_until(found[0][1], KEPT_FOR) if found else KEPT_FOR
        cache.set(key, paths, kept_for)
    return paths
