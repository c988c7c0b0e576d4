"""Names that begin as a person types: in either language, as pinyin or by first letters."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q
from django.utils import timezone

from .documents import KINDS
from .models import Name
from .naming import key_of
from .pinyin import plain

SHOWN = 8
#: Names that are looked at, for the best of them to be shown.
LOOKED_AT = 200
SHORTEST = 2


@dataclass(frozen=True)
class Suggestion:
    """``name`` is what fits; ``title`` is what the record is called on this page."""

    title: str
    name: str
    kind: str
    address: str


def suggest(text: str, language: str, at: datetime | None = None) -> list[Suggestion]:
    """The live records whose names begin so, best first. One query."""
    key, at = key_of(text[:80]), at or timezone.now()
    if len(key) < SHORTEST and key.isascii():
        return []
    begins = Q()
    for column, typed in (("key", key), ("sound", plain(key)), ("initials", key)):
        begins |= Q(**{f"{column}__gte": typed, f"{column}__lt": typed + "\U0010ffff"})
    names = Name.objects.filter(begins, entry__language=language, entry__live_from__lte=at)
    names = names.exclude(entry__live_until__lte=at).select_related("entry")[:LOOKED_AT]
    ranks = {kind.key: kind.rank for kind in KINDS.values()}
    best: dict[int, tuple] = {}
    for name in names:
        entry = name.entry
        spelt_so = name.key.startswith(key)
        order = (not name.is_its_own, not spelt_so, -ranks.get(entry.kind, 0), len(name.key), entry.title)
        if entry.pk not in best or order < best[entry.pk][0]:
            best[entry.pk] = (order, Suggestion(entry.title, name.text, entry.kind, entry.address))
    return [suggestion for _, suggestion in sorted(best.values(), key=lambda pair: pair[0])][:SHOWN]
