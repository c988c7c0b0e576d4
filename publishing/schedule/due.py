"""Carrying out scheduled changes whose moment has come, exactly once, and voiding those that are out of date."""

from __future__ import annotations

from datetime import datetime

from django.db import models, transaction
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from bilingual.languages import LANGUAGES, column

from ..audit import auditing
from ..drafts.merging import SHARED, changed_languages
from ..drafts.saving import head_of, open_draft
from ..models import Publishable, Revision, ScheduledPublication
from ..publication.actions import NotReady, publish
from ..publication.applying import CannotApply
from ..snapshots import upgraded
from . import letters
from .once import once
from .scheduling import CannotSchedule, locked

State = ScheduledPublication.State


class Voided(CannotSchedule):
    """The draft that was scheduled is not the newest version any more."""

    def __init__(self):
        super().__init__(
            _("A newer version was saved after this was scheduled. Check it and schedule again.")
        )


class WithdrawnSince(Voided):
    """The edition was taken off the site after the draft had been scheduled: it does not come back by itself."""

    def __init__(self):
        CannotSchedule.__init__(
            self, _("It was withdrawn after this was scheduled. Schedule it again to bring it back.")
        )


def carry_out(key: int, *, now: datetime) -> bool:
    """Apply one scheduled publication whose moment has come; False when there was nothing to do, or it failed."""
    refusals = (CannotSchedule, CannotApply, NotReady)
    return once(ScheduledPublication, key, now=now, publish=_publish, fail=fail, refusals=refusals)


def _publish(entry: ScheduledPublication, now: datetime) -> None:
    record = entry.record
    if record is None:
        raise CannotApply(_("This record has since been deleted."))
    record = locked(record)
    if not is_current(entry, record):
        raise Voided
    ends = [getattr(record, column("live_until", language)) for language in entry.languages]
    if any(end is not None and entry.created_at <= end <= now for end in ends):
        raise WithdrawnSince
    for language in entry.languages:
        publish(record, language=language, at=now, by=entry.by, expected=open_draft(record))


def is_current(entry, record: Publishable) -> bool:
    """Whether the newest version still says, in the languages of an entry, what was looked at when it was made."""
    return still_says(entry, record, head_of(record))


def still_says(entry, record: Publishable, head: Revision | None) -> bool:
    """Whether a version says, in the languages of an entry, what was looked at when the entry was made."""
    if head is None or head.pk == entry.revision_id:
        return True
    if entry.revision is None:
        return False
    seen, newest = upgraded(record, entry.revision.snapshot), upgraded(record, head.snapshot)
    return not {SHARED, *entry.languages} & set(changed_languages(type(record), seen, newest))


def outdated(entries: models.QuerySet) -> list:
    """Entries, with ``revision``, ``languages`` and ``record``, of which a newer version says something else.

    One whose newer version differs in other languages only goes on with that version.
    """
    newer = Revision.objects.numbered().filter(
        content_type=OuterRef("content_type"), object_id=OuterRef("object_id"), pk__gt=OuterRef("revision_id")
    )
    found = []
    for entry in entries.filter(Exists(newer)).select_related("revision", "content_type"):
        record = entry.record
        if record is None or not is_current(entry, record):
            found.append(entry)
        else:
            entry.revision = head_of(record)
            entry.save(update_fields=["revision"])
    return found


def void_outdated() -> int:
    """Cancel what waits although a newer version was saved, and tell its author; how many there were."""
    found = outdated(ScheduledPublication.objects.waiting())
    for entry in found:
        fail(entry, Voided())
    return len(found)


@transaction.atomic
def fail(entry: ScheduledPublication, reason: Exception) -> None:
    """Close an entry that was not carried out, say why in both languages, and tell who had scheduled it."""
    is_void = isinstance(reason, Voided)
    told = in_both_languages(reason)
    if not entry.close(State.CANCELLED if is_void else State.FAILED, told):
        return
    action = "publishing.schedule_voided" if is_void else "publishing.schedule_failed"
    record = entry.record
    old = {"at": entry.at.isoformat(), "languages": entry.languages}
    auditing.record(action, subject=record, old=old, reason=told[LANGUAGES[0]])
    if record is not None:
        letters.not_published(entry.by, record, told, key=f"schedule-{entry.pk}")


def in_both_languages(reason: Exception) -> dict[str, str]:
    """What an exception says to a person, by language."""
    told = {}
    for language in LANGUAGES:
        with override(language):
            told[language] = str(reason)
    return told
