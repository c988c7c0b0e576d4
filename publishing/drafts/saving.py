"""Saving without publishing: drafts of what is live, and what happens when two people save at once."""

from __future__ import annotations

from collections.abc import Iterable

from django.contrib.contenttypes.models import ContentType
from django.db import IntegrityError, models, transaction
from django.db.models import OuterRef, Subquery
from django.utils.translation import gettext as _

from ..audit import auditing
from ..models import Revision
from ..signals import revision_written
from ..snapshots import Snapshot, stored_value, take, upgraded
from .merging import Conflict, changed_languages, clashes, merge

#: How often a save is tried again when others save the same record at the same moment.
TRIES = 8


class SaveConflict(Exception):
    """Both changed the same place. ``merged`` has mine in every such place; ``head`` is theirs."""

    def __init__(self, merged: Snapshot, conflicts: list[Conflict], head: Revision):
        self.merged, self.conflicts, self.head = merged, conflicts, head
        super().__init__(len(conflicts))

    def __str__(self) -> str:
        return _("Someone else has changed this in the meantime.")


def head_of(record: models.Model) -> Revision | None:
    """The newest revision: an open draft, or what is live; None before the first save."""
    return Revision.objects.of(record).numbered().select_related("base").first()


def heads_of(records: Iterable[models.Model]) -> dict[models.Model, Revision]:
    """The newest revision of each record that has one. One query for each kind of records."""
    by_model: dict[type[models.Model], dict[str, models.Model]] = {}
    for record in records:
        by_model.setdefault(type(record), {})[str(record.pk)] = record
    heads = {}
    for model, found in by_model.items():
        same = {"content_type": OuterRef("content_type"), "object_id": OuterRef("object_id")}
        newest = Revision.objects.numbered().filter(**same).order_by("-number").values("pk")[:1]
        kind = ContentType.objects.get_for_model(model, for_concrete_model=True)
        rows = Revision.objects.filter(content_type=kind, object_id__in=found, pk=Subquery(newest))
        heads |= {found[row.object_id]: row for row in rows.select_related("base")}
    return heads


def open_draft(record: models.Model) -> Revision | None:
    """The draft that waits to be published, or None."""
    head = head_of(record)
    return head if head and head.kind == Revision.Kind.DRAFT else None


def first_revision(record: models.Model, *, by=None) -> Revision:
    """Revision 1, made from the row when there is none yet; ``by`` is who has just made the record.

    It is what a form that was opened before there was any revision has seen; the head could already be another's.
    """
    first = Revision.objects.of(record).filter(number=1).first()
    if first:
        return first
    try:
        with transaction.atomic():
            return write(record, 1, Revision.Kind.LIVE, take(record), author=by)
    except IntegrityError:
        return Revision.objects.of(record).get(number=1)


def write(
    record: models.Model,
    number: int | None,
    kind: str,
    snapshot: Snapshot,
    *,
    typed: Snapshot | None = None,
    seen: Revision | None = None,
    **fields,
) -> Revision:
    """A new revision row. Raises IntegrityError when the number is taken.

    ``typed`` and ``seen`` differ from the snapshot and its parent where an author's version was merged with others'.
    """
    parent = fields.get("parent")
    if parent is not None:
        before = upgraded(record, parent.snapshot)
        fields["changed"] = changed_languages(type(record), snapshot, before)
    revision = Revision.objects.create(record=record, number=number, kind=kind, snapshot=snapshot, **fields)
    if number is not None:
        revision_written.send(
            type(record), record=record, revision=revision, typed=typed or snapshot, seen=seen or parent
        )
    return revision


def save_draft(record: models.Model, mine: Snapshot, *, seen: Revision, by=None, note: str = "") -> Revision:
    """Keep my version of a record as a draft, merged with what others saved since the revision that I have seen.

    Returns the newest revision, which may be an old one when nothing changed. Raises SaveConflict when both changed
    the same place. No lock is held while merging, and no row of the record itself is touched.
    """
    model = type(record)
    for _attempt in range(TRIES):
        head = head_of(record) or first_revision(record)
        theirs = upgraded(record, head.snapshot)
        merged = mine
        if head.pk != seen.pk:
            merged, conflicts = merge(upgraded(record, seen.snapshot), mine, theirs)
            conflicts = conflicts or clashes(model, merged)
            if conflicts:
                raise SaveConflict(merged, conflicts, head)
        merged = without_what_publication_set(record, merged, theirs)
        if merged == theirs:
            return head
        base = head if head.kind == Revision.Kind.LIVE else head.base
        pending = changed_languages(model, merged, upgraded(record, base.snapshot))
        try:
            with transaction.atomic():
                return write(
                    record,
                    head.number + 1,
                    Revision.Kind.DRAFT,
                    merged,
                    typed=mine,
                    seen=seen,
                    parent=head,
                    base=base,
                    pending=pending,
                    author=by,
                    note=note,
                )
        except IntegrityError:
            continue
    raise SaveConflict(merged, [], head)


def without_what_publication_set(record: models.Model, mine: Snapshot, theirs: Snapshot) -> Snapshot:
    """A form shows the date that a publication gave the row. Sent back as it was, it is nobody's change."""
    unsaid = {
        name: None
        for name in record.set_by_publication
        if theirs["f"].get(name) is None
        and mine["f"][name] == stored_value(record._meta.get_field(name), record)
    }
    return mine | {"f": mine["f"] | unsaid} if unsaid else mine


def park(record: models.Model, conflict: SaveConflict, *, by=None) -> Revision:
    """Set a save aside that could not be merged, so that nothing typed is lost while its author decides."""
    return write(
        record,
        None,
        Revision.Kind.PARKED,
        conflict.merged,
        parent=conflict.head,
        author=by,
        conflicts=[conflict_._asdict() for conflict_ in conflict.conflicts],
    )


@transaction.atomic
def discard_draft(record: models.Model, *, by=None) -> Revision | None:
    """Go back to what is live. The draft stays in the history. Returns the new head, None when there was no draft."""
    head = head_of(record)
    if head is None or head.kind != Revision.Kind.DRAFT:
        return None
    auditing.record("publishing.discarded", subject=record, by=by, old={"revision": head.number})
    live = without_what_publication_set(record, take(record), (head.base or head).snapshot)
    return write(record, head.number + 1, Revision.Kind.LIVE, live, parent=head, author=by)
