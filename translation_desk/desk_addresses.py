"""Addresses of the translation pages, and what every one of them shows of its record."""

from __future__ import annotations

from django.contrib.admin.utils import quote
from django.db import models
from django.urls import reverse

from bilingual.languages import HTML_LANG
from publishing.publication.deeds import SIGNS


def page_url(record: models.Model, page: str, *args) -> str:
    """The address of a page about a record in the newsroom; ``page`` is the name that it registered."""
    options = record._meta
    return reverse(f"admin:{options.app_label}_{options.model_name}_{page}", args=[quote(record.pk), *args])


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
        "change_url": page_url(record, "change"),
        "translate_url": page_url(record, "translation"),
        "exchange_url": page_url(record, "translation_exchange"),
    }
