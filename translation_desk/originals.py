"""Which language of a record the other one is translated from."""

from __future__ import annotations

from django.db import models

from bilingual.languages import CHINESE, ENGLISH, LANGUAGES, other_language
from publishing.models import Revision
from publishing.snapshots import Snapshot

from .places import places


def original_language(record: models.Model, snapshot: Snapshot) -> str:
    """What the record says itself, else the language that was filled first; Chinese when both were at once."""
    said = snapshot["f"].get("original_language")
    if said in LANGUAGES:
        return said
    first = Revision.objects.of(record).filter(number=1).values_list("snapshot", flat=True).first()
    found = list(places(type(record), first or snapshot).values())
    filled = {code: sum(bool(place.texts[code].strip()) for place in found) for code in LANGUAGES}
    if filled[ENGLISH] and not filled[CHINESE]:
        return ENGLISH
    return CHINESE


def target_language(record: models.Model, snapshot: Snapshot) -> str:
    return other_language(original_language(record, snapshot))
