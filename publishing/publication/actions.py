"""Deeds that change what the public sees."""

from __future__ import annotations

from datetime import datetime

from django.contrib.admin.models import CHANGE, LogEntry
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext, override

from bilingual.languages import LANGUAGES, column

from ..audit import auditing
from ..drafts.saving import open_draft
from ..drafts.working_copies import load
from ..models import Publishable, Revision
from ..review.reviewing import NotApproved, approval_missing
from ..schedule import passing
from ..signals import edition_changed
from . import gates
from .applying import apply_draft
from .states import EditionState, edition_state

LANGUAGE_NAMES = {"en": gettext_noop("English"), "zh-hans": gettext_noop("Chinese")}
PUBLISHED = {
    "en": gettext_noop("Published the English edition."),
    "zh-hans": gettext_noop("Published the Chinese edition."),
}
SCHEDULED = {
    "en": gettext_noop("Scheduled the English edition."),
    "zh-hans": gettext_noop("Scheduled the Chinese edition."),
}
WITHDREW = {
    "en": gettext_noop("Withdrew the English edition."),
    "zh-hans": gettext_noop("Withdrew the Chinese edition."),
}
WITHDRAWS = {
    "en": gettext_noop("Scheduled the end of the English edition."),
    "zh-hans": gettext_noop("Scheduled the end of the Chinese edition."),
}


class NotReady(Exception):
    """An edition cannot be published yet. ``fields`` names what is missing, ``str()`` says it to a person."""

    def __init__(self, record: Publishable, language: str, fields: list[str]):
        self.record, self.language, self.fields = record, language, fields
        super().__init__(record.pk, language, fields)

    def __str__(self) -> str:
        names = [str(self.record._meta.get_field(name).verbose_name) for name in self.fields]
        return ngettext(
            "The %(language)s edition cannot be published yet. This is still empty: %(fields)s.",
            "The %(language)s edition cannot be published yet. These are still empty: %(fields)s.",
            len(names),
        ) % {"language": _(LANGUAGE_NAMES[self.language]), "fields": _(", ").join(names)}


@transaction.atomic
def publish(
    record: Publishable,
    *,
    language: str,
    by=None,
    at: datetime | None = None,
    expected: Revision | None = None,
) -> None:
    """Make an edition live from a moment (default: now), with what its open draft changes in it.

    An edition that is already live keeps the moment of its first publication; one that is scheduled keeps its
    moment unless another is given. ``expected`` is the draft that was looked at. Raises NotReady when required words
    are missing, NotApproved when a review is, Objected when a gate objects, CannotApply when the draft does not fit
    what is live.
    """
    before = auditing.moments(record, language)
    draft = open_draft(record)
    version = load(record, draft.snapshot) if draft else record
    if missing := version.missing_for(language):
        raise NotReady(record, language, missing)
    if draft is None and record.is_live(language):
        return
    if unsigned := approval_missing(record, draft):
        raise NotApproved(unsigned)
    gates.ask(record, version, language)
    if draft:
        apply_draft(record, languages=[language], expected=expected, by=by)
        record.refresh_from_db()
    keeps_moment = at is None and edition_state(record, language) is EditionState.SCHEDULED
    if not record.is_live(language) and not keeps_moment:
        _set_moments(record, language, at or timezone.now())
    is_live = record.is_live(language)
    auditing.record(
        "publishing.published" if is_live else "publishing.scheduled",
        subject=record,
        by=by,
        language=language,
        old=before,
        new=auditing.moments(record, language),
    )
    _record(record, by, (PUBLISHED if is_live else SCHEDULED)[language])
    edition_changed.send(type(record), record=record, language=language)


def _set_moments(record: Publishable, language: str, begin: datetime | None) -> None:
    """Let an edition begin at a moment without an end, or never; what a first publication fixes goes along."""
    planned, names = _first_moment(record), {column("live_from", language), column("live_until", language)}
    setattr(record, column("live_from", language), begin)
    setattr(record, column("live_until", language), None)
    if planned is not None and planned > timezone.now():
        names |= set(record.forget_publication(planned))
    if first := _first_moment(record):
        names |= set(record.prepare_to_publish(first))
    record.save(update_fields=[*sorted(names), "changed_at"])
    passing.note(record, language)


def _first_moment(record: Publishable) -> datetime | None:
    begun = (getattr(record, column("live_from", language)) for language in LANGUAGES)
    return min((moment for moment in begun if moment is not None), default=None)


@transaction.atomic
def unschedule(record: Publishable, *, language: str, by=None) -> bool:
    """Take back the moment of an edition that is not public yet; False when there is none to take back."""
    if edition_state(record, language) is not EditionState.SCHEDULED:
        return False
    before = auditing.moments(record, language)
    _set_moments(record, language, None)
    auditing.record(
        "publishing.schedule_cancelled",
        subject=record,
        by=by,
        language=language,
        old=before,
        new=auditing.moments(record, language),
    )
    edition_changed.send(type(record), record=record, language=language)
    return True


@transaction.atomic
def withdraw(record: Publishable, *, language: str, by=None, at: datetime | None = None) -> None:
    """End an edition at a moment (default: now). Does nothing to one that never was live, or has ended."""
    begin, end, now = column("live_from", language), column("live_until", language), timezone.now()
    ends = getattr(record, end)
    if getattr(record, begin) is None or (ends is not None and ends <= now):
        return
    before = auditing.moments(record, language)
    setattr(record, end, at or now)
    record.save(update_fields=[end, "changed_at"])
    passing.note(record, language)
    is_over = at is None or at <= now
    auditing.record(
        "publishing.withdrawn" if is_over else "publishing.withdrawal_scheduled",
        subject=record,
        by=by,
        language=language,
        old=before,
        new=auditing.moments(record, language),
    )
    _record(record, by, (WITHDREW if is_over else WITHDRAWS)[language])
    edition_changed.send(type(record), record=record, language=language)


def withdraw_everywhere(record: Publishable, *, by=None) -> None:
    """End every edition of a record now."""
    for language in LANGUAGES:
        if record.is_live(language):
            withdraw(record, language=language, by=by)


def _record(record: Publishable, by, message: str) -> None:
    """Write the deed into the admin's history, in English: it is translated when it is shown."""
    if by is None:
        return
    with override("en"):
        LogEntry.objects.log_actions(by.pk, [record], CHANGE, change_message=message, single_object=True)
