"""The industries, parks and events that facets offer, by their names in the active language, in one query."""

from __future__ import annotations

from django.db.models import CharField, F, Value
from django.db.models.functions import Cast

from bilingual.languages import active_language, column

from .models import Event, Project

Words = list[tuple[str, str]]


def vocabulary(*kinds: str) -> dict[str, Words]:
    """(slug, name) pairs of the live records of each kind: ``industry``, ``park``, ``event``."""
    name = column("name", active_language())
    models = {
        "industry": Project._meta.get_field("industries").related_model,
        "park": Project._meta.get_field("park").related_model,
        "event": Event,
    }
    parts = []
    for kind in kinds:
        # Latest events first; the others in the order that editors gave them.
        place = Cast(F("starts_on"), CharField()) if kind == "event" else Cast(F("position"), CharField())
        parts.append(
            models[kind]
            .objects.live()
            .order_by()
            .annotate(word_kind=Value(kind), word_place=place, word_label=F(name))
            .values_list("word_kind", "word_place", "slug", "word_label")
        )
    found: dict[str, list] = {kind: [] for kind in kinds}
    for kind, place, slug, label in parts[0].union(*parts[1:], all=True):
        found[kind].append((place, slug, label))
    return {
        kind: [
            (slug, label) for _place, slug, label in sorted(rows, key=_order(kind), reverse=kind == "event")
        ]
        for kind, rows in found.items()
    }


def _order(kind: str):
    if kind == "event":
        return lambda row: (row[0], row[1])
    return lambda row: (int(row[0]), row[1])
