"""Giving a draft up: what is public stays, and the draft stays in the history."""

from __future__ import annotations

from django.utils.translation import gettext as _

from ..models import Publishable, Revision
from ..rights.permissions import can
from ..rights.roles import languages_of
from .saving import discard_draft


class CannotDiscard(Exception):
    """The draft is not given up; ``str()`` says why to a person, in the language active then."""


def draft_to_give_up(record: Publishable, user) -> Revision | None:
    """The open draft, if this person may give up all that it changes, and readers have something else."""
    if not record.was_ever_public or not can(user, "change", record):
        return None
    head = Revision.objects.of(record).numbered().defer("snapshot").first()
    if head is None or head.kind != Revision.Kind.DRAFT:
        return None
    return head if set(head.pending) <= languages_of(user) else None


def give_up(record: Publishable, *, by, seen: str) -> None:
    """Discard the draft with the key ``seen``. Raises CannotDiscard.

    A newer one holds words that its reader has not seen.
    """
    draft = draft_to_give_up(record, by)
    if draft is None:
        raise CannotDiscard(_("There is no draft here that you may discard."))
    if seen != str(draft.pk):
        raise CannotDiscard(_("A newer version has since been saved. Check it before you discard it."))
    discard_draft(record, by=by)
