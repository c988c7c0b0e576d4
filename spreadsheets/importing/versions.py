"""The newest versions of many records, read in few queries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Max

from publishing.columns import chosen_relations, content_columns, part_relations
from publishing.models import Revision
from publishing.rights.draft_access import may_see_drafts
from publishing.snapshots import Snapshot, stored_value, take, upgraded

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
        heads, rows = heads_of(some), snapshots_of(some)
        for record in some:
            head = heads.get(str(record.pk))
            is_draft = head is not None and head.kind == Revision.Kind.DRAFT
            yield Version(record, head, upgraded(record, head.snapshot) if is_draft else rows[record.pk])


def seen_by(user, version: Version) -> Version:
    """The version that a person may read: drafts are for those who work on the record."""
    if not version.is_draft or may_see_drafts(user, version.record):
        return version
    return Version(version.record, version.head.base, take(version.record))


def snapshots_of(records: list[models.Model]) -> dict[object, Snapshot]:
    """What ``publishing.snapshots.take`` gives of each record of one model, by key, in one query for each kind of part.

    Relations are followed by their keys alone: managers of translated models are too dear to make by the thousand.
    """
    if not records:
        return {}
    model, keys = type(records[0]), [record.pk for record in records]
    taken = {
        record.pk: {**_row(record), "c": {name: [] for name in part_relations(model)}} for record in records
    }
    _choose(model, taken)
    for name, relation in part_relations(model).items():
        kind = relation.related_model
        parts = kind._base_manager.filter(**{f"{relation.field.name}__in": keys}).order_by(
            *kind._meta.ordering
        )
        rows = {}
        for part in parts:
            rows[part.pk] = row = {"pk": str(part.pk), **_row(part)}
            taken[getattr(part, relation.field.attname)]["c"][name].append(row)
        _choose(kind, rows)
    return taken


def _row(record: models.Model) -> dict:
    columns = content_columns(type(record))
    return {
        "f": {name: stored_value(known.field, record) for name, known in columns.items()},
        "m": {relation.name: [] for relation in chosen_relations(type(record))},
    }


def _choose(model: type[models.Model], rows: dict[object, dict]) -> None:
    """Fill in the keys of the records that each row has chosen."""
    for relation in chosen_relations(model):
        own, other = f"{relation.m2m_field_name()}_id", f"{relation.m2m_reverse_field_name()}_id"
        links = relation.remote_field.through._base_manager.filter(**{f"{own}__in": list(rows)}).order_by()
        for pk, key in links.values_list(own, other):
            rows[pk]["m"][relation.name].append(key if isinstance(key, int) else str(key))
        for row in rows.values():
            row["m"][relation.name].sort(key=str)


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
