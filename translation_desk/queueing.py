"""Upkeep of the queue: one small row for each language of a record in which something is to do."""

from __future__ import annotations

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils import timezone

from bilingual.languages import LANGUAGES
from publishing.models import Revision
from publishing.rights import scopes
from publishing.snapshots import Snapshot, take

from .models import TranslationTask
from .states import Reading, State, read


def refresh(record: models.Model, snapshot: Snapshot | None = None) -> Reading:
    """Count again what is to do in a record; returns the states. ``snapshot`` is its newest version, if at hand.

    Rows that say the same already are not written.
    """
    if snapshot is None:
        head = Revision.objects.of(record).numbered().values_list("snapshot", flat=True).first()
        snapshot = head or take(record)
    reading = read(record, snapshot, in_review=False)
    tasks = {task.language: task for task in TranslationTask.objects.of(record)}
    for language in LANGUAGES:
        _keep(record, language, tasks.get(language), _counts(reading, language))
    return reading


def _counts(reading: Reading, language: str) -> dict[str, int]:
    return {
        "missing": reading.count(language, State.MISSING),
        "outdated": reading.count(language, State.OUTDATED),
        "unaccepted": sum(place.is_unaccepted for place in reading.of(language)),
    }


def _keep(record: models.Model, language: str, task: TranslationTask | None, counts: dict[str, int]) -> None:
    values = {
        **counts,
        "is_open": any(counts.values()),
        "title": str(record)[:200],
        "area": scopes.scope_key(record) or "",
    }
    if task is None:
        if values["is_open"]:
            TranslationTask.objects.create(
                content_type=ContentType.objects.get_for_model(record, for_concrete_model=True),
                object_id=str(record.pk),
                language=language,
                opened_at=timezone.now(),
                **values,
            )
        return
    if values["is_open"] and not task.is_open:
        values["opened_at"] = timezone.now()
    changed = [name for name, value in values.items() if getattr(task, name) != value]
    if changed:
        for name in changed:
            setattr(task, name, values[name])
        task.save(update_fields=changed)
