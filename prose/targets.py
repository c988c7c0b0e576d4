"""The records to which texts may link, and where they are in each language."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import models
from django.urls import NoReverseMatch
from django.utils.translation import override
from modeltranslation.translator import translator

from publishing.models import Publishable

from .references import Reference


def linkable_models() -> list[type[models.Model]]:
    """Every model whose records have words in both languages and a page, or a file, of their own."""
    translated = set(translator.get_registered_models())
    return [
        model for model in apps.get_models() if model in translated and hasattr(model, "get_absolute_url")
    ]


def rows_of(model: type[models.Model]) -> models.QuerySet:
    """The rows of a model without their long texts, which no address needs."""
    long = [field.name for field in model._meta.concrete_fields if isinstance(field, models.TextField)]
    # A plain queryset names columns as they are; that of a translated model would name those of one language.
    return models.QuerySet(model).defer(*long)


def targets_of(references: Iterable[Reference]) -> dict[Reference, models.Model]:
    """The records that exist, by reference. One query for each kind of record that is named."""
    kinds = {model._meta.label_lower: model for model in linkable_models()}
    keys: dict[str, set] = defaultdict(set)
    for reference in references:
        if reference.label in kinds and (key := _key(kinds[reference.label], reference)) is not None:
            keys[reference.label].add(key)
    return {
        Reference(label, str(record.pk)): record
        for label, wanted in keys.items()
        for record in rows_of(kinds[label]).filter(pk__in=wanted)
    }


def _key(model: type[models.Model], reference: Reference):
    try:
        key = model._meta.pk.to_python(reference.key)
    except ValidationError:
        return None
    # What no column of keys can hold is no key of a record.
    return None if isinstance(key, int) and not 0 <= key < 2**63 else key


def is_open(record: models.Model, language: str) -> bool:
    """Whether readers of a language find the record; what has no editions is open to both."""
    return record.is_live(language) if isinstance(record, Publishable) else True


def address_in(record: models.Model, language: str) -> str | None:
    """The path of a record in a language, be it live or not; None when it has none."""
    with override(language):
        try:
            return record.get_absolute_url()
        except NoReverseMatch:
            return None
