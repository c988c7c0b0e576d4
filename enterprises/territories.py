"""Names of countries and regions in both languages, from the Unicode locale data."""

from __future__ import annotations

from functools import cache

from babel import Locale

from bilingual.languages import CHINESE, active_language

LOCALES = {"en": "en", CHINESE: "zh_Hans"}


@cache
def _names(language: str) -> dict[str, str]:
    return dict(Locale.parse(LOCALES[language]).territories)


def territory(code: str) -> str:
    """``JP`` → Japan, 日本, in the active language; a code that nobody knows is returned as it is."""
    return _names(active_language()).get(code.upper(), code)
