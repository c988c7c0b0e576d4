"""A record as a revision has it, in memory: forms, templates and previews read it like any other.

Nothing of it is in the database. A query for its parts, or an attempt to save it, fails loudly: it would read or write
what is live.
"""

from __future__ import annotations

from functools import cache

from django.db import models
from django.utils.functional import lazy
from django.utils.translation import gettext as _

from ..columns import chosen_relations, content_columns, part_relations
from ..snapshots import Snapshot, upgraded


class WorkingCopyQuery(RuntimeError):
    """Something asked the database about a record that is not there."""


class _Frozen:
    """A queryset that holds its rows and refuses to look for others."""

    def _chain(self, **kwargs):
        raise WorkingCopyQuery(f"{self.model.__name__}: filtering a working copy would read what is live.")

    def _clone(self):
        return self._chain()

    def all(self):
        return self

    def iterator(self, chunk_size=None):
        return iter(self._result_cache)

    def aggregate(self, *args, **kwargs):
        return self._chain()


@cache
def _frozen_class(queryset_class: type) -> type:
    return type(f"Frozen{queryset_class.__name__}", (_Frozen, queryset_class), {})


def frozen(model: type[models.Model], rows: list[models.Model]):
    """A queryset of exactly these rows."""
    queryset = model._default_manager.get_queryset()
    queryset._result_cache, queryset._prefetch_done = list(rows), True
    queryset.__class__ = _frozen_class(type(queryset))
    return queryset


def chosen(model: type[models.Model], rows: list[models.Model]):
    """A queryset of records that a draft refers to. They are records of their own: it may be narrowed further."""
    queryset = model._default_manager.filter(pk__in=[row.pk for row in rows])
    queryset._result_cache, queryset._prefetch_done = list(rows), True
    return queryset


def _refuse(*args, **kwargs):
    raise WorkingCopyQuery("A working copy is never written to its table.")


def load(live: models.Model, snapshot: Snapshot, known: dict | None = None) -> models.Model:
    """The working copy of a record. One query for each kind of related record, none for its parts.

    ``known`` are related records that need no query, by model, then by key (see ``form_record``).

    ``wc_snapshot`` is the snapshot in today's shape; ``wc_warnings`` says which related records are gone.
    """
    return load_many([(live, snapshot)], known)[0]


def load_many(pairs: list[tuple[models.Model, Snapshot]], known: dict | None = None) -> list[models.Model]:
    """The working copies of several records, in their order, for the queries of one. What they share is one object."""
    assembled = [_assemble(live, snapshot) for live, snapshot in pairs]
    at_hand = known or {}
    wanted: dict[type[models.Model], set] = {}
    for _copy, everyone in assembled:
        for model, keys in _wanted(everyone).items():
            own = {record.pk for record, _row in everyone[1:] if type(record) is model}
            wanted.setdefault(model, set()).update(keys - own)
    found = {
        model: {
            **model._base_manager.in_bulk(keys - at_hand.get(model, {}).keys()),
            **at_hand.get(model, {}),
        }
        for model, keys in wanted.items()
    }
    for copy, everyone in assembled:
        _attach_related(copy, everyone, found)
    return [copy for copy, _everyone in assembled]


def _assemble(live: models.Model, snapshot: Snapshot) -> tuple[models.Model, list[tuple[models.Model, dict]]]:
    """The copy with its parts, and each of them with its row of the snapshot; what they refer to is still missing."""
    snapshot = upgraded(live, snapshot)
    copy = _build(type(live), live.pk, snapshot, live)
    copy.wc_snapshot, copy.wc_warnings = snapshot, []
    everyone = [(copy, snapshot)]
    for name, relation in part_relations(type(live)).items():
        parts = []
        for row in snapshot["c"][name]:
            part = _build(relation.related_model, row["pk"], row, None)
            setattr(part, relation.field.attname, copy.pk)
            relation.field.set_cached_value(part, copy)
            parts.append(part)
            everyone.append((part, row))
        copy._prefetched_objects_cache[name] = frozen(
            relation.related_model, _in_order(relation.related_model, parts)
        )
    return copy, everyone


