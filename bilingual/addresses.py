"""The same page in the other language. Addresses differ in their first segment only."""

from __future__ import annotations

from django.conf import settings

from .languages import LANGUAGES


def in_language(path: str, language: str) -> str:
    """``/en/news/?page=2`` → ``/zh-hans/news/?page=2``; an address without a language is returned as it is."""
    for known in LANGUAGES:
        if path == f"/{known}" or path.startswith(f"/{known}/"):
            return f"/{language}{path[len(known) + 1 :]}"
    return path


def absolute(path: str) -> str:
    """The address with the site's own scheme and host, never with those of a request."""
    return settings.SITE_URL.rstrip("/") + path
