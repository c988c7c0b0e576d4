"""Which links stand in a record: in its columns of addresses, and in its rich texts."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from django.apps import apps
from django.db import models
from django.utils.text import capfirst

from publishing.columns import content_columns, part_relations
from publishing.models import Part
from publishing.snapshots import Snapshot, stored_value

from .addresses import Address, hrefs_in, read


class Found(NamedTuple):
    """A link and its place. ``language`` is that of the words around it, empty for what both languages share."""

    address: Address
    language: str
    path: str


def holds_links(field: models.Field) -> bool:
    return isinstance(field, models.URLField) or getattr(field, "holds_figures", False)


@cache
def link_columns(model: type[models.Model]) -> dict[str, str]:
    """The columns of a model that hold links, with their language, empty for shared ones."""
    return {
        name: column.language or ""
        for name, column in content_columns(model).items()
        if holds_links(column.field)
    }


@cache
def holders() -> tuple[type[models.Model], ...]:
    """The models of whose rows the links are watched; rows that are edited inside a record count as that record's."""
    return tuple(
        model
        for model in apps.get_models()
        if not issubclass(model, Part)
        and (
            link_columns(model) or any(link_columns(r.related_model) for r in part_relations(model).values())
        )
    )


def links_of_snapshot(model: type[models.Model], snapshot: Snapshot) -> list[Found]:
    """The links of one version of a record, each place once."""
    found = list(_in_row(model, snapshot["f"], ""))
    for name, relation in part_relations(model).items():
        for row in snapshot["c"].get(name, []):
            found += _in_row(relation.related_model, row["f"], f"{name}:{row['pk']}:")
    return found


def links_of_row(row: models.Model) -> list[Found]:
    """The links of a row that is no publishable record, and so is public as it stands."""
    fields = {
        name: stored_value(content_columns(type(row))[name].field, row) for name in link_columns(type(row))
    }
    return list(_in_row(type(row), fields, ""))


def _in_row(model: type[models.Model], fields: dict, prefix: str) -> Iterator[Found]:
    for name, language in link_columns(model).items():
        value = fields.get(name)
        is_address = isinstance(content_columns(model)[name].field, models.URLField)
        for text in [value] if is_address and value else hrefs_in(value):
            if address := read(text, language):
                yield Found(address, language, prefix + name)


def place_label(model: type[models.Model], path: str) -> str:
    """What a place is called in the form of its record; the path itself when the column is gone."""
    *part, name = path.split(":")
    relation = part_relations(model).get(part[0]) if part else None
    owner = relation.related_model if relation else model
    column = content_columns(owner).get(name)
    label = str(column.field.verbose_name) if column else name
    return capfirst(f"{owner._meta.verbose_name} · {label}" if relation else label)


def place_anchor(path: str) -> str:
    """The id of a place in the form of its record: that of its field, or of the rows that it stands in."""
    *part, name = path.split(":")
    return f"{part[0]}-group" if part else f"id_{name}"
