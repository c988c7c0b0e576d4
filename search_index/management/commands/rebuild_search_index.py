"""Write the whole index again, while the site goes on answering from it."""

from __future__ import annotations

import time

from django.contrib.contenttypes.models import ContentType
from django.core.management.base import BaseCommand

from ...documents import Kind, kinds
from ...drafts import shelve_kind
from ...models import DraftEntry, PublicEntry
from ...writing import erase, index_keys

BATCH = 500


class Command(BaseCommand):
    help = "Write the search index again from what is published. The site stays searchable meanwhile."

    def add_arguments(self, parser):
        parser.add_argument(
            "--missing", action="store_true", help="only the kinds of record of which nothing is in the index"
        )

    def handle(self, *, missing: bool, verbosity: int, **options):
        began, editions = time.monotonic(), 0
        self._drop_unknown_kinds()
        shelf_is_empty = not DraftEntry.objects.exists()
        for kind in kinds():
            if shelf_is_empty or not missing:
                shelve_kind(kind.model)
            if missing and PublicEntry.objects.filter(kind=kind.key).exists():
                continue
            total, done = kind.model.objects.count(), 0
            for pks in _batches(kind):
                editions += index_keys(kind.model, pks)
                done += len(pks)
                if verbosity and self.stdout.isatty():
                    self.stdout.write(f"{kind.key}: {done} of {total}", ending="\r")
            self._drop_deleted(kind)
            if verbosity and total:
                self.stdout.write(f"{kind.key}: {done} of {total}")
        if editions or not missing:
            self.stdout.write(f"{editions} editions indexed in {time.monotonic() - began:.0f} s.")

    def _drop_unknown_kinds(self) -> None:
        known = [kind.key for kind in kinds()]
        gone = PublicEntry.objects.exclude(kind__in=known).values_list(
            "content_type", "object_id", "language"
        )
        for content_type, pk, language in gone.iterator():
            erase(ContentType.objects.get_for_id(content_type), [pk], language)

    def _drop_deleted(self, kind: Kind) -> None:
        entries = PublicEntry.objects.filter(kind=kind.key)
        gone = entries.exclude(object_id__in=kind.model.objects.values("pk"))
        for pk, language in gone.values_list("object_id", "language"):
            erase(ContentType.objects.get_for_model(kind.model), [pk], language)


def _batches(kind: Kind):
    """Keys in spans, so that no batch depends on how many rows there are."""
    last = 0
    while pks := list(
        kind.model.objects.filter(pk__gt=last).order_by("pk").values_list("pk", flat=True)[:BATCH]
    ):
        yield pks
        last = pks[-1]
