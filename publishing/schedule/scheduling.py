"""Going public at a moment, and ending at one.

What nobody can see yet is put in place at once with its moment on the record: that needs no process and cannot be
late. A change of what is live waits as a ScheduledPublication, which the clock carries out exactly once (``due``).
"""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from bilingual.languages import LANGUAGES, column

from ..audit import auditing
from ..drafts.merging import SHARED
from ..drafts.saving import head_of, open_draft
from ..models import Publishable, Revision, ScheduledPublication
from ..publication.actions import publish, unschedule, withdraw
from ..publication.applying import CannotApply
from ..publication.states import EditionState, edition_state

State = ScheduledPublication.State
RUNNING = (EditionState.LIVE, EditionState.SCHEDULED)


class CannotSchedule(Exception):
    """It cannot be done at that moment; ``str()`` says why to a person, in the language active then."""


class MomentPassed(CannotSchedule):
    """The moment is not in the future."""

    def __init__(self, text: str = ""):
        super().__init__(text or _("This time has passed. Choose a later one, or publish now."))


def schedule(
    record: Publishable, *, languages: list[str], at: datetime, by=None, expected: Revision | None = None
) -> ScheduledPublication | None:
    """Make editions public at a moment; None when the moment now stands on the record and nothing else is needed.

    Replaces what was scheduled for these languages. ``expected`` is the version that was looked at. Raises
    MomentPassed, CannotSchedule, NotReady or CannotApply, with nothing changed.
    """
    if at <= timezone.now():
        raise MomentPassed
    with transaction.atomic():
        record = locked(record)
        if expected is not None and head_of(record) != expected:
            raise CannotApply(_("A newer version has since been saved. Check it before you publish."))
        draft = open_draft(record)
        wanted = with_changes(record, draft, languages)
        if not wanted:
            raise CannotSchedule(_("This is already public, and nothing in it has been changed."))
        _take_back(record, wanted, by)
        if not needs_clock(record, draft, wanted):
            for language in wanted:
                publish(record, language=language, at=at, by=by)
            return None
        rehearse(record, wanted, by=by)
        waiting = ScheduledPublication.objects.create(
            record=record, revision=draft, languages=wanted, at=at, by=by
        )
        for language in wanted:
            new = {"at": at.isoformat(), "revision": draft.number}
            auditing.record("publishing.scheduled", subject=record, by=by, language=language, new=new)
        return waiting


def with_changes(record: Publishable, draft: Revision | None, languages: list[str]) -> list[str]:
    """Those of the languages in which publishing would change something."""
    pending = set(draft.pending) if draft else set()
    return [
        language for language in languages if not record.is_live(language) or pending & {language, SHARED}
    ]


def needs_clock(record: Publishable, draft: Revision | None, languages: list[str]) -> bool:
    """Whether putting the words in place now would change something that is public, or is to be public before."""
    if draft is None:
        return False
    if any(record.is_live(language) for language in languages):
        return True
    others = [language for language in LANGUAGES if language not in languages]
    return SHARED in draft.pending and any(edition_state(record, other) in RUNNING for other in others)


def rehearse(record: Publishable, languages: list[str], *, by=None) -> None:
    """Publish and take it all back. Raises what a real publication would raise now."""
    with transaction.atomic():
        for language in languages:
            publish(record, language=language, by=by)
        transaction.set_rollback(True)
    record.refresh_from_db()


def locked(record: Publishable) -> Publishable:
    """The record as it is now, held until the end of the transaction. Raises CannotApply when it is gone."""
    found = type(record)._base_manager.select_for_update().filter(pk=record.pk).first()
    if found is None:
        raise CannotApply(_("This record has since been deleted."))
    return found


def end_at(record: Publishable, *, languages: list[str], at: datetime, by=None) -> None:
    """Withdraw editions at a moment. It stands on the record, and no process is needed.

    Raises MomentPassed, or CannotSchedule when an edition is not public or would end before it begins.
    """
    if at <= timezone.now():
        raise MomentPassed(_("This time has passed. Choose a later one, or withdraw now."))
    with transaction.atomic():
        record = locked(record)
        for language in languages:
            if edition_state(record, language) not in RUNNING:
                raise CannotSchedule(_("Only published or scheduled content can be withdrawn at a set time."))
            if at <= getattr(record, column("live_from", language)):
                raise CannotSchedule(_("It would be withdrawn before it is published."))
            withdraw(record, language=language, at=at, by=by)


@transaction.atomic
def cancel(record: Publishable, *, languages: list[str], by=None) -> list[str]:
    """Take back whatever is scheduled for these languages; the languages in which there was something."""
    record = locked(record)
    taken = set(_take_back(record, languages, by))
    for language in languages:
        if unschedule(record, language=language, by=by) or _keep_open(record, language, by):
            taken.add(language)
    return sorted(taken)


def _keep_open(record: Publishable, language: str, by) -> bool:
    """Forget a moment of withdrawal that has not come."""
    end = column("live_until", language)
    if getattr(record, end) is None or getattr(record, end) <= timezone.now():
        return False
    old = auditing.moments(record, language)
    setattr(record, end, None)
    record.save(update_fields=[end, "changed_at"])
    new = auditing.moments(record, language)
    auditing.record(
        "publishing.schedule_cancelled", subject=record, by=by, language=language, old=old, new=new
    )
    return True


def _take_back(record: Publishable, languages: list[str], by) -> list[str]:
    """Cancel the waiting changes of these languages. One that also holds another language goes on for that one."""
    taken = []
    for entry in ScheduledPublication.objects.of(record).waiting():
        left = [language for language in entry.languages if language not in languages]
        gone = [language for language in entry.languages if language in languages]
        if not gone:
            continue
        taken += gone
        if left:
            entry.languages = left
            entry.save(update_fields=["languages"])
        else:
            entry.close(State.CANCELLED)
        for language in gone:
            old = {"at": entry.at.isoformat()}
            auditing.record(
                "publishing.schedule_cancelled", subject=record, by=by, language=language, old=old
            )
    return taken


@transaction.atomic
def withdraw_everywhere_now(record: Publishable, *, by=None) -> None:
    """Take a record off the site in every language at once, with all that is scheduled for it."""
    cancel(record, languages=list(LANGUAGES), by=by)
    record = locked(record)
    for language in LANGUAGES:
        if record.is_live(language):
            withdraw(record, language=language, by=by)
