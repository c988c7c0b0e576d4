"""English words by their stem: plants and plant, opened and opening. Light, and the same on every database."""

from __future__ import annotations

import re
from functools import lru_cache

_VOWEL = re.compile(r"[aeiouy]")
_KEEPS_S = ("ss", "us", "is")
#: Words that only look like a plural or a past.
_AS_THEY_ARE = {
    "news",
    "series",
    "species",
    "speed",
    "need",
    "feed",
    "seed",
    "embed",
    "during",
    "sing",
    "spring",
}


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """``factories`` → ``factory``, ``manufacturing`` and ``manufactured`` → ``manufactur``. Words with digits stay."""
    if len(word) < 4 or word in _AS_THEY_ARE or not word.isalpha() or not word.isascii():
        return word
    return _without_e(_without_tense(_singular(word)))


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "zes", "ches", "shes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(_KEEPS_S):
        return word[:-1]
    return word


def _without_tense(word: str) -> str:
    for ending in ("ing", "ied", "ed"):
        start = word.removesuffix(ending)
        if start == word or len(start) < 3 or not _VOWEL.search(start):
            continue
        if ending == "ied":
            return start + "y"
        doubled = start[-1] == start[-2] and start[-1] not in "lsz"
        return start[:-1] if doubled else start
    return word


def _without_e(word: str) -> str:
    return word[:-1] if len(word) > 4 and word.endswith("e") else word
