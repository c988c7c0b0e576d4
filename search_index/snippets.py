"""The passage of a text that shows why it was found, and the words in it that were asked for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from .folding import folded
from .pinyin import HAN
from .stemming import stem

#: Characters of a passage. Chinese says as much in fewer.
LENGTH, LENGTH_HAN = 220, 110
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")


@dataclass(frozen=True)
class Piece:
    """A stretch of text; marked where it is what was asked for."""

    text: str
    is_marked: bool = False


def marked(text: str, wordings: frozenset[str]) -> list[Piece]:
    """The whole text in pieces."""
    return _pieces(text, 0, len(text), _hits(text, wordings))


def passage(text: str, wordings: frozenset[str]) -> list[Piece]:
    """The stretch with the most different words asked for, from the start of a sentence or word; "…" where cut."""
    hits = _hits(text, wordings)
    length = LENGTH_HAN if _is_chinese(text) else LENGTH
    begin = _begin(text, hits, length)
    end = min(len(text), begin + length)
    if end < len(text):
        space = text.rfind(" ", begin + length // 2, end)
        end = space if space > 0 and not HAN.search(text[space:end]) else end
    pieces = _pieces(text, begin, end, hits)
    before, after = ["…"] * (begin > 0), ["…"] * (end < len(text))
    return [*(Piece(dots) for dots in before), *pieces, *(Piece(dots) for dots in after)]


def _is_chinese(text: str) -> bool:
    head = text[:400]
    return sum(map(len, HAN.findall(head))) * 3 > len(head)


def _begin(text: str, hits: list[tuple[int, int]], length: int) -> int:
    """Where the best passage begins: at the line or sentence of the hit that has most others behind it."""
    best, most = 0, 0
    for start, _end in hits[:200]:
        near = {folded(text[a:b]) for a, b in hits if start <= a < start + length}
        if len(near) > most:
            best, most = start, len(near)
    lead = max(0, best - length // 3)
    for mark in ("\n", "。", "！", "？", ". ", "；", "; ", "，", ", "):
        if (at := text.rfind(mark, lead, best)) >= 0:
            return at + len(mark)
    if lead == 0:
        return 0
    space = text.find(" ", lead, best)
    return space + 1 if space >= 0 else lead


def _hits(text: str, wordings: frozenset[str]) -> list[tuple[int, int]]:
    """Spans of the text, in order and apart, that say one of the wordings."""
    letters, places = _aligned(text)
    han = sorted((wording for wording in wordings if HAN.match(wording)), key=len, reverse=True)
    spans = []
    if han:
        for match in re.finditer("|".join(map(re.escape, han)), letters):
            spans.append((places[match.start()], places[match.end() - 1] + 1))
    for match in _WORD.finditer(letters):
        word = match[0]
        if HAN.search(word):
            for part in re.finditer(r"[a-z0-9']+", word):
                if stem(part[0].replace("'", "")) in wordings:
                    spans.append(
                        (places[match.start() + part.start()], places[match.start() + part.end() - 1] + 1)
                    )
        elif stem(word.removesuffix("'s").replace("'", "")) in wordings:
            spans.append((places[match.start()], places[match.end() - 1] + 1))
    return sorted(set(spans))


def _aligned(text: str) -> tuple[str, list[int]]:
    """The folded text, and for each of its characters the place in the text that it comes from."""
    letters, places = [], []
    for place, character in enumerate(text):
        plain = _folded_character(character)
        letters.append(plain)
        places += [place] * len(plain)
    return "".join(letters), places


@lru_cache(maxsize=16384)
def _folded_character(character: str) -> str:
    return folded(character)


def _pieces(text: str, begin: int, end: int, hits: list[tuple[int, int]]) -> list[Piece]:
    pieces, at = [], begin
    for start, stop in hits:
        start, stop = max(start, at), min(stop, end)
        if start >= stop:
            continue
        if start > at:
            pieces.append(Piece(text[at:start]))
        pieces.append(Piece(text[start:stop], is_marked=True))
        at = stop
    if at < end:
        pieces.append(Piece(text[at:end]))
    return pieces
