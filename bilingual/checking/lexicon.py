"""Finds many known phrases in a text at once, in one pass, however they are spaced, hyphened or capitalised.

Chang'an, Chang’an, CHANGAN and "chang an" are one phrase here; which spelling was used is for the rules to
judge. The longest phrase wins at each place.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from bilingual.checking.texts import IGNORED, Text, fold

Meaning = TypeVar("Meaning")
HAN = re.compile("[\u3400-\u9fff]")


@dataclass(frozen=True, slots=True)
class Occurrence(Generic[Meaning]):
    """``meaning`` was found as ``spelling`` in ``visible[start:end]``; ``phrase`` is what the lexicon holds."""

    start: int
    end: int
    spelling: str
    phrase: str
    meaning: Meaning


def is_chinese(phrase: str) -> bool:
    return bool(HAN.search(phrase))


def same_spelling(first: str, second: str) -> bool:
    """Equal but for the kind of apostrophe and of space."""
    return _plain(first) == _plain(second)


def _plain(phrase: str) -> str:
    return " ".join(phrase.replace("’", "'").replace("‘", "'").split())


def _folded(phrase: str) -> str:
    return "".join(character for character in fold(phrase) if character not in IGNORED)


def _is_latin(character: str) -> bool:
    return character.isascii() and character.isalnum()


class Lexicon(Generic[Meaning]):
    """Phrases of two characters and more, and what each means.

    ``plurals`` also finds a phrase with an English ending (s, es, ies).
    """

    def __init__(self, entries: Iterable[tuple[str, Meaning]], *, plurals: bool = False) -> None:
        self._by_start: dict[str, list[tuple[str, str, Meaning]]] = defaultdict(list)
        for phrase, meaning in entries:
            forms = [phrase]
            if plurals and not is_chinese(phrase):
                forms += [phrase + "s", phrase + "es"]
                forms += [phrase[:-1] + "ies"] if phrase.endswith("y") else []
            for form in forms:
                folded = _folded(form)
                if len(folded) > 1:
                    self._by_start[folded[:2]].append((folded, phrase, meaning))
        for entries_here in self._by_start.values():
            entries_here.sort(key=lambda entry: len(entry[0]), reverse=True)

    def find(self, text: Text) -> list[Occurrence[Meaning]]:
        """What stands in the visible text, in order, never overlapping."""
        line, places = text.folded
        starts = self._by_start
        found, free_from = [], 0
        for position in [here for here in range(len(line) - 1) if line[here : here + 2] in starts]:
            if position < free_from:
                continue
            best = self._at(line, places, position, text.visible)
            if best is not None:
                length, occurrence = best
                found.append(occurrence)
                free_from = position + length
        return found

    def _at(
        self, line: str, places: list[int], position: int, visible: str
    ) -> tuple[int, Occurrence[Meaning]] | None:
        start = places[position]
        starts_inside = start > 0 and _is_latin(visible[start]) and _is_latin(visible[start - 1])
        if starts_inside:
            return None
        best = None
        candidates = self._by_start[line[position : position + 2]]
        for folded, phrase, meaning in candidates:
            if best and len(folded) < best[0]:
                break
            if not line.startswith(folded, position):
                continue
            end = places[position + len(folded) - 1] + 1
            if end < len(visible) and _is_latin(visible[end]) and _is_latin(visible[end - 1]):
                continue
            spelling = visible[start:end]
            if "\n" in spelling or end - start > 2 * len(phrase) + 4:
                continue
            if best is None or same_spelling(spelling, phrase):
                best = len(folded), Occurrence(start, end, spelling, phrase, meaning)
        return best
