"""What every translation page shows around its own part: the record, its languages, the ways to its other pages."""

from __future__ import annotations

from bilingual.languages import HTML_LANG, SIGNS
from publishing.desk import page_of, record_frame


def sign(language: str) -> dict[str, str]:
    """A language as it calls itself, and its code in HTML."""
    return {"code": language, "html_lang": HTML_LANG[language], "text": SIGNS[language]}


def page_context(request, model_admin, record, title: str) -> dict:
    """The frame of a page about the translation of a record, with the ways to the other such pages."""
    return {
        **record_frame(request, model_admin, record, title),
        "translate_url": page_of(record, "translation"),
        "exchange_url": page_of(record, "translation_exchange"),
    }
