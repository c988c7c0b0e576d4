"""Countries and regions, named by the Unicode locale data and sorted as each language sorts."""

from __future__ import annotations

import unicodedata
from functools import cache

from babel import Locale
from pypinyin import lazy_pinyin

from .languages import CHINESE, ENGLISH, active_language

FIRST = "CN"
#: Parts of China, named as such on a site of a Chinese public body.
_NAMED_HERE = {
    ENGLISH: {"HK": "Hong Kong, China", "MO": "Macao, China", "TW": "Taiwan, China"},
    CHINESE: {"HK": "中国香港", "MO": "中国澳门", "TW": "中国台湾"},
}
#: Codes of the locale data that stand for no country or region one writes from.
_NO_PLACES = set("AC CP CQ DG EA EU EZ IC QO TA UN XA XB XK ZZ".split())
_LOCALES = {ENGLISH: "en", CHINESE: "zh_Hans"}


@cache
def region_names(language: str) -> dict[str, str]:
    """Name by two-letter code, China first, then by English letters or by pinyin."""
    known = {**Locale.parse(_LOCALES[language]).territories, **_NAMED_HERE[language]}
    places = {
        code: name
        for code, name in known.items()
        if len(code) == 2 and code.isalpha() and code not in _NO_PLACES
    }
    order = sorted(places, key=lambda code: (code != FIRST, _sort_key(places[code], language), code))
    return {code: places[code] for code in order}


def region_choices() -> list[tuple[str, str]]:
    """(code, name) pairs in the active language, an empty one first."""
    return [("", ""), *region_names(active_language()).items()]


def region_name(code: str) -> str:
    """``JP`` → Japan, 日本, in the active language; a code that nobody knows is returned as it is."""
    return region_names(active_language()).get(code.upper(), code)


def _sort_key(name: str, language: str) -> list[str]:
    if language == CHINESE:
        return lazy_pinyin(name)
    plain = unicodedata.normalize("NFKD", name)
    return [letter for letter in plain.casefold() if letter.isalpha()]
