"""What comes first: exact names, then names and headlines that carry the words, then texts; the newer before the older.

The points are few and told apart by powers, so that the order can be explained in words.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from .documents import KINDS
from .models import PublicEntry
from .naming import key_of
from .stemming import stem
from .words import words

EXACT_NAME, BELONGING, TYPED_SOUND = 1600, 1400, 1200
IN_NAME, IN_HEAD = 800, 400
#: Of the words that a question without a whole answer has.
WORTH = 1000
#: A headline that is little more than the words asked for is about them.
FILLED_HEAD = 150
#: Texts that speak of the words again and again.
OFTEN = 60
RECENT = 40
YEAR = 365


@dataclass
class Found:
    """How editions were found, by their keys."""

    #: What was typed, as names are compared.
    title: str = ""
    exact: set[int] = field(default_factory=set)
    belonging: set[int] = field(default_factory=set)
    sound: set[int] = field(default_factory=set)
    names: set[int] = field(default_factory=set)
    heads: set[int] = field(default_factory=set)
    #: For hits that carry some of the words only: how much of the question they answer, 0 to 1.
    worth: dict[int, float] = field(default_factory=dict)

    @property
    def by_name(self) -> set[int]:
        return self.exact | self.belonging | self.sound


def ranked(
    entries: list[PublicEntry], found: Found, wordings: frozenset[str], today: date
) -> list[PublicEntry]:
    """Best first; the newest first among equals."""
    ranks = {kind.key: kind.rank for kind in KINDS.values()}
    return sorted(
        entries,
        key=lambda entry: (-_points(entry, found, wordings, ranks.get(entry.kind, 0), today), -entry.pk),
    )


def _points(entry: PublicEntry, found: Found, wordings: frozenset[str], rank: int, today: date) -> float:
    points = 0.0
    if entry.pk in found.exact or (found.title and _key_of(entry.title) == found.title):
        points += EXACT_NAME
    elif entry.pk in found.belonging:
        points += BELONGING
    elif entry.pk in found.sound:
        points += TYPED_SOUND
    if entry.pk in found.names:
        points += IN_NAME
    if entry.pk in found.heads:
        points += IN_HEAD
    points += WORTH * found.worth.get(entry.pk, 0)
    points += FILLED_HEAD * _share(entry.title, wordings)
    points += rank if points else 0
    age = (today - entry.dated_on).days if entry.dated_on else 10 * YEAR
    return points + RECENT / (1 + max(age, 0) / YEAR) + OFTEN * _density(entry.text, wordings)


def _share(title: str, wordings: frozenset[str]) -> float:
    """The part of a headline, by letters, that was asked for: 0 to 1."""
    hit = length = 0
    for text, stemmed in _words_of(title):
        length += len(text)
        if stemmed:
            hit += len(text) if stemmed in wordings else 0
            continue
        hit += min(len(text), sum(len(wording) for wording in wordings if wording in text))
    return hit / length if length else 0.0


@lru_cache(maxsize=16384)
def _words_of(title: str) -> list[tuple[str, str]]:
    """Each word with its stem, which Han has none of."""
    return [(word.text, "" if word.is_han else stem(word.text)) for word in words(title)]


@lru_cache(maxsize=16384)
def _key_of(title: str) -> str:
    return key_of(title)


def _density(text: str, wordings: frozenset[str]) -> float:
    """How often a text says the words, 0 to 1; ten times in a thousand letters are as good as more."""
    if not text:
        return 0.0
    lower = text.lower()
    said = sum(lower.count(wording) for wording in wordings)
    return min(1.0, said * 100 / (len(text) + 400))
