"""The content of a record as plain data: what a revision keeps.

A snapshot is ``{"f": {column: value}, "m": {relation: [keys]}, "c": {parts: [{"pk", "f", "m"}, …]}}`` of values that
JSON holds exactly. Two snapshots of the same content are equal.
"""

from __future__ import annotations

import copy
from datetime import UTC, datetime

from django.db import models
from django.utils.timezone import is_aware

from .columns import chosen_relations, content_columns, part_relations

Snapshot = dict


def stored_value(field: models.Field, record: models.Model):
    """The value of a column as JSON holds it: exact, and with the line ends of the database, not of a browser."""
    value = field.value_from_object(record)
    if isinstance(field, models.FileField):
        return value.name or ""
    if isinstance(value, str):
        return value.replace("\r\n", "\n")
    if value is None or isinstance(value, bool | int | float):
        return value
    if isinstance(value, datetime) and is_aware(value):
        # The same moment is the same text, in whatever zone it was typed.
        return value.astimezone(UTC).isoformat()
    return field.value_to_string(record)


def take(record: models.Model) -> Snapshot:
    """The content of a record with its parts. Reads only what is not in memory yet, and leaves nothing in it.

    One query for each kind of part, and one for all relations together, of which only the keys are read.
    """
    model = type(record)
    known = dict(getattr(record, "_prefetched_objects_cache", {}))
    paths = []
    for name, relation in part_relations(model).items():
        paths += [name, *(f"{name}__{field.name}" for field in chosen_relations(relation.related_model))]
    models.prefetch_related_objects([record], *paths)
    taken = {
        "f": _fields(record),
        "m": _chosen_keys(record),
        "c": {
            name: [part_row(part) for part in getattr(record, name).all()] for name in part_relations(model)
        },
    }
    record._prefetched_objects_cache = known
    return taken


def part_row(part: models.Model) -> dict:
    """A part as one row of a snapshot."""
    return {"pk": str(part.pk), "f": _fields(part), "m": _keys_in_memory(part, chosen_relations(type(part)))}


def _fields(record: models.Model) -> dict:
    columns = content_columns(type(record))
    return {name: stored_value(column.field, record) for name, column in columns.items()}


def _keys_in_memory(record: models.Model, relations) -> dict:
    return {
        field.name: _sorted(_key(target.pk) for target in getattr(record, field.name).all())
        for field in relations
    }


def _chosen_keys(record: models.Model) -> dict:
    """Keys of the records that are chosen in each relation, those that are not in memory in one query."""
    cached = getattr(record, "_prefetched_objects_cache", {})
    relations = chosen_relations(type(record))
    chosen = _keys_in_memory(record, [field for field in relations if field.name in cached])
    asked = [field for field in relations if field.name not in cached]
    chosen |= {field.name: [] for field in asked}
    links = [
        field.remote_field.through._base_manager.filter(**{f"{field.m2m_field_name()}_id": record.pk})
        .order_by()
        .annotate(relation=models.Value(field.name, output_field=models.CharField()))
        .values_list("relation", f"{field.m2m_reverse_field_name()}_id")
        for field in asked
    ]
    for name, key in links[0].union(*links[1:], all=True) if links else ():
        chosen[name].append(_key(key))
    return {field.name: _sorted(chosen[field.name]) for field in relations}


def _sorted(keys) -> list:
    return sorted(keys, key=str)


def _key(pk):
    return pk if isinstance(pk, int) else str(pk)


def is_current(model: type[models.Model], snapshot: Snapshot) -> bool:
    """Whether a snapshot has exactly the columns, relations and parts that the model has today."""
    parts = part_relations(model)
    return (
        _fits(model, snapshot)
        and set(snapshot["c"]) == set(parts)
        and all(_fits(parts[name].related_model, row) for name, rows in snapshot["c"].items() for row in rows)
    )


def _fits(model: type[models.Model], row: dict) -> bool:
    return set(row["f"]) == set(content_columns(model)) and set(row["m"]) == {
        field.name for field in chosen_relations(model)
    }


def upgraded(record: models.Model, snapshot: Snapshot) -> Snapshot:
    """A snapshot that was taken before a migration, in today's shape.

    What the model no longer has is dropped; what it did not have then gets the value that the record has now.
    """
    if is_current(type(record), snapshot):
        return copy.deepcopy(snapshot)
    now = take(record)
    out = _upgraded_row(snapshot, now)
    out["c"] = {}
    for name, rows in now["c"].items():
        known = {row["pk"]: row for row in rows}
        empty = _empty_row(part_relations(type(record))[name].related_model)
        out["c"][name] = [
            {"pk": row["pk"], **_upgraded_row(row, known.get(row["pk"], empty))}
            for row in snapshot["c"].get(name, rows)
        ]
    return out


def _upgraded_row(row: dict, now: dict) -> dict:
    return {
        side: {name: row[side].get(name, value) for name, value in now[side].items()} for side in ("f", "m")
    }


def _empty_row(model: type[models.Model]) -> dict:
    blank = model()
    return {
        "f": _fields(blank),
        "m": {field.name: [] for field in chosen_relations(model)},
    }