def _build(model: type[models.Model], pk, row: dict, live: models.Model | None) -> models.Model:
    pk_field = model._meta.pk
    source = live or model()
    values = {field.attname: getattr(source, field.attname) for field in model._meta.concrete_fields}
    for name, column in content_columns(model).items():
        values[name] = column.field.to_python(row["f"][name])
    for name in live.set_by_publication if live is not None else ():
        if values[name] is None:
            values[name] = getattr(live, name)
    values[pk_field.attname] = pk_field.to_python(pk)
    names = [field.attname for field in model._meta.concrete_fields]
    built = model.from_db("default", names, [values[name] for name in names])
    for field in model._meta.concrete_fields if live is not None else ():
        if (
            field.is_relation
            and field.is_cached(live)
            and values[field.attname] == getattr(live, field.attname)
        ):
            field.set_cached_value(built, field.get_cached_value(live))
    built._prefetched_objects_cache = {}
    built.save = built.save_base = built.delete = _refuse
    return built


def _in_order(model: type[models.Model], rows: list[models.Model]) -> list[models.Model]:
    for key in reversed(model._meta.ordering):
        name = key.lstrip("-")
        if "__" in name:
            continue
        known = [row for row in rows if getattr(row, name) is not None]
        unknown = [row for row in rows if getattr(row, name) is None]
        rows = sorted(known, key=lambda row: getattr(row, name), reverse=key.startswith("-")) + unknown
    return rows


def _wanted(everyone: list[tuple[models.Model, dict]]) -> dict[type[models.Model], set]:
    """The keys of what a copy and its parts refer to, by model."""
    wanted: dict[type[models.Model], set] = {}
    for record, row in everyone:
        for field in _foreign_keys(record):
            wanted.setdefault(field.related_model, set()).add(getattr(record, field.attname))
        for field in chosen_relations(type(record)):
            wanted.setdefault(field.related_model, set()).update(_keys(field, row))
    return wanted


def _attach_related(copy: models.Model, everyone: list[tuple[models.Model, dict]], read: dict) -> None:
    """Give every record its related ones out of what was read; one that is gone is left out with a warning."""
    found = {model: dict(read.get(model, {})) for model in _wanted(everyone)}
    for record, _row in everyone[1:]:
        # Its own parts stand in the snapshot, whatever their rows say.
        found.setdefault(type(record), {})[record.pk] = record
    for record, row in everyone:
        for field in _foreign_keys(record):
            target = found[field.related_model].get(getattr(record, field.attname))
            if target is None:
                setattr(record, field.attname, None)
                copy.wc_warnings.append(_gone(record, field))
            field.set_cached_value(record, target)
        for field in chosen_relations(type(record)):
            targets = [found[field.related_model].get(key) for key in _keys(field, row)]
            if None in targets:
                copy.wc_warnings.append(_gone(record, field))
            rows = [target for target in targets if target is not None]
            record._prefetched_objects_cache[field.name] = chosen(field.related_model, rows)


def _foreign_keys(record: models.Model) -> list[models.ForeignKey]:
    return [
        field
        for field in record._meta.concrete_fields
        if field.is_relation and not field.is_cached(record) and getattr(record, field.attname) is not None
    ]


def _keys(field: models.ManyToManyField, row: dict) -> list:
    return [field.related_model._meta.pk.to_python(key) for key in row["m"].get(field.name, [])]


def _say_gone(record: models.Model, field: models.Field) -> str:
    return _("%(record)s, %(field)s: the chosen item has since been deleted. Choose again.") % {
        "record": record._meta.verbose_name,
        "field": field.verbose_name,
    }


#: Said when it is shown, because copies are also loaded where nobody's language is active.
_gone = lazy(_say_gone, str)
