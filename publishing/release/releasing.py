"""Releases: a set of records that go public together, and come back together when the release is undone."""

from __future__ import annotations

from datetime import datetime

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext_lazy as _

from bilingual.languages import LANGUAGES, column, joined_sentences

from ..audit import auditing
from ..drafts.saving import first_revision, head_of, open_draft
from ..models import Publishable, Release, ReleaseItem
from ..publication.actions import NotReady, publish, unschedule, withdraw
from ..publication.applying import CannotApply
from ..publication.states import EditionState, edition_state
from ..schedule import letters
from ..schedule.due import Voided, WithdrawnSince, in_both_languages, outdated
from ..schedule.once import once
from ..schedule.scheduling import CannotSchedule, MomentPassed, locked, needs_clock, with_changes
from ..snapshots import take
from .preflight import Finding, findings
from .reverting import revert

State = Release.State


class NotReleasable(Exception):
    """Something stands in the way. ``findings`` says what, item by item; nothing has been changed."""

    def __init__(self, found: list[Finding]):
        self.findings = found
        super().__init__(len(found))

    def __str__(self) -> str:
        said = [
            _("“%(record)s”: %(reason)s") % {"record": one.item, "reason": one.text} for one in self.findings
        ]
        return joined_sentences(said)


@transaction.atomic
def add(release: Release, record: Publishable, *, languages: list[str]) -> ReleaseItem:
    """Take a record into a release as it is now; once more to take its newest version or other languages.

    Raises CannotSchedule when the release is no longer being prepared.
    """
    release = _held(release)
    _must_be(release, State.OPEN, State.FAILED)
    kind = ContentType.objects.get_for_model(record, for_concrete_model=True)
    item, _made = ReleaseItem.objects.update_or_create(
        release=release,
        content_type=kind,
        object_id=str(record.pk),
        defaults={"revision": head_of(record) or first_revision(record), "languages": languages},
    )
    return item


@transaction.atomic
def remove(item: ReleaseItem) -> None:
    """Leave a record out. Raises CannotSchedule when the release is no longer being prepared."""
    _must_be(_held(item.release), State.OPEN, State.FAILED)
    item.delete()


@transaction.atomic
def release_now(release: Release, *, by=None) -> Release:
    """Publish all items in one transaction. Raises NotReleasable or CannotSchedule, with nothing changed."""
    release = _ready(release)
    now = timezone.now()
    _publish_all(release, at=now, by=by)
    return _enter(release, State.DONE, by, at=now, action="publishing.released")


@transaction.atomic
def release_at(release: Release, *, at: datetime, by=None) -> Release:
    """Let all items go public at a moment.

    When all of them are first publications, the moment is put on each record now and no process is needed. When one
    changes what is live, the clock publishes all of them in one transaction. Raises MomentPassed, NotReleasable or
    CannotSchedule, with nothing changed.
    """
    if at <= timezone.now():
        raise MomentPassed
    release = _ready(release, at)
    if not any(_waits_for_clock(item) for item in release.items.all()):
        _publish_all(release, at=at, by=by)
        return _enter(release, State.IN_PLACE, by, at=at, action="publishing.release_scheduled")
    with transaction.atomic():
        _publish_all(release, at=timezone.now(), by=by)
        transaction.set_rollback(True)
    for item, record in _records(release):
        item.moments = _moments(record)
        item.save(update_fields=["moments"])
    return _enter(release, State.WAITING, by, at=at, action="publishing.release_scheduled")


@transaction.atomic
def cancel(release: Release, *, by=None) -> Release:
    """Take the moment back before it comes; the release is open again. Raises CannotSchedule when it has come."""
    release = _held(release)
    if release.is_out:
        raise CannotSchedule(_("This has already been released. Undo it instead."))
    _must_be(release, State.IN_PLACE, State.WAITING)
    if release.state == State.IN_PLACE:
        for item, record in _records(release):
            for language in item.languages:
                if (
                    edition_state(record, language) is EditionState.SCHEDULED
                    and _begins(record, language) == release.at
                ):
                    unschedule(record, language=language, by=by)
    return _enter(release, State.OPEN, by, at=None, action="publishing.release_cancelled")


@transaction.atomic
def undo(release: Release, *, by=None) -> Release:
    """Bring back what was live before the release: first publications are withdrawn, changes are taken back.

    Raises NotReleasable, with nothing changed, when an item was changed in the same places since.
    """
    release = _held(release)
    if not release.is_out:
        raise CannotSchedule(_("This has not been released."))
    for item, record in _records(release):
        was_live = [language for language in LANGUAGES if _was_live(item, language, release.at)]
        for language in item.languages:
            if language not in was_live and record.is_live(language):
                withdraw(record, language=language, by=by)
        if was_live and item.before != item.after:
            try:
                revert(record, before=item.before, after=item.after, languages=item.languages, by=by)
            except CannotApply as reason:
                raise NotReleasable([Finding(item, reason)]) from reason
    return _enter(release, State.UNDONE, by, at=release.at, action="publishing.release_undone")


