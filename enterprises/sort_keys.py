"""How names are put in order: English ones without case, accents and punctuation, Chinese ones by pinyin."""

from __future__ import annotations

import unicodedata

from pypinyin import lazy_pinyin

LENGTH = 120


def english_key(name: str | None) -> str:
    """``Élan & Co`` → ``elan co``; empty for no name."""
    decomposed = unicodedata.normalize("NFKD", name or "").casefold()
    letters = "".join(character for character in decomposed if character.isalnum() or character.isspace())
    return " ".join(letters.split())[:LENGTH]


def chinese_key(name: str | None) -> str:
    """``长安汽车`` → ``chang an qi che``; Latin parts stand as they are. Syllable by syllable, so that 西安 (xi an)
    comes before 仙 (xian)."""
    return english_key(" ".join(lazy_pinyin(name or "")))
