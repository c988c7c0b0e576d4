"""Links to records of the site: a text holds ``item:articles.article:12``, never the address of the page.

An address has a language and may move; a reference has neither. It is an ordinary ``href``, so that it outlives
sanitising, comparisons and files for translators.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from html import unescape

from django.db import models

SCHEME = "item"
_REFERENCE = re.compile(rf"{SCHEME}:([a-z][a-z0-9_]{{0,60}}\.[a-z][a-z0-9_]{{0,60}}):([0-9A-Za-z-]{{1,40}})")
#: A link in sanitised HTML, which has no links inside links.
_LINK = re.compile(
    r'<a(?P<before>[^>]*?) href="(?P<address>[^"]*)"(?P<after>[^>]*)>(?P<words>.*?)</a>', re.DOTALL
)


@dataclass(frozen=True)
class Reference:
    """``label`` is that of a model in lower case, ``key`` the primary key of the record as text."""

    label: str
    key: str

    def __str__(self) -> str:
        return f"{SCHEME}:{self.label}:{self.key}"


@dataclass(frozen=True)
class Link:
    """A link of a text: its address as people know it, and all of its HTML."""

    address: str
    words: str
    html: str
    before: str
    after: str

    @property
    def reference(self) -> Reference | None:
        return read(self.address)


def read(address: str) -> Reference | None:
    """The reference that an address is; None for every other one."""
    match = _REFERENCE.fullmatch(address)
    return Reference(match[1], match[2]) if match else None


def is_reference(address: str) -> bool:
    """Whether an address claims to be a reference, be it a readable one or not."""
    return address.lower().startswith(f"{SCHEME}:")


def reference_to(record: models.Model) -> Reference:
    return Reference(record._meta.label_lower, str(record.pk))


def addresses_in(html: str | None) -> list[str]:
    """Where the links of a text lead, each once, in reading order: references as well as addresses."""
    return list(dict.fromkeys(unescape(match["address"]) for match in _LINK.finditer(html or "")))


def references_in(html: str | None) -> list[Reference]:
    """The records to which a text links, each once, in reading order. Asks no database."""
    if not html or f'"{SCHEME}:' not in html:
        return []
    return [found for address in addresses_in(html) if (found := read(address)) is not None]


def with_links(html: str, change: Callable[[Link], str]) -> str:
    """Sanitised HTML with each link as ``change`` writes it anew."""

    def changed(match: re.Match) -> str:
        address = unescape(match["address"])
        return change(Link(address, match["words"], match[0], match["before"], match["after"]))

    return _LINK.sub(changed, html)
