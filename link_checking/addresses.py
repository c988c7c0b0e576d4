"""Reading addresses: which of them are links to watch, and where they lead."""

from __future__ import annotations

import hashlib
import html
import re
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from django.conf import settings

from publishing.addresses.redirects import without_language

from .models import ADDRESS_LENGTH, Link

#: A reference to a record as rich text keeps it: ``item:articles.article:12``.
ITEM = re.compile(r"item:(?P<label>[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*):(?P<key>[\w-]{1,64})\Z")
_HREF = re.compile(r"""<a\s[^<>]*?href="([^"<>]*)\"""")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_DEFAULT_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True)
class Address:
    """An address that is worth watching. ``path`` is set for one on this site, ``host`` for another site."""

    address: str
    kind: str
    host: str = ""
    path: str = ""
    #: ``label:key`` of the record that a reference names.
    target: str = ""
    #: The language of the reader, where the address does not say it.
    language: str = ""

    @property
    def fingerprint(self) -> str:
        return hashlib.sha256(f"{self.address}\n{self.language}".encode()).hexdigest()

    @property
    def slug(self) -> str:
        return slug_of(self.path)


def hrefs_in(rich_text: str | None) -> list[str]:
    """The addresses of the links of a rich text, each once, in their order."""
    return list(dict.fromkeys(html.unescape(found) for found in _HREF.findall(rich_text or "")))


def read(text: str, language: str = "") -> Address | None:
    """What an address is; None for one that is no link to watch, such as a telephone number or a place on the page.

    ``language`` is that of the words around it.
    """
    text = text.strip()
    if not text or text.startswith("#") or len(text) > ADDRESS_LENGTH:
        return None
    if item := ITEM.match(text):
        target = f"{item['label']}:{item['key']}"
        return Address(text, Link.Kind.INSIDE, target=target, language=language)
    try:
        parts = urlsplit(f"https:{text}" if text.startswith("//") else text)
        host, port = (parts.hostname or "").rstrip("."), parts.port
    except ValueError:
        return Address(text, Link.Kind.OUTSIDE)
    if parts.scheme in ("http", "https"):
        if is_own(host, port or _DEFAULT_PORTS[parts.scheme]):
            return _inside(text, unquote(parts.path) or "/", language)
        return Address(text, Link.Kind.OUTSIDE, host=host[:255])
    if _SCHEME.match(text):
        return None
    return _inside(text, unquote(parts.path), language)


def _inside(text: str, path: str, language: str) -> Address:
    """An address on this site. One that says its language is the same from wherever it is read."""
    says_it = without_language(path)[0] is not None
    return Address(text, Link.Kind.INSIDE, path=path, language="" if says_it else language)


def is_own(host: str, port: int) -> bool:
    """Whether a host and port are those under which readers know this site."""
    site = urlsplit(settings.SITE_URL)
    own_port = site.port or _DEFAULT_PORTS[site.scheme]
    return host in {site.hostname, *settings.ALLOWED_HOSTS} and port in {own_port, *_standard(own_port)}


def _standard(port: int) -> set[int]:
    """A site on a standard port answers on both of them."""
    return {80, 443} if port in (80, 443) else set()


def slug_of(path: str) -> str:
    """The last part of a path, by which a record is found: ``/en/enterprises/seres/`` → ``seres``."""
    return path.rstrip("/").rpartition("/")[2][:160]
