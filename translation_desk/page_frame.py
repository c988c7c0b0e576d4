"""What every translation page shows around its own part: the record, its languages, the ways to its other pages."""

from __future__ import annotations

from bilingual.languages import HTML_LANG, SIGNS
from publishing.desk import page_of


def sign(language: str) -> dict[str, str]:
    """A language as it calls itself, and its code in HTML."""
    return {"code": language, "html_lang": HTML_LANG[language], "text": SIGNS[language]}


def page_context(request, model_admin, record, title: str) -> dict:
    """What the admin's frame needs around a page about a record."""
    return {
        **model_admin.admin_site.each_context(request),
        "opts": model_admin.opts,
        "record": record,
        "title": title,
        "subtitle": str(record),
        "change_url": page_of(record, "change"),
        "translate_url": page_of(record, "translation"),
        "exchange_url": page_of(record, "translation_exchange"),
    }
