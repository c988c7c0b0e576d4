"""Going back to what was live before, without losing what people have written since."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from ..drafts.merging import changed_languages, merge
from ..drafts.saving import head_of, write
from ..models import Publishable, Revision
from ..publication.applying import CannotApply, apply_draft
from ..snapshots import Snapshot, take, upgraded


@transaction.atomic
def revert(record: Publishable, *, before: Snapshot, after: Snapshot, languages: list[str], by=None) -> None:
    """Take the changes from one state of the row to a later one back, as a new live revision.

    Other changes made since stay, and so does an open draft. Raises CannotApply when the same place was changed again.
    """
    model, head = type(record), head_of(record)
    live = head.base if head.kind == Revision.Kind.DRAFT else head
    draft = head if head.kind == Revision.Kind.DRAFT else None
    now = take(model._base_manager.get(pk=record.pk))
    wanted, conflicts = merge(upgraded(record, after), upgraded(record, before), now)
    if conflicts:
        raise CannotApply(_("It has been changed again since then. Correct it by hand."))
    pending = changed_languages(model, wanted, now)
    if not pending:
        return
    write(
        record,
        head.number + 1,
        Revision.Kind.DRAFT,
        wanted,
        parent=head,
        base=live,
        pending=pending,
        author=by,
    )
    fresh = apply_draft(record, languages=languages, by=by)
    if draft is not None:
        _draft_again(fresh, draft, live)


def _draft_again(record: Publishable, draft: Revision, live: Revision) -> None:
    """Open the draft anew over what is live now; where both changed the same place, the draft stands."""
    now, head = take(record), head_of(record)
    merged, _conflicts = merge(upgraded(record, live.snapshot), upgraded(record, draft.snapshot), now)
    pending = changed_languages(type(record), merged, now)
    if pending:
        base = head.base if head.kind == Revision.Kind.DRAFT else head
        write(
            record,
            head.number + 1,
            Revision.Kind.DRAFT,
            merged,
            parent=draft,
            base=base,
            pending=pending,
            author=draft.author,
        )
