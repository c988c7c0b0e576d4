"""A text as the words that it can be found by. The only tokenizer: both databases store what comes from here.

Latin words stand by their stem. Chinese has no spaces, so each run of characters stands as its overlapping pairs, in
order (新区规划 → 新区 区规 规划), and each single character stands once at the end. A typed word of two or more
characters is then a phrase of pairs, and none is missed wherever it stands in a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from .folding import folded
from .pinyin import HAN, syllables
from .stemming import stem

#: Written words: Han runs; numbers with separators; letters and digits, with apostrophes inside.
_WORD = re.compile(
    rf"(?P<han>{HAN.pattern})"
    r"|(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![a-z\d,])|\d+\.\d+(?![a-z\d]))"
    rf"|(?P<latin>(?:(?!{HAN.pattern})[^\W_])+(?:'(?:(?!{HAN.pattern})[^\W_])+)*)"
)
#: Letters joined by a hyphen or a slash can be typed as one word: e-commerce, ecommerce.
_JOINED = re.compile(r"[^\W\d_]+(?:[-‐‑–/][^\W\d_]+)+")
#: Longer runs of letters are no words, but keys and addresses.
LONGEST = 40
#: Marks words that are no words of the text: syllables (``~``) and first letters (``^``) of names.
SYLLABLE, INITIALS = "~", "^"


class Word(NamedTuple):
    """A Han run or a Latin word, folded; ``text`` is not stemmed."""

    text: str
    is_han: bool


def words(text: str) -> Iterator[Word]:
    """The words of a text in order; the text need not be folded."""
    return _words(folded(text))


def _words(plain: str) -> Iterator[Word]:
    for match in _WORD.finditer(plain):
        if match.lastgroup == "han":
            yield Word(match["han"], is_han=True)
        elif match.lastgroup == "number":
            yield Word(match["number"].replace(",", ""), is_han=False)
        else:
            letters = match["latin"].removesuffix("'s").replace("'", "")
            if len(letters) <= LONGEST:
                yield Word(letters, is_han=False)


def pairs(han: str) -> list[str]:
    """``两江新`` → ``["两江", "江新"]``; one character is itself."""
    return [han[at : at + 2] for at in range(len(han) - 1)] or [han]


def tokens(text: str) -> list[str]:
    """What a text is stored as, in order, the single characters last."""
    plain = folded(text)
    found: list[str] = []
    single: dict[str, None] = {}
    for word in _words(plain):
        if not word.is_han:
            found.append(stem(word.text))
            continue
        found += pairs(word.text)
        if len(word.text) > 1:
            single |= dict.fromkeys(word.text)
    stand_alone = set(found)
    alone = (character for character in single if character not in stand_alone)
    return [*found, *_joined(plain), *alone]


def _joined(plain: str) -> Iterator[str]:
    for match in _JOINED.finditer(plain):
        letters = "".join(character for character in match[0] if character.isalnum())
        if len(letters) <= LONGEST and not HAN.search(letters):
            yield stem(letters)


def sound_tokens(name: str) -> list[str]:
    """What the Han of a headline or a name sounds like: ``长安`` → ``["~chang", "~an"]``."""
    return [SYLLABLE + syllable for syllable in syllables(folded(name))]


def initial_tokens(name: str) -> list[str]:
    """First letters of a name in pairs, so that letters are a phrase: ``两江新区`` → ``["^lj", "^jx", "^xq"]``."""
    letters = "".join(syllable[0] for syllable in syllables(folded(name)))
    return [INITIALS + pair for pair in pairs(letters)] if len(letters) > 1 else []
