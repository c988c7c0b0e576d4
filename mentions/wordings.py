"""Every stretch of a text that might be a name, spelt as the index spells names.

A stretch begins and ends with a word, where each Han character counts as one, and stays within its sentence. It holds
what names hold: two Han characters or more, or a word with a capital letter. A number alone is no name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from search_index.folding import APOSTROPHES
from search_index.naming import key_of
from search_index.pinyin import HAN

#: Longest name, in Han characters and in words of letters.
MOST_HAN, MOST_WORDS = 24, 9
#: Of longer texts the beginning is read.
MOST_CHARACTERS = 60_000
_HAN = HAN.pattern.removesuffix("+")
_WORD = re.compile(rf"(?P<han>{_HAN})|(?:(?!{_HAN})[^\W_]|(?<=\w)[{APOSTROPHES}](?=\w))+")
#: What no name goes beyond.
_END = re.compile(r"[。！？；，、：《》“”\n\r\t]|[.!?;]\s")


@dataclass(frozen=True)
class Word:
    key: str
    start: int
    end: int
    is_han: bool
    #: Whether a name of letters can begin with it.
    is_proper: bool


@dataclass(frozen=True)
class Wording:
    """A stretch of a text: ``text[start:end]``, and the key under which a name like it would stand."""

    key: str
    start: int
    end: int


def wordings(text: str) -> Iterator[Wording]:
    """The stretches in the order of their beginnings, the longest first."""
    text = text[:MOST_CHARACTERS]
    for sentence in _sentences(text):
        for begin in range(len(sentence)):
            yield from _from(sentence, begin)


def _sentences(text: str) -> Iterator[list[Word]]:
    sentence: list[Word] = []
    for match in _WORD.finditer(text):
        if sentence and _END.search(text, sentence[-1].end, match.start()):
            yield sentence
            sentence = []
        word, is_han = match[0], match["han"] is not None
        is_proper = is_han or any(one.isupper() or one.isdigit() for one in word)
        sentence.append(Word(key_of(word), match.start(), match.end(), is_han, is_proper))
    if sentence:
        yield sentence


def _from(sentence: list[Word], begin: int) -> Iterator[Wording]:
    first = sentence[begin]
    if not first.is_proper:
        return
    found, key, han, words = [], "", 0, 0
    for word in sentence[begin:]:
        han, words = han + word.is_han, words + (not word.is_han)
        if han > MOST_HAN or words > MOST_WORDS:
            break
        key += word.key
        if len(key) > 1 and not key.isdigit():
            found.append(Wording(key, first.start, word.end))
    yield from reversed(found)
