"""Where a picture, film or document is used: by links between records, inside rich texts, in what is not public yet.

Blocks that keep content elsewhere than in rows, such as drafts, register a ``Place`` with what they know.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain, islice

from django.apps import apps
from django.core.cache import cache
from django.db import models
from django.db.models import Exists, OuterRef, Q, QuerySet
from modeltranslation.fields import TranslationField

from bilingual.holders import Holder, record_of

from .models import Document, Image, Medium

#: A picture of the house may be used thousands of times; people need to see that it is, not every place.
SHOWN = 50
#: For how many seconds the list of what is unused may be behind. Deleting always looks anew.
BEHIND = 60
#: How texts speak of media: of a picture by its key in a figure, of a document by its address in any language.
MARKS: dict[type[Medium], str] = {Image: 'data-file="%s"', Document: "/documents/%s/"}
_PATTERNS = {model: re.compile(re.escape(mark).replace("%s", r"(\d+)")) for model, mark in MARKS.items()}


@dataclass(frozen=True)
class Place:
    """Content that is not in rows: finds the uses of one medium, and the keys of all media of a model that it uses."""

    uses_of: Callable[[Medium], Iterator[Holder]]
    keys_of: Callable[[type[Medium]], set[int]]


_places: list[Place] = []


def register(place: Place) -> None:
    """Have a place looked at whenever somebody asks where a medium is used. Once per process, at its start."""
    _places.append(place)


def uses_of(medium: Medium, most: int = SHOWN) -> list[Holder]:
    """At most ``most`` places, links first. A row that is edited inline is told as its parent."""
    return list(islice(chain(_links(medium, most), _mentions(medium, most)), most))


def links_to(medium: Medium, most: int = SHOWN) -> list[Holder]:
    """At most ``most`` links between records: found by index, so that a form can afford them."""
    return list(islice(_links(medium, most), most))


def mentions_of(medium: Medium, most: int = SHOWN) -> list[Holder]:
    """At most ``most`` places in rich texts and drafts. Reads every text there is."""
    return list(islice(_mentions(medium, most), most))


def is_used(medium: Medium) -> bool:
    return bool(uses_of(medium, most=1))


def unused(media: QuerySet) -> QuerySet:
    """Those of a queryset that nothing uses; up to a minute behind, because every text is read for it."""
    model = media.model
    for relation in _relations_to(model):
        rows = relation.related_model._base_manager.filter(**{relation.field.name: OuterRef("pk")})
        media = media.filter(~Exists(rows.order_by()))
    return media.exclude(pk__in=_mentioned(model))


def _mentioned(model: type[Medium]) -> set[int]:
    name = f"media_library.mentioned.{model._meta.model_name}"
    found = cache.get(name)
    if found is None:
        found = set().union(*(place.keys_of(model) for place in _places)) | _keys_in_texts(model)
        cache.set(name, found, BEHIND)
    return found


def _keys_in_texts(model: type[Medium]) -> set[int]:
    if model not in MARKS:
        return set()
    keys: set[int] = set()
    for holder, columns in _texts():
        for field in columns:
            rows = holder._base_manager.filter(**{f"{field.name}__contains": MARKS[model].split("%s")[0]})
            for text in rows.order_by().values_list(field.name, flat=True).iterator():
                keys.update(key for found, key in named_in(text) if found is model)
    return keys


def named_in(text: str) -> Iterator[tuple[type[Medium], int]]:
    """(model, key) of every medium that a rich text shows or leads to."""
    for model, pattern in _PATTERNS.items():
        for key in pattern.findall(text):
            yield model, int(key)


def mark_of(medium: Medium) -> str | None:
    """How a text speaks of a medium; None for what texts cannot speak of."""
    mark = MARKS.get(type(medium))
    return mark % medium.pk if mark else None


def _relations_to(model: type[Medium]) -> Iterator[models.ForeignObjectRel]:
    """The relations by which other models point at a medium; the medium's own tags are none."""
    for relation in model._meta.get_fields(include_hidden=True):
        if (
            relation.auto_created
            and not relation.concrete
            and (relation.one_to_many or relation.many_to_many)
            and not relation.related_model._meta.auto_created
        ):
            yield relation


def rows_that_link_to(medium: Medium, most: int | None = None) -> Iterator[tuple[models.Model, models.Field]]:
    """Each row that points at a medium, with the field that does; ``most`` of each kind of row."""
    for relation in _relations_to(type(medium)):
        rows = relation.related_model._base_manager.filter(**{relation.field.name: medium.pk})
        for row in rows[:most]:
            yield row, relation.field


def rows_that_mention(medium: Medium, most: int | None = None) -> Iterator[tuple[models.Model, models.Field]]:
    """Each row with a rich text that speaks of a medium, with the column of it; drafts are not in rows."""
    mark = mark_of(medium)
    if mark is None:
        return
    for model, columns in _texts():
        condition = Q()
        for field in columns:
            condition |= Q(**{f"{field.name}__contains": mark})
        for row in model._base_manager.filter(condition)[:most]:
            for field in columns:
                if mark in (getattr(row, field.name) or ""):
                    yield row, field


def _links(medium: Medium, most: int) -> Iterator[Holder]:
    for row, field in rows_that_link_to(medium, most):
        yield Holder(record_of(row), field.verbose_name)


def _mentions(medium: Medium, most: int) -> Iterator[Holder]:
    for row, field in rows_that_mention(medium, most):
        yield Holder(record_of(row), field.verbose_name)
    for place in _places:
        yield from place.uses_of(medium)


def _texts() -> Iterator[tuple[type[models.Model], list[models.Field]]]:
    """Every model with the columns that may hold figures. Of a translated text: the columns of the languages."""
    for model in apps.get_models():
        columns = [field for field in model._meta.concrete_fields if getattr(field, "holds_figures", False)]
        originals = {field.translated_field.name for field in columns if isinstance(field, TranslationField)}
        columns = [field for field in columns if field.name not in originals]
        if columns:
            yield model, columns
