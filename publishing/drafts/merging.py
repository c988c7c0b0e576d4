"""Two people's changes to one record, put together."""

from __future__ import annotations

import copy
from typing import NamedTuple

from django.db import models

from ..columns import content_columns, part_relations
from ..snapshots import Snapshot

SHARED = "shared"
CHANGED, DELETED = "changed", "deleted"


class Conflict(NamedTuple):
    """A place that both changed: ``path`` leads to it in a snapshot."""

    path: tuple[str, ...]
    mine: object
    theirs: object


def merge(base: Snapshot, mine: Snapshot, theirs: Snapshot) -> tuple[Snapshot, list[Conflict]]:
    """Both sides' changes since ``base``; where both changed the same place, mine stands and a conflict is named.

    Fields merge one by one, relations as sets, parts row by row by their key.
    """
    conflicts: list[Conflict] = []
    merged = {
        "f": _merge_fields(base["f"], mine["f"], theirs["f"], ("f",), conflicts),
        "m": _merge_sets(base["m"], mine["m"], theirs["m"]),
        "c": {},
    }
    for name in mine["c"]:
        rows = [{row["pk"]: row for row in side["c"].get(name, [])} for side in (base, mine, theirs)]
        merged["c"][name] = _merge_parts(*rows, ("c", name), conflicts)
    return merged, conflicts


def place_of(path: list[str]) -> str:
    """A path as one word, for an address."""
    return ".".join(path)


def with_theirs(snapshot: Snapshot, conflicts: list[dict], places: set[str]) -> Snapshot:
    """A merged snapshot, with the other side's value in the conflicts of ``places``; others stay as they are.

    ``conflicts`` are as a revision keeps them. Where a whole row is in question there is nothing to choose.
    """
    taken = copy.deepcopy(snapshot)
    for conflict in conflicts:
        path = conflict["path"]
        if place_of(path) not in places or len(path) == 3:
            continue
        rows = (
            [taken] if path[0] == "f" else [row for row in taken["c"][path[1]] if str(row["pk"]) == path[2]]
        )
        for row in rows:
            row["f"][path[-1]] = conflict["theirs"]
    return taken


def _merge_fields(base: dict, mine: dict, theirs: dict, path: tuple, conflicts: list[Conflict]) -> dict:
    out = {}
    for name in theirs | mine:
        was, ours, other = base.get(name), mine.get(name), theirs.get(name)
        out[name] = other if ours == was else ours
        if ours != was and other not in (was, ours):
            conflicts.append(Conflict((*path, name), ours, other))
    return out


def _merge_sets(base: dict, mine: dict, theirs: dict) -> dict:
    out = {}
    for name, chosen in mine.items():
        was, other = set(base.get(name, [])), set(theirs.get(name, []))
        out[name] = sorted((other | (set(chosen) - was)) - (was - set(chosen)), key=str)
    return out


def _merge_parts(base: dict, mine: dict, theirs: dict, path: tuple, conflicts: list[Conflict]) -> list[dict]:
    rows = []
    for pk in theirs | mine:
        was, ours, other = base.get(pk), mine.get(pk), theirs.get(pk)
        if ours and other:
            was = was or {"f": {}, "m": {}}
            fields = _merge_fields(was["f"], ours["f"], other["f"], (*path, pk), conflicts)
            rows.append({"pk": pk, "f": fields, "m": _merge_sets(was["m"], ours["m"], other["m"])})
        elif was is None:
            rows.append(ours or other)
        elif was not in (ours, other):
            rows.append(ours or other)
            conflicts.append(
                Conflict((*path, pk), CHANGED if ours else DELETED, CHANGED if other else DELETED)
            )
    return rows


def clashes(model: type[models.Model], snapshot: Snapshot) -> list[Conflict]:
    """Parts of one record that have come to hold the same value where each needs its own."""
    found = []
    for name, relation in part_relations(model).items():
        for columns in unique_columns(relation):
            seen = set()
            for row in snapshot["c"][name]:
                key = tuple(row["f"].get(column) for column in columns)
                if None not in key and key in seen:
                    found.append(Conflict(("c", name, row["pk"], columns[0]), key[0], key[0]))
                seen.add(key)
    return found


def unique_columns(relation: models.ManyToOneRel) -> list[list[str]]:
    """Columns that together are unique among the parts of one record."""
    model, parent = relation.related_model, relation.field.name
    return [
        [model._meta.get_field(name).attname for name in constraint.fields if name != parent]
        for constraint in model._meta.constraints
        if isinstance(constraint, models.UniqueConstraint) and parent in constraint.fields
    ]


def changed_languages(model: type[models.Model], one: Snapshot, other: Snapshot) -> list[str]:
    """The languages, and ``shared``, in which two snapshots of a record differ; sorted."""
    found: set[str] = set()
    _compare(content_columns(model), one, other, found)
    for name, relation in part_relations(model).items():
        columns = content_columns(relation.related_model)
        ones, others = ({row["pk"]: row for row in side["c"][name]} for side in (one, other))
        for pk in ones.keys() & others.keys():
            _compare(columns, ones[pk], others[pk], found)
        for pk in ones.keys() ^ others.keys():
            row = ones.get(pk) or others[pk]
            found.add(SHARED)
            found |= {c.language for name_, c in columns.items() if c.language and row["f"].get(name_)}
    return sorted(found)


def _compare(columns: dict, one: dict, other: dict, found: set[str]) -> None:
    found |= {
        c.language or SHARED for name, c in columns.items() if one["f"].get(name) != other["f"].get(name)
    }
    if one["m"] != other["m"]:
        found.add(SHARED)
