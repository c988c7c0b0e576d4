"""Mistyped words: two words are near when each, with at most one letter left out, gives the same."""

from __future__ import annotations

from collections.abc import Iterable

SHORTEST, LONGEST = 4, 24
#: Words of this length may have two mistakes.
LONG = 8


def correctable(word: str) -> bool:
    return SHORTEST <= len(word) <= LONGEST and word.isascii() and word.isalpha()


def keys_of(word: str) -> set[str]:
    """The word and the word without each of its letters."""
    return {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}


def nearest(typed: str, candidates: Iterable[str]) -> str | None:
    """The candidate with the fewest mistakes; None when all are too far."""
    allowed = 2 if len(typed) >= LONG else 1
    measured = sorted((distance(typed, word), word) for word in candidates)
    return measured[0][1] if measured and measured[0][0] <= allowed else None


def distance(one: str, other: str) -> int:
    """How many letters were left out, added, changed or swapped with their neighbour."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, start=1):
        before, previous, row = row, before, [i]
        for j, its in enumerate(other, start=1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != its))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == its:
                cost = min(cost, previous[j - 2] + 1)
            row.append(cost)
    return row[-1]
