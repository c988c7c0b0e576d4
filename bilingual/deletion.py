"""What the admin says goes with a record that is deleted."""

from __future__ import annotations

from django.apps import apps
from django.utils.text import capfirst


class RecordsOnly:
    """For a ModelAdmin: rows that merely link two records are not listed among what is deleted.

    Django names them after its own tables, in English in every language, and the records that they link stay.
    """

    def get_deleted_objects(self, objs, request):
        listed, counts, forbidden, protected = super().get_deleted_objects(objs, request)
        links = [
            model._meta for model in apps.get_models(include_auto_created=True) if model._meta.auto_created
        ]
        openings = tuple(f"{capfirst(link.verbose_name)}: " for link in links)
        plurals = {link.verbose_name_plural for link in links}
        counts = {name: count for name, count in counts.items() if name not in plurals}
        return _without(listed, openings), counts, forbidden, protected


def _without(listed: list, openings: tuple[str, ...]) -> list:
    """The nested list of what is deleted, less the lines that start with one of ``openings``."""
    kept = [_without(line, openings) if isinstance(line, list) else line for line in listed]
    return [line for line in kept if line != [] and not str(line).startswith(openings)]
