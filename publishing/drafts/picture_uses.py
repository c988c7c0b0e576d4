"""Pictures, films and documents that only a draft uses: they are in use all the same."""

from __future__ import annotations

import json
from collections.abc import Iterator

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Cast

from bilingual.holders import Holder
from media_library.models import Medium
from media_library.usage import Place, mark_of, named_in, register

from ..columns import chosen_relations, content_columns, part_relations
from ..models import Revision, ScheduledPublication


def open_revisions() -> models.QuerySet:
    """What may still become public or be taken up again: open drafts, scheduled ones, and what was set aside."""
    newer = Revision.objects.filter(
        content_type=OuterRef("content_type"), object_id=OuterRef("object_id"), number__gt=OuterRef("number")
    )
    waiting = ScheduledPublication.objects.waiting().filter(revision=OuterRef("pk"))
    is_open = Q(kind=Revision.Kind.DRAFT) & (~Exists(newer) | Exists(waiting))
    return Revision.objects.filter(is_open | Q(kind=Revision.Kind.PARKED)).order_by("-pk")


def uses_in_drafts(medium: Medium) -> Iterator[Holder]:
    """Every record with an open revision that uses a medium, and the fields where."""
    told = set()
    candidates = open_revisions().annotate(text=Cast("snapshot", models.TextField()))
    candidates = candidates.filter(_may_name(medium)).prefetch_related("record")
    for revision in candidates:
        if revision.record is None:
            continue
        for kind, key, field in _named(type(revision.record), revision.snapshot):
            place = (revision.content_type_id, revision.object_id, field.name)
            if kind is type(medium) and key == medium.pk and place not in told:
                told.add(place)
                yield Holder(revision.record, field.verbose_name)


def keys_in_drafts(kind: type[Medium]) -> set[int]:
    """Keys of all media of a model that open revisions use."""
    rows = open_revisions().select_related("content_type").only("content_type", "snapshot")
    return {
        key
        for revision in rows.iterator()
        if (model := revision.content_type.model_class()) is not None
        for found, key, _field in _named(model, revision.snapshot)
        if found is kind
    }


def _may_name(medium: Medium) -> Q:
    """Whether a snapshot may speak of a medium, as the database can tell it from the text alone."""
    mark = mark_of(medium)
    condition = Q(text__contains=json.dumps(mark)[1:-1]) if mark else Q()
    relations = [
        relation.field
        for relation in type(medium)._meta.get_fields(include_hidden=True)
        if relation.auto_created and not relation.concrete and not relation.related_model._meta.auto_created
    ]
    for field in relations:
        mark = f'"{field.name}": [' if field.many_to_many else f'"{field.attname}": {medium.pk}'
        condition |= Q(text__contains=mark)
    return condition


def _named(model: type[models.Model], row: dict) -> Iterator[tuple[type[Medium], int, models.Field]]:
    """(model, key, field) of every medium that a snapshot of a record of a model names. Earlier shapes are read too."""
    for name, column in content_columns(model).items():
        value = row["f"].get(name)
        if not value:
            continue
        if column.field.is_relation and issubclass(column.field.related_model, Medium):
            yield column.field.related_model, value, column.field
        elif getattr(column.field, "holds_figures", False):
            for kind, key in named_in(value):
                yield kind, key, column.field
    for field in chosen_relations(model):
        if issubclass(field.related_model, Medium):
            for key in row["m"].get(field.name, ()):
                yield field.related_model, key, field
    for name, relation in part_relations(model).items():
        for part in row.get("c", {}).get(name, ()):
            yield from _named(relation.related_model, part)


register(Place(uses_in_drafts, keys_in_drafts))
