"""Deeds that change what the public sees."""

from __future__ import annotations

from datetime import datetime

from django.contrib.admin.models import CHANGE, LogEntry
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext, override

from bilingual.languages import LANGUAGES, column

from .applying import apply_draft
from .drafts import open_draft
from .models import Publishable, Revision
from .signals import edition_changed
from .working_copies import load

LANGUAGE_NAMES = {"en": gettext_noop("English"), "zh-hans": gettext_noop("Chinese")}
PUBLISHED = {
    "en": gettext_noop("Published the English edition."),
    "zh-hans": gettext_noop("Published the Chinese edition."),
}
WITHDREW = {
    "en": gettext_noop("Withdrew the English edition."),
    "zh-hans": gettext_noop("Withdrew the Chinese edition."),
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

    An edition that is already live keeps the moment of its first publication. ``expected`` is the draft that was
    looked at. Raises NotReady when required words are missing, CannotApply when the draft does not fit what is live.
    """
    draft = open_draft(record)
    missing = (load(record, draft.snapshot) if draft else record).missing_for(language)
    if missing:
        raise NotReady(record, language, missing)
    if draft:
        apply_draft(record, languages=[language], expected=expected, by=by)
        record.refresh_from_db()
    elif record.is_live(language):
        return
    if not record.is_live(language):
        _open(record, language, at or timezone.now())
    _record(record, by, PUBLISHED[language])
    edition_changed.send(type(record), record=record, language=language)


def _open(record: Publishable, language: str, moment: datetime) -> None:
    begin, end = column("live_from", language), column("live_until", language)
    setattr(record, begin, moment)
    setattr(record, end, None)
    record.save(update_fields=[begin, end, "changed_at", *record.prepare_to_publish(moment)])


@transaction.atomic
def withdraw(record: Publishable, *, language: str, by=None, at: datetime | None = None) -> None:
    """End an edition at a moment (default: now). Does nothing to an edition that never was live."""
    begin, end = column("live_from", language), column("live_until", language)
    if getattr(record, begin) is None:
        return
    setattr(record, end, at or timezone.now())
    record.save(update_fields=[end, "changed_at"])
    _record(record, by, WITHDREW[language])
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
