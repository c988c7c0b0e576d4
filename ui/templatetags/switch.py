"""The other language: its address for this page, its name for this thing."""

from __future__ import annotations

from typing import NamedTuple

from django import template
from django.urls import reverse
from django.utils.translation import gettext as _

from bilingual.addresses import in_language
from bilingual.languages import HTML_LANG, active_language, column, other_language

register = template.Library()

#: How each language calls itself, in full and where there is little room.
OWN_NAMES = {"en": ("English", "EN"), "zh-hans": ("中文", "中文")}


class Edition(NamedTuple):
    name: str
    short: str
    lang: str
    url: str
    #: Why the address is not that of this same page; empty when it is.
    note: str = ""


@register.simple_tag(takes_context=True)
def other_edition(context) -> Edition:
    """The same page, filters and page number kept, in the other language.

    Where this page has no edition in the other language, the list above it.
    """
    other = other_language(active_language())
    own = (*OWN_NAMES[other], HTML_LANG[other])
    editions = getattr(context.get("head"), "languages", None)
    if editions and other not in editions:
        above = [crumb.url for crumb in context.get("breadcrumbs", ()) if crumb.url]
        path = above[-1] if above else reverse("home:home")
        return Edition(
            *own,
            in_language(path, other),
            _("This page is available in this language only; see the list instead."),
        )
    request = context.get("request")
    path = request.get_full_path() if request else reverse("home:home")
    return Edition(*own, in_language(path, other))


@register.simple_tag
def html_lang() -> str:
    """``en`` or ``zh-Hans``: the language of this page."""
    return HTML_LANG[active_language()]


@register.filter
def in_other_script(record: object, field: str) -> str:
    """A name in the other language; empty when it is not known or is written the same in both."""
    language = active_language()
    here, there = (getattr(record, column(field, code), "") for code in (language, other_language(language)))
    return there if there and there != here else ""


@register.simple_tag
def other_lang() -> str:
    """The ``lang`` of a phrase in the other language."""
    return HTML_LANG[other_language(active_language())]