# What the clock calls


def carry_out(key: int, *, now: datetime) -> bool:
    """Publish a release whose moment has come, wholly or not at all; False when it was not to be, or failed."""
    return once(
        Release, key, now=now, publish=_publish_due, fail=fail, refusals=(NotReleasable, CannotSchedule)
    )


def _publish_due(release: Release, now: datetime) -> None:
    _must_pass(release)
    _must_not_be_withdrawn(release, now)
    _publish_all(release, at=now, by=release.by)
    _tell(release, release.by, "publishing.released")


def void_outdated() -> int:
    """Fail what waits although a newer version of an item was saved; how many there were."""
    items = ReleaseItem.objects.filter(release__state=State.WAITING)
    found = {}
    for item in outdated(items.select_related("release")):
        found.setdefault(item.release, []).append(Finding(item, Voided()))
    for release, reasons in found.items():
        fail(release, NotReleasable(reasons))
    return len(found)


@transaction.atomic
def fail(release: Release, reason: Exception) -> None:
    """Close a release that was not carried out, with the reason in both languages. It can be prepared again."""
    told = in_both_languages(reason)
    waiting = Release.objects.waiting().filter(pk=release.pk)
    if waiting.update(state=State.FAILED, closed_at=timezone.now(), reason=told):
        auditing.record("publishing.release_failed", subject=release, reason=told[LANGUAGES[0]])
        key = f"release-{release.pk}-{release.at.isoformat()}"
        letters.not_published(release.by, release, told, key=key)


def _held(release: Release) -> Release:
    return Release.objects.select_for_update().get(pk=release.pk)


def _must_be(release: Release, *states) -> None:
    if release.state not in states:
        raise CannotSchedule(
            _("The release “%(name)s” cannot be changed now: %(state)s.")
            % {"name": release.name, "state": release.get_state_display()}
        )


def _ready(release: Release, at: datetime | None = None) -> Release:
    """The release, held, when nothing stands in its way."""
    release = _held(release)
    _must_be(release, State.OPEN, State.FAILED)
    release.at = at
    if not release.items.exists():
        raise CannotSchedule(_("There is nothing in this release yet."))
    _must_pass(release)
    return release


def _must_pass(release: Release) -> None:
    blocking = [finding for finding in findings(release) if finding.blocks]
    if blocking:
        raise NotReleasable(blocking)


def _must_not_be_withdrawn(release: Release, now: datetime) -> None:
    """What was taken off the site since the release was scheduled does not come back by itself."""
    found = [
        Finding(item, WithdrawnSince())
        for item, record in _records(release)
        for language in item.languages
        if edition_state(record, language, now) is EditionState.WITHDRAWN
        and auditing.moments(record, language) != item.moments.get(language)
    ]
    if found:
        raise NotReleasable(found)


def _waits_for_clock(item: ReleaseItem) -> bool:
    draft = open_draft(item.record)
    return needs_clock(item.record, draft, with_changes(item.record, draft, item.languages))


def _records(release: Release):
    """(item, record now) of what still exists, held until the end of the transaction."""
    for item in release.items.all():
        if item.record is not None:
            yield item, locked(item.record)


def _publish_all(release: Release, *, at: datetime, by) -> None:
    for item, record in _records(release):
        item.before, item.moments = take(record), _moments(record)
        try:
            for language in with_changes(record, open_draft(record), item.languages):
                publish(record, language=language, at=at, by=by, expected=open_draft(record))
        except (NotReady, CannotApply) as reason:
            raise NotReleasable([Finding(item, reason)]) from reason
        item.after = take(type(record)._base_manager.get(pk=record.pk))
        item.save(update_fields=["before", "after", "moments"])


def _begins(record: Publishable, language: str) -> datetime | None:
    return getattr(record, column("live_from", language))


def _moments(record: Publishable) -> dict:
    return {language: auditing.moments(record, language) for language in LANGUAGES}


def _was_live(item: ReleaseItem, language: str, at: datetime) -> bool:
    """Whether an edition was public in the instant before the release."""
    moments = {name: text and parse_datetime(text) for name, text in item.moments.get(language, {}).items()}
    begin, end = moments.get("live_from"), moments.get("live_until")
    return begin is not None and begin < at and (end is None or at < end)


def _enter(release: Release, state: str, by, *, at: datetime | None, action: str) -> Release:
    release.state, release.at, release.by, release.reason, release.attempts = state, at, by, {}, 0
    release.closed_at = None if state in (State.OPEN, State.WAITING) else timezone.now()
    release.save(update_fields=["state", "at", "by", "reason", "attempts", "closed_at"])
    _tell(release, by, action)
    return release


def _tell(release: Release, by, action: str) -> None:
    items = [[item.content_type.model, item.object_id, item.languages] for item in release.items.all()]
    at = release.at.isoformat() if release.at else None
    auditing.record(action, subject=release, by=by, new={"at": at, "items": items})
