"""A record for its form, with its parts and everything it refers to, in the one query that finds the record.

The working copy is made from the snapshot of a revision; what that refers to is mostly what the row refers to. Read
one kind after the other, a full article costs ten queries and an enterprise fifteen, before any panel has asked.
"""

from __future__ import annotations

from functools import cache

from django.db import models

from ..columns import chosen_relations, part_relations
from ..gathering import ALIAS, Parts

#: Parts in another order than this are left to a query of their own: gathered rows are sorted in Python, and
#: databases do not agree on where the unknown ones go.
PLAIN_ORDER = ["position", "id"]

#: Records by their model, then by their key.
Known = dict[type[models.Model], dict[object, models.Model]]


def with_everything(queryset: models.QuerySet) -> models.QuerySet:
    """The queryset with the lists of each record; call ``unpack`` on a record before anything else reads it."""
    lists = _lists_of(queryset.model)
    return queryset.annotate(**{ALIAS % one.relation: one.subquery(queryset.model) for one in lists})


def unpack(record: models.Model) -> Known:
    """Put the lists that came along where a prefetch would have put them; all records that came, by key.

    Records that are referred to come without their long texts. Nothing happens to a record that came without lists.
    """
    lists = [one for one in _lists_of(type(record)) if ALIAS % one.relation in record.__dict__]
    known: Known = {}
    for one in lists:
        one.give([record])
    parts = part_relations(type(record))
    for one in lists:
        for row in getattr(record, one.relation).all():
            if one.relation not in parts:
                known.setdefault(type(row), {})[row.pk] = row
                continue
            for field in _pointers(type(row), parts[one.relation].field):
                target = field.get_cached_value(row, default=None)
                if target is not None:
                    known.setdefault(type(target), {})[target.pk] = target
    return known


def forget_lists(record: models.Model) -> None:
    """Leave no gathered list in a record that others will filter."""
    record._prefetched_objects_cache = {}


@cache
def _lists_of(model: type[models.Model]) -> tuple[Parts, ...]:
    lists = []
    for name, relation in part_relations(model).items():
        part = relation.related_model
        if list(part._meta.ordering) != PLAIN_ORDER:
            continue
        pointers = _pointers(part, relation.field)
        rows = part._default_manager.all()
        if pointers:
            rows = rows.select_related(*(field.name for field in pointers))
        left = tuple(
            f"{field.name}__{long}" for field in pointers for long in _long_fields(field.related_model)
        )
        lists.append(Parts(name, rows, leave=left))
    for field in chosen_relations(model):
        lists.append(Parts(field.name, leave=_long_fields(field.related_model)))
    return tuple(lists)


def _pointers(part: type[models.Model], to_parent: models.ForeignKey) -> list[models.ForeignKey]:
    return [field for field in part._meta.concrete_fields if field.many_to_one and field != to_parent]


def _long_fields(model: type[models.Model]) -> tuple[str, ...]:
    long = (models.TextField, models.JSONField)
    return tuple(field.name for field in model._meta.concrete_fields if isinstance(field, long))
