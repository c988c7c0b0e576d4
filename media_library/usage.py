"""Where a picture, film or document is used: by links between records, and inside rich texts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, islice

from django.apps import apps
from django.db import models
from django.db.models import Q
from modeltranslation.fields import TranslationField

from .models import Image, Medium

#: A picture of the house may be used thousands of times; people need to see that it is, not every place.
SHOWN = 50


@dataclass(frozen=True)
class Use:
    """One place where a medium is used: the record that an editor would open, and the name of the field."""

    record: models.Model
    field: str


def uses_of(medium: Medium, most: int = SHOWN) -> list[Use]:
    """At most ``most`` places, links first. A row that is edited inline is told as its parent."""
    return list(islice(chain(_links(medium, most), _mentions(medium, most)), most))


def links_to(medium: Medium, most: int = SHOWN) -> list[Use]:
    """At most ``most`` links between records: found by index, so that a form can afford them."""
    return list(islice(_links(medium, most), most))


def mentions_of(medium: Medium, most: int = SHOWN) -> list[Use]:
    """At most ``most`` places in rich texts. Reads every text there is."""
    return list(islice(_mentions(medium, most), most))


def _links(medium: Medium, most: int) -> Iterator[Use]:
    for relation in medium._meta.get_fields(include_hidden=True):
        if (
            relation.auto_created
            and not relation.concrete
            and (relation.one_to_many or relation.many_to_many)
        ):
            rows = relation.related_model._base_manager.filter(**{relation.field.name: medium.pk})
            for row in rows[:most]:
                yield Use(_record_of(row), relation.field.verbose_name)


def _mentions(medium: Medium, most: int) -> Iterator[Use]:
    if not isinstance(medium, Image):
        return
    mark = f'data-file="{medium.pk}"'
    for model, columns in _texts():
        condition = Q()
        for field in columns:
            condition |= Q(**{f"{field.name}__contains": mark})
        for row in model._base_manager.filter(condition)[:most]:
            for field in columns:
                if mark in (getattr(row, field.name) or ""):
                    yield Use(_record_of(row), field.verbose_name)


def _texts() -> Iterator[tuple[type[models.Model], list[models.Field]]]:
    """Every model with the columns that may hold figures. Of a translated text: the columns of the languages."""
    for model in apps.get_models():
        columns = [field for field in model._meta.concrete_fields if getattr(field, "holds_figures", False)]
        originals = {field.translated_field.name for field in columns if isinstance(field, TranslationField)}
        columns = [field for field in columns if field.name not in originals]
        if columns:
            yield model, columns


def _record_of(row: models.Model) -> models.Model:
    """The row itself, or, for a row that lives inside another one, that one."""
    for field in row._meta.concrete_fields:
        is_parent = field.many_to_one and field.remote_field.on_delete is models.CASCADE
        if is_parent and not isinstance(row._meta.pk, models.AutoField):
            return getattr(row, field.name)
    return row
