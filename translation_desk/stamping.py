"""Writing down which source a wording was translated from: after each save, and when a person says so."""

from __future__ import annotations

from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction
from django.utils import timezone

from bilingual.languages import other_language
from publishing.snapshots import Snapshot

from .fingerprints import words_fingerprint
from .models import TranslationRecord
from .originals import original_language
from .places import Place, places

TYPED, MACHINE = TranslationRecord.Origin.TYPED, TranslationRecord.Origin.MACHINE


def stamp_changes(
    record: models.Model, before: Snapshot | None, now: Snapshot, *, by=None, origin: str = TYPED
) -> None:
    """Remember the pairs that a save made or left, where it changed either side.

    ``before`` is what the author had before them and ``now`` what they left, both without others' changes. A new
    wording is taken to be a translation of the source beside it. A wording that is known keeps what is known of it.
    """
    original = original_language(record, now)
    earlier = places(type(record), before)
    wanted: dict[tuple, TranslationRecord] = {}
    for path, place in places(type(record), now).items():
        old = earlier.get(path)
        if old is not None and old.fingerprints == place.fingerprints:
            continue
        # The pair of before comes first: what did not change was a translation of what stood there until now.
        for pair, how in ((old, TYPED), (place, origin)):
            if pair is not None and all(pair.fingerprints.values()):
                row = _row(record, pair, original, by if pair is place else None, how)
                wanted.setdefault((path, row.language, row.text), row)
    if not wanted:
        return
    texts = {text for _path, _language, text in wanted}
    rows = TranslationRecord.objects.of(record).filter(text__in=texts)
    for key in rows.values_list("path", "language", "text"):
        wanted.pop(key, None)
    TranslationRecord.objects.bulk_create(wanted.values(), ignore_conflicts=True)


def _row(record: models.Model, place: Place, source: str, by, origin: str) -> TranslationRecord:
    target = other_language(source)
    return TranslationRecord(
        content_type=ContentType.objects.get_for_model(record, for_concrete_model=True),
        object_id=str(record.pk),
        path=place.path,
        language=target,
        text=place.fingerprints[target],
        sources=[place.fingerprints[source]],
        basis=place.read[source],
        origin=origin,
        accepted_by=None if origin == MACHINE else by,
        accepted_at=None if origin == MACHINE else timezone.now(),
    )


def accept(record: models.Model, place: Place, language: str, *, by=None) -> None:
    """A wording fits the source as it is now: "still correct", or a machine's work accepted."""
    _say(record, place, language, by, "sources", place.fingerprints[other_language(language)])


def dismiss(record: models.Model, place: Place, language: str, *, by=None) -> None:
    """Changes of the source's punctuation do not matter to a wording, now and later: its words are those it fits."""
    source = other_language(language)
    _say(record, place, language, by, "dismissed", words_fingerprint(place.texts[source], source))


@transaction.atomic
def _say(record: models.Model, place: Place, language: str, by, name: str, mark: str) -> None:
    if not all(place.fingerprints.values()):
        return
    fresh = _row(record, place, other_language(language), by, TYPED)
    TranslationRecord.objects.bulk_create([fresh], ignore_conflicts=True)
    row = (
        TranslationRecord.objects.of(record)
        .select_for_update()
        .get(path=place.path, language=language, text=place.fingerprints[language])
    )
    marks = getattr(row, name)
    if mark not in marks:
        setattr(row, name, [*marks, mark])
    changed = [name]
    if name == "sources":
        row.basis = place.read[other_language(language)]
        row.accepted_by, row.accepted_at = by, timezone.now()
        changed += ["basis", "accepted_by", "accepted_at"]
    row.save(update_fields=changed)
