"""Which stored documents visitors may have: those that something public shows.

A block that knows what is public says so here; without one nothing is.
"""

from __future__ import annotations

from collections.abc import Callable

from django.core.cache import cache

from .models import Document

#: For how many seconds the answer about a document may be behind: every text is read for it.
BEHIND = 60

_judges: list[Callable[[Document], bool]] = []


def judge(says: Callable[[Document], bool]) -> Callable[[Document], bool]:
    """Register who says whether something public shows a document. Once per process, at its start."""
    _judges.append(says)
    return says


def is_shown(document: Document) -> bool:
    """Whether anything that is public leads to a document; up to a minute behind."""
    name = f"media_library.shown.{document.pk}"
    found = cache.get(name)
    if found is None:
        found = any(says(document) for says in _judges)
        cache.set(name, found, BEHIND)
    return found
