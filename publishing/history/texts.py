"""What changed between two texts, told in a way that serves English and Chinese.

A text is cut into tokens: a word of letters, a number with its unit, a run of spaces, and each other character,
such as a Han sign, by itself. What differs is found among the tokens and joined into runs that a person can read: a
single sign that happens to stand in both texts does not part two changes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import SequenceMatcher
from itertools import groupby
from typing import NamedTuple

SAME, ADDED, REMOVED = "same", "added", "removed"

_UNIT = r"%|％|‰|万亿|[万亿]|(?:thousand|million|billion|trillion)\b"
_NUMBER = rf"[+\-−]?\d(?:[\d,.:/\-–—]*\d)?(?:\s?(?:{_UNIT}))?"
_WORD = r"[^\W\d_\u3400-\u9fff\u3040-\u30ff]+(?:['’\-][^\W\d_\u3400-\u9fff]+)*"
_TOKEN = re.compile(rf"(?P<number>{_NUMBER})|(?P<word>{_WORD})|(?P<space>\s+)|(?P<sign>.)", re.DOTALL)
#: Pairs of tokens that are compared one by one; above it, whole sentences are.
MOST_PAIRS = 1_500_000
_SENTENCE = re.compile(r".+?(?:[。！？!?；;\n]+|\.(?=\s|$)|$)\s*", re.DOTALL)


class Token(NamedTuple):
    """A piece of text that is compared as a whole. ``kind`` is number, word, space, sign or mark."""

    text: str
    kind: str


class Piece(NamedTuple):
    """A run of a comparison. ``change`` is same, added or removed; a number that changed says so."""

    text: str
    change: str
    is_number: bool = False


def tokens_of(text: str) -> list[Token]:
    return [Token(match.group(), match.lastgroup) for match in _TOKEN.finditer(text)]


def compare_texts(before: str, after: str) -> list[Piece]:
    """The pieces of both texts in reading order; those that are not removed make ``after``."""
    return compare_tokens(tokens_of(before), tokens_of(after))


def compare_tokens(before: list[Token], after: list[Token]) -> list[Piece]:
    start, end = _common_ends(before, after)
    middle = _operations(before[start : len(before) - end], after[start : len(after) - end])
    pieces = [
        *_pieces(after[:start], SAME),
        *middle,
        *_pieces(after[len(after) - end :] if end else [], SAME),
    ]
    return _joined(pieces)


def likeness(before: list[Token], after: list[Token]) -> float:
    """From 0, no word in common, to 1, the same words in any order. Cheap: order is not looked at."""
    before, after = ([token for token in side if _tells(token)] for side in (before, after))
    if not before and not after:
        return 1.0
    counts: dict[Token, int] = {}
    for token in before:
        counts[token] = counts.get(token, 0) + 1
    common = 0
    for token in after:
        if counts.get(token, 0):
            counts[token] -= 1
            common += 1
    return 2 * common / (len(before) + len(after))


def _tells(token: Token) -> bool:
    """Whether a token says something: spaces and punctuation stand in every text."""
    return token.kind != "space" and (token.kind != "sign" or token.text.isalnum())


def _common_ends(before: list, after: list) -> tuple[int, int]:
    shorter = min(len(before), len(after))
    start = next((n for n in range(shorter) if before[n] != after[n]), shorter)
    end = next((n for n in range(shorter - start) if before[-1 - n] != after[-1 - n]), shorter - start)
    return start, end


def _operations(before: list[Token], after: list[Token]) -> list[Piece]:
    if not before or not after:
        return [*_pieces(before, REMOVED), *_pieces(after, ADDED)]
    if len(before) * len(after) > MOST_PAIRS:
        return _by_sentence(before, after)
    pieces = []
    for kind, a, b, c, d in _settled(
        SequenceMatcher(None, before, after, autojunk=False).get_opcodes(), before
    ):
        if kind == "equal":
            pieces += _pieces(before[a:b], SAME)
        else:
            pieces += [*_pieces(before[a:b], REMOVED), *_pieces(after[c:d], ADDED)]
    return pieces


def _settled(opcodes: Iterable[tuple], before: list[Token]) -> list[tuple]:
    """Operations without the coincidences: a sign, or spaces, that two changes share by chance."""
    settled: list[tuple] = []
    operations = list(opcodes)
    for place, operation in enumerate(operations):
        kind, a, b, c, d = operation
        inside = 0 < place < len(operations) - 1
        if kind == "equal" and inside and _is_chance(before[a:b]):
            kind = "replace"
        if settled and kind != "equal" and settled[-1][0] != "equal":
            _, first, _, third, _ = settled.pop()
            settled.append(("replace", first, b, third, d))
        else:
            settled.append((kind, a, b, c, d))
    return settled


def _is_chance(tokens: list[Token]) -> bool:
    telling = [token for token in tokens if token.kind != "space"]
    return not telling or (len(telling) == 1 and telling[0].kind == "sign")


def _by_sentence(before: list[Token], after: list[Token]) -> list[Piece]:
    """Long texts: sentences that stand in both are found first, then single ones that took another's place."""
    olds, news = (_sentences(tokens) for tokens in (before, after))
    if len(olds) * len(news) > MOST_PAIRS:
        return [*_pieces(before, REMOVED), *_pieces(after, ADDED)]
    pieces = []
    for kind, a, b, c, d in SequenceMatcher(None, olds, news, autojunk=False).get_opcodes():
        if kind == "equal":
            pieces += [piece for sentence in olds[a:b] for piece in _pieces(sentence, SAME)]
            continue
        pairs = min(b - a, d - c)
        for old, new in zip(olds[a : a + pairs], news[c : c + pairs], strict=True):
            if len(old) * len(new) <= MOST_PAIRS // 100:
                pieces += compare_tokens(list(old), list(new))
            else:
                pieces += [*_pieces(old, REMOVED), *_pieces(new, ADDED)]
        for old in olds[a + pairs : b]:
            pieces += _pieces(old, REMOVED)
        for new in news[c + pairs : d]:
            pieces += _pieces(new, ADDED)
    return pieces


def _sentences(tokens: list[Token]) -> list[tuple[Token, ...]]:
    text = "".join(token.text for token in tokens)
    ends = {match.end() for match in _SENTENCE.finditer(text)}
    found, sentence, place = [], [], 0
    for token in tokens:
        sentence.append(token)
        place += len(token.text)
        if place in ends:
            found.append(tuple(sentence))
            sentence = []
    return [*found, tuple(sentence)] if sentence else found


def _pieces(tokens: Iterable[Token], change: str) -> list[Piece]:
    return [Piece(token.text, change, change != SAME and token.kind == "number") for token in tokens]


def _joined(pieces: list[Piece]) -> list[Piece]:
    """Neighbours of one kind as one piece; within a stretch of changes all that was removed comes first."""
    ordered: list[Piece] = []
    for is_same, run in groupby(pieces, key=lambda piece: piece.change == SAME):
        stretch = list(run)
        ordered += stretch if is_same else sorted(stretch, key=lambda piece: piece.change != REMOVED)
    return [
        Piece("".join(piece.text for piece in run), change, is_number)
        for (change, is_number), run in groupby(ordered, key=lambda piece: (piece.change, piece.is_number))
    ]
