"""The newest versions of many records, read in few queries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Max

from publishing.columns import chosen_relations, part_relations
from publishing.draft_access import may_see_drafts
from publishing.models import Revision
from publishing.snapshots import Snapshot, take, upgraded

AT_ONCE = 200


@dataclass(frozen=True)
class Version:
    """What is meant of a record: its open draft, or the row. ``head`` is None before the first save."""

    record: models.Model
    head: Revision | None
    snapshot: Snapshot

    @property
    def number(self) -> int:
        """The first save will call today's row version 1."""
        return self.head.number if self.head else 1

    @property
    def is_draft(self) -> bool:
        return self.head is not None and self.head.kind == Revision.Kind.DRAFT


def newest_of(records: Iterable[models.Model]) -> Iterator[Version]:
    """The newest version of each record, in their order; no more than AT_ONCE are in memory together."""
    waiting = iter(records)
    while some := list(islice(waiting, AT_ONCE)):
        with_parts(some)
        heads = heads_of(some)
        for record in some:
            head = heads.get(str(record.pk))
            is_draft = head is not None and head.kind == Revision.Kind.DRAFT
            yield Version(record, head, upgraded(record, head.snapshot) if is_draft else take(record))


def seen_by(user, version: Version) -> Version:
    """The version that a person may read: drafts are for those who work on the record."""
    if not version.is_draft or may_see_drafts(user, version.record):
        return version
    live = version.head.base
    return Version(version.record, live, take(version.record))


def with_parts(records: Iterable[models.Model]) -> None:
    """Read all parts and relations of some records of one model, one query for each kind."""
    records = list(records)
    if not records:
        return
    model = type(records[0])
    paths = [field.name for field in chosen_relations(model)]
    for name, relation in part_relations(model).items():
        paths += [name, *(f"{name}__{field.name}" for field in chosen_relations(relation.related_model))]
    models.prefetch_related_objects(records, *paths)


def heads_of(records: Iterable[models.Model]) -> dict[str, Revision]:
    """The newest revision of each record that has one, by its key as text; content comes with drafts alone."""
    records = list(records)
    if not records:
        return {}
    kind = ContentType.objects.get_for_model(records[0], for_concrete_model=True)
    of_them = Revision.objects.filter(
        content_type=kind, object_id__in=[str(r.pk) for r in records]
    ).numbered()
    newest = dict(of_them.order_by().values_list("object_id").annotate(Max("number")))
    found = (
        of_them.filter(number__in=set(newest.values()))
        .select_related("base")
        .defer("snapshot", "base__snapshot")
    )
    heads = {head.object_id: head for head in found if newest[head.object_id] == head.number}
    drafts = {head.pk: head for head in heads.values() if head.kind == Revision.Kind.DRAFT}
    for pk, snapshot in Revision.objects.filter(pk__in=drafts).values_list("pk", "snapshot"):
        drafts[pk].snapshot = snapshot
    return heads
