"""Who wrote what waits to be published."""

from __future__ import annotations

from django.db.models import Q

from ..models import Publishable, Revision


def begins_after(record: Publishable, head: Revision) -> int:
    """The number of the version after which the drafts that wait to be published begin.

    When one language was published alone, what is left is still the work of those who wrote the whole.
    """
    if not record.was_ever_public or head.kind != Revision.Kind.DRAFT:
        return 0
    rows = {
        row["pk"]: row
        for row in Revision.objects.of(record)
        .numbered()
        .values("pk", "number", "kind", "fingerprint", "parent_id")
    }
    row = rows[head.pk]
    while True:
        parent = rows.get(row["parent_id"])
        if parent is None:
            return 0
        if parent["kind"] != Revision.Kind.LIVE:
            row = parent
            continue
        applied = rows.get(parent["parent_id"])
        is_rest = applied is not None and applied["kind"] == Revision.Kind.DRAFT
        if not (is_rest and applied["fingerprint"] == row["fingerprint"]):
            return parent["number"]
        row = applied


def authors_of(record: Publishable, since: int) -> set[int]:
    """Keys of those who wrote drafts after a version, or made the record."""
    written = Revision.objects.of(record).filter(Q(kind=Revision.Kind.DRAFT) | Q(number=1), number__gt=since)
    return set(written.exclude(author=None).order_by().values_list("author", flat=True).distinct())
