"""The two languages of the portal and the columns that hold them."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import get_language

ENGLISH = "en"
CHINESE = "zh-hans"
LANGUAGES = (ENGLISH, CHINESE)

#: Value of the HTML ``lang`` attribute and of ``hreflang``, by language code.
HTML_LANG = {ENGLISH: "en", CHINESE: "zh-Hans"}
#: The short name of a language, as it calls itself, by language code.
SIGNS = {ENGLISH: "EN", CHINESE: "中文"}
#: Open Graph locale, by language code.
OG_LOCALE = {ENGLISH: "en_US", CHINESE: "zh_CN"}


def active_language() -> str:
    """The language being rendered: one of LANGUAGES, English when nothing is active."""
    language = get_language()
    return language if language in LANGUAGES else ENGLISH


def other_language(language: str) -> str:
    return CHINESE if language == ENGLISH else ENGLISH


def suffix(language: str) -> str:
    """``zh-hans`` → ``zh_hans``, as it ends the name of a column."""
    return language.replace("-", "_")


def column(field: str, language: str | None = None) -> str:
    """Name of the column that holds a translated field in a language (default: the active one)."""
    return f"{field}_{suffix(language or active_language())}"


def sentence_gap() -> str:
    """What stands between two sentences: in Chinese their mark leaves room enough."""
    return "" if active_language() == CHINESE else " "


def joined_sentences(sentences: Iterable) -> str:
    """One text of many sentences."""
    return sentence_gap().join(str(sentence) for sentence in sentences)
