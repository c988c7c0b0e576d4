"""The state of a translation, worked out from the words alone. Moments never decide."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from django.db import models
from django.utils.translation import pgettext_lazy

from bilingual.languages import column, other_language
from publishing.models import ReviewRequest
from publishing.snapshots import Snapshot

from .fingerprints import normalised, words_fingerprint
from .models import TranslationRecord
from .originals import original_language
from .places import Place, places
from .sentences import Change, changes

#: Where a record that is asked as one of many has what is known of its wordings: see ``checking.read_wordings``.
READ_AHEAD = "_known_wordings"


class State(models.TextChoices):
    """In the order of urgency: a whole language is in the worst state of its places."""

    MISSING = "missing", pgettext_lazy("translation", "Missing")
    OUTDATED = "outdated", pgettext_lazy("translation", "Outdated")
    DRAFT = "draft", pgettext_lazy("translation", "Draft")
    REVIEW = "review", pgettext_lazy("translation", "In review")
    APPROVED = "approved", pgettext_lazy("translation", "Approved")


ORDER = list(State)


@dataclass(frozen=True)
class PlaceState:
    """How a place stands in ``language``, into which it is translated from the other one."""

    place: Place
    language: str
    state: State
    #: What is known of the present wording; None when nobody ever changed it.
    record: TranslationRecord | None = None

    @property
    def source(self) -> str:
        return other_language(self.language)

    @property
    def is_unaccepted(self) -> bool:
        return self.record is not None and self.record.is_unaccepted

    @cached_property
    def changes(self) -> list[Change]:
        """The sentences of the source that changed since; empty unless outdated."""
        if self.state != State.OUTDATED:
            return []
        return changes(self.record.basis, self.place.read[self.source], self.source)

    @cached_property
    def is_minor(self) -> bool:
        """Whether only punctuation and spaces of the source changed."""
        return self.state == State.OUTDATED and words_fingerprint(
            self.record.basis, self.source
        ) == words_fingerprint(self.place.texts[self.source], self.source)


@dataclass(frozen=True)
class Reading:
    """All translated places of one version of a record."""

    original: str
    places: list[PlaceState]

    def of(self, language: str) -> list[PlaceState]:
        return [place for place in self.places if place.language == language]

    def count(self, language: str, state: State) -> int:
        return sum(place.state == state for place in self.of(language))

    def state(self, language: str) -> State | None:
        """The worst state of the places; None when a language has nothing to translate."""
        return min((place.state for place in self.of(language)), key=ORDER.index, default=None)


def read(record: models.Model, snapshot: Snapshot, *, in_review: bool | None = None) -> Reading:
    """The states of a version of a record, which is usually its open draft. ``record`` is the live row.

    ``in_review`` says whether a review of this version is open; None: look. At most three queries.
    """
    original = original_language(record, snapshot)
    found = places(type(record), snapshot)
    known = known_records(record, found)
    states = [
        _state_of(record, place, original, known) for place in found.values() if any(place.read.values())
    ]
    if any(place.state == State.DRAFT for place in states):
        if in_review is None:
            in_review = ReviewRequest.objects.of(record).open().exists()
        if in_review:
            states = [_reviewed(place) for place in states]
    return Reading(original, states)


def known_records(record: models.Model, found: dict[str, Place]) -> dict[tuple, TranslationRecord]:
    """What is known of the wordings that these places have now, by (path, language, fingerprint). One query."""
    if READ_AHEAD in record.__dict__:
        return record.__dict__[READ_AHEAD]
    rows = TranslationRecord.objects.of(record).filter(text__in=wordings_of(found))
    return {(row.path, row.language, row.text): row for row in rows}


def wordings_of(found: dict[str, Place]) -> set[str]:
    """The fingerprints of the wordings that places have now."""
    return {mark for place in found.values() for mark in place.fingerprints.values() if mark}


def _state_of(record: models.Model, place: Place, original: str, known: dict) -> PlaceState:
    """A place that only the other language has is translated the other way round."""
    source = original if place.read[original] else other_language(original)
    target = other_language(source)
    wording = place.fingerprints[target]
    if not wording:
        return PlaceState(place, target, State.MISSING)
    row = known.get((place.path, target, wording))
    if row is not None and not is_current(row, place, source):
        return PlaceState(place, target, State.OUTDATED, row)
    is_draft = (row is not None and row.is_unaccepted) or not _is_public(record, place, target)
    return PlaceState(place, target, State.DRAFT if is_draft else State.APPROVED, row)


def is_current(row: TranslationRecord, place: Place, source: str) -> bool:
    """Whether a wording fits the source as it is now, or differs from one that it fits in dismissed signs only."""
    if place.fingerprints[source] in row.sources:
        return True
    return bool(row.dismissed) and words_fingerprint(place.texts[source], source) in row.dismissed


def _is_public(record: models.Model, place: Place, language: str) -> bool:
    """Whether visitors read this wording: its edition is live, and the row has the same words. Of parts the edition."""
    if not record.is_live(language):
        return False
    if place.number is not None:
        return True
    return place.read[language] == normalised(getattr(record, column(place.name, language)), language)


def _reviewed(place: PlaceState) -> PlaceState:
    if place.state != State.DRAFT or place.is_unaccepted:
        return place
    return PlaceState(place.place, place.language, State.REVIEW, place.record)
