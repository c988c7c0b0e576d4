"""Figures that cannot all be right: one indicator, one territory, one period, one unit, and different values.

A figure that was superseded contradicts nobody: its successor has settled the matter.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from django.db.models import CharField, Exists, F, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Cast, Coalesce

from .models import Figure

COLUMNS = ("indicator_en", "indicator_zh_hans")


def contradicting() -> QuerySet[Figure]:
    """The public figures, in either language, that another one contradicts."""
    standing = Figure.objects.live_anywhere().filter(superseded_by=None).alias(period=_period())
    same = Q(common_indicator=OuterRef("common_indicator"))
    for name in COLUMNS:
        same |= Q(**{name: OuterRef(name), f"{name}__gt": ""})
    others = standing.filter(
        same, territory=OuterRef("territory"), unit=OuterRef("unit"), period=OuterRef("period")
    ).exclude(pk=OuterRef("pk"))
    differs = ~Q(value=OuterRef("value")) | ~Q(comparator=OuterRef("comparator"))
    return standing.filter(Exists(others.filter(differs)))


def _period():
    return Coalesce(Cast(F("as_of"), CharField()), Value(""), output_field=CharField())


def said_otherwise(figures: Iterable[Figure]) -> dict[int, list[Figure]]:
    """By key, the figures among these that contradict one; only figures that others contradict are named."""
    groups = contradictions(figures)
    return {
        figure.pk: [other for other in group if _differ(figure, other)]
        for group in groups
        for figure in group
    }


def contradictions(figures: Iterable[Figure]) -> list[list[Figure]]:
    """Groups of figures among these that tell the same thing and do not agree."""
    alike: dict[tuple, list[Figure]] = defaultdict(list)
    for figure in figures:
        if figure.superseded_by_id is None:
            when = figure.as_of.text if figure.as_of else ""
            alike[figure.territory, figure.unit, when].append(figure)
    groups = [group for some in alike.values() for group in _by_indicator(some)]
    return [group for group in groups if any(_differ(group[0], other) for other in group[1:])]


def _by_indicator(figures: list[Figure]) -> list[list[Figure]]:
    groups: list[tuple[set, list[Figure]]] = []
    for figure in figures:
        names = {getattr(figure, name) for name in COLUMNS} - {None, ""}
        names |= {figure.common_indicator_id} - {None}
        touched = [group for group in groups if group[0] & names]
        merged = (names.union(*(group[0] for group in touched)), [])
        for group in touched:
            merged[1].extend(group[1])
            groups.remove(group)
        merged[1].append(figure)
        groups.append(merged)
    return [members for _names, members in groups]


def _differ(one: Figure, other: Figure) -> bool:
    return (one.value, one.comparator) != (other.value, other.comparator)
