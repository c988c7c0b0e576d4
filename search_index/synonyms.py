"""What else may be meant: the other wordings of a glossary term, the other names of a thing."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from functools import lru_cache

from translation_desk.vocabulary import glossary

from .models import Name
from .naming import key_of

#: Of a thing with more names, the first ones count.
MOST_NAMES = 16
#: Of records with one name, so many count.
MOST_RECORDS = 4


def synonyms(keys: Collection[str], language: str, at: datetime) -> dict[str, tuple[str, ...]]:
    """For each key that is a wording of a glossary term, or names a live record, the wordings that mean the same.

    One query; a second one when a record is named.
    """
    found = {key: wordings for key, wordings in _wordings().items() if key in keys}
    live = Name.objects.filter(key__in=keys, is_its_own=True, entry__language=language)
    live = live.filter(entry__live_from__lte=at).exclude(entry__live_until__lte=at)
    named: dict[int, set[str]] = {}
    for entry, key in live.values_list("entry", "key")[: MOST_RECORDS * len(keys)]:
        named.setdefault(entry, set()).add(key)
    names = (
        Name.objects.filter(entry__in=named, is_its_own=True).order_by("pk") if named else Name.objects.none()
    )
    for entry, name in names.values_list("entry", "text"):
        for key in named[entry]:
            found[key] = tuple(dict.fromkeys((*found.get(key, ()), name)))
    return {key: wordings[:MOST_NAMES] for key, wordings in found.items()}


def _wordings() -> dict[str, tuple[str, ...]]:
    return _by_key(tuple((term.english, term.chinese, *term.allowed) for term in glossary()))


@lru_cache(maxsize=4)
def _by_key(terms: tuple[tuple[str, ...], ...]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for wordings in terms:
        for key in map(key_of, wordings):
            found[key] = tuple(dict.fromkeys((*found.get(key, ()), *wordings)))
    return found
