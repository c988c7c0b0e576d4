"""Which columns of a model belong to its content, and to which language each belongs."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from django.db import models
from modeltranslation.fields import TranslationField
from modeltranslation.translator import NotRegistered, translator

from .models import Part


class Column(NamedTuple):
    """A content column. ``language`` is None for what both languages share."""

    field: models.Field
    language: str | None


@cache
def content_columns(model: type[models.Model]) -> dict[str, Column]:
    """The columns that editors fill in, by attribute name.

    Keys, the moments of publication, timestamps and what the code works out itself are not content; nor are the
    unsuffixed columns of translated fields, which only repeat one of the languages.
    """
    repeated = _translated(model)
    parent = part_parent(model).name if issubclass(model, Part) else None
    return {
        field.attname: Column(field, field.language if isinstance(field, TranslationField) else None)
        for field in model._meta.concrete_fields
        if field.editable and not field.primary_key and field.name not in repeated and field.name != parent
    }


@cache
def part_parent(model: type[models.Model]) -> models.ForeignKey | None:
    """The foreign key with which a part points at the record that it belongs to: its first one that cascades."""
    if not issubclass(model, Part):
        return None
    return next(
        field
        for field in model._meta.concrete_fields
        if field.many_to_one and field.remote_field.on_delete is models.CASCADE and not field.null
    )


@cache
def part_relations(model: type[models.Model]) -> dict[str, models.ManyToOneRel]:
    """The kinds of parts that a record has, by the name of the relation."""
    return {
        relation.get_accessor_name(): relation
        for relation in model._meta.related_objects
        if issubclass(relation.related_model, Part)
        and relation.field.name == part_parent(relation.related_model).name
    }


@cache
def chosen_relations(model: type[models.Model]) -> tuple[models.ManyToManyField, ...]:
    """The many-to-many relations that editors choose in."""
    return tuple(field for field in model._meta.many_to_many if field.editable)


def _translated(model: type[models.Model]) -> set[str]:
    try:
        return set(translator.get_options_for_model(model).all_fields)
    except NotRegistered:
        return set()
