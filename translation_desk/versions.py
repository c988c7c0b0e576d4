"""The version of a record that is translated: its open draft, or what is live."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import models

from bilingual.languages import LANGUAGES
from publishing.drafts.saving import first_revision, head_of, save_draft
from publishing.drafts.working_copies import load
from publishing.models import Revision
from publishing.publication.applying import apply_draft
from publishing.snapshots import Snapshot, upgraded

from .states import Reading, read


@dataclass(frozen=True)
class Version:
    """``revision`` is None before the first save; ``copy`` reads like the record."""

    record: models.Model
    revision: Revision | None
    copy: models.Model

    @property
    def snapshot(self) -> Snapshot:
        return self.copy.wc_snapshot

    def read(self) -> Reading:
        return read(self.record, self.snapshot)


def newest(record: models.Model) -> Version:
    """The newest version of a record. A record that was never saved here gets its first revision."""
    revision = head_of(record) or first_revision(record)
    return Version(record, revision, load(record, upgraded(record, revision.snapshot)))


def keep(record: models.Model, snapshot: Snapshot, *, seen: Revision, by=None, note: str = "") -> Revision:
    """Save a version as a draft, as the form does. Raises publishing.drafts.saving.SaveConflict.

    Nobody has seen a record that never was public, so its row follows at once.
    """
    revision = save_draft(record, snapshot, seen=seen, by=by, note=note)
    if not record.was_ever_public:
        apply_draft(record, languages=list(LANGUAGES), by=by)
    return revision
