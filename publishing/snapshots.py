"""The content of a record as plain data: what a revision keeps.

A snapshot is ``{"f": {column: value}, "m": {relation: [keys]}, "c": {parts: [{"pk", "f", "m"}, …]}}`` of values that
JSON holds exactly. Two snapshots of the same content are equal.
"""

from __future__ import annotations

import copy
import hashlib
import json
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
    """The content of a record with its parts. Reads only what is not in memory yet."""
    model = type(record)
    paths = [field.name for field in chosen_relations(model)]
    for name, relation in part_relations(model).items():
        paths += [name, *(f"{name}__{field.name}" for field in chosen_relations(relation.related_model))]
    models.prefetch_related_objects([record], *paths)
    return _row(record) | {
        "c": {
            name: [part_row(part) for part in getattr(record, name).all()] for name in part_relations(model)
        }
    }


def part_row(part: models.Model) -> dict:
    """A part as one row of a snapshot."""
    return {"pk": str(part.pk), **_row(part)}


def _row(record: models.Model) -> dict:
    return {
        "f": {
            name: stored_value(column.field, record) for name, column in content_columns(type(record)).items()
        },
        "m": {
            field.name: sorted((_key(target.pk) for target in getattr(record, field.name).all()), key=str)
            for field in chosen_relations(type(record))
        },
    }


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
        "f": {name: stored_value(column.field, blank) for name, column in content_columns(model).items()},
        "m": {field.name: [] for field in chosen_relations(model)},
    }


def fingerprint(snapshot: Snapshot) -> str:
    """SHA-256 of a snapshot, in hexadecimal: the same for the same content."""
    text = json.dumps(snapshot, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
