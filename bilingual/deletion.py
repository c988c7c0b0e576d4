"""What the admin says goes with a record that is deleted, and what forbids that it is."""

from __future__ import annotations

from django.apps import apps
from django.contrib.admin.utils import NestedObjects
from django.db import router
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import capfirst

from .holders import Holder, lines_of, record_of, say_kind


class RecordsOnly:
    """For a ModelAdmin: rows that merely link two records are not listed among what is deleted.

    Django names them after its own tables, in English in every language, and the records that they link stay.
    What forbids the deletion is told as the records that one would open to change it.
    """

    def get_deleted_objects(self, objs, request):
        listed, counts, forbidden, protected = super().get_deleted_objects(objs, request)
        links = [
            model._meta for model in apps.get_models(include_auto_created=True) if model._meta.auto_created
        ]
        openings = tuple(f"{capfirst(link.verbose_name)}: " for link in links)
        plurals = {link.verbose_name_plural for link in links}
        counts = {name: count for name, count in counts.items() if name not in plurals}
        if protected:
            # What holds a record is the answer, whatever else the person would not be allowed to delete.
            forbidden, protected = set(), lines_of(_holders(objs), self.admin_site, request)
        return _without(listed, openings), counts, forbidden, protected


def _holders(objs) -> list[Holder]:
    """What points at records and protects them, each once, ordered by kind and name."""
    collector = NestedObjects(using=router.db_for_write(objs[0]._meta.model), origin=objs)
    collector.collect(objs)
    found = {Holder(record_of(row), _pointer(row, collector)) for row in collector.protected}
    return sorted(found, key=lambda holder: (type(holder.record).__name__, str(holder.record), holder.field))


def _pointer(row, collector) -> str:
    """What of a row an editor looks for: its kind, if it stands within another record; else the field that points."""
    if record_of(row) is not row:
        return str(row._meta.verbose_name)
    held = {(type(obj), obj.pk) for objs in collector.model_objs.values() for obj in objs}
    for field in row._meta.concrete_fields:
        if field.many_to_one and (field.related_model, getattr(row, field.attname)) in held:
            return str(field.verbose_name)
    return str(row._meta.verbose_name)


def _without(listed: list, openings: tuple[str, ...]) -> list:
    """The nested list of what is deleted, less the lines that start with one of ``openings``."""
    kept = []
    for line in listed:
        if isinstance(line, list):
            kept += [below] if (below := _without(line, openings)) else []
        elif not str(line).startswith(openings):
            kept.append(_said(line))
    return kept


def _said(line: str) -> str:
    """A line of Django, "Kind: record", as our language writes it. What is marked as safe stays so."""
    kind, _colon, name = line.partition(": ")
    return say_kind(kind, mark_safe(name) if isinstance(line, SafeString) else name)
