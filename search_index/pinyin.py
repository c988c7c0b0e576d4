"""Chinese names as people type them in Latin letters: whole syllables, or their first letters."""

from __future__ import annotations

import re
from functools import lru_cache

from pypinyin import Style, lazy_pinyin, load_phrases_dict, pinyin, pinyin_dict

#: Readings that a dictionary gets wrong without its place.
PINNED = {
    "重庆": "chóng qìng",
    "长安": "cháng ān",
    "北碚": "běi bèi",
    "涪陵": "fú líng",
    "綦江": "qí jiāng",
    "洛碛": "luò qì",
    "朝天门": "cháo tiān mén",
    "银行": "yín háng",
}
load_phrases_dict({word: [[reading] for reading in said.split()] for word, said in PINNED.items()})

HAN = re.compile(r"[㐀-䶿一-鿿豈-﫿\U00020000-\U000323af]+")
LONGEST_SYLLABLE = 6
_TONE = re.compile(r"(?<=[a-z])[0-5]")
#: ``fangan`` is 方案 or 反感: letters that can be cut in more ways than this are no name.
MOST_READINGS = 4


def syllables(han: str) -> list[str]:
    """``长安汽车`` → ``["chang", "an", "qi", "che"]``; what is not Han is left out."""
    return [plain(syllable) for run in HAN.findall(han) for syllable in lazy_pinyin(run)]


def plain(letters: str) -> str:
    """``lv4se4``, as keyboards want lǜsè typed, → ``luse``: what it is when its accents are taken away."""
    return _TONE.sub("", letters).replace("lv", "lu").replace("nv", "nu")


@lru_cache(maxsize=1)
def known_syllables() -> frozenset[str]:
    """Every syllable of Mandarin without tones and dots."""
    common = (chr(code) for code in range(0x4E00, 0x9FA6) if code in pinyin_dict.pinyin_dict)
    said = (reading for character in common for reading in pinyin(character, Style.NORMAL, heteronym=True)[0])
    syllables = {plain(reading) for reading in said}
    return frozenset(syllable for syllable in syllables if re.fullmatch(r"[a-z]*[aeiou][a-z]*", syllable))


@lru_cache(maxsize=4096)
def readings(word: str) -> list[tuple[str, ...]]:
    """The ways to cut letters into syllables, the shortest first: ``changan`` → chang an, chan gan.

    Empty when the letters are no pinyin, such as ``plant``.
    """
    word = plain(word)
    found: list[list[tuple[str, ...]]] = [[()]] + [[] for _ in word]
    for end in range(1, len(word) + 1):
        for start in range(max(0, end - LONGEST_SYLLABLE), end):
            if found[start] and word[start:end] in known_syllables():
                found[end] += [(*before, word[start:end]) for before in found[start]]
        found[end] = sorted(found[end], key=len)[:MOST_READINGS]
    return found[len(word)]
