"""Which addresses have nothing to show in a language, said by the features that know.

A column without a published item is hidden from the menus of that language.
"""

from __future__ import annotations

from collections.abc import Callable, Container

#: Functions that return the blank paths, without language prefix, in the active language.
_sources: list[Callable[[], Container[str]]] = []


def blank_paths_from(source: Callable[[], Container[str]]) -> Callable[[], Container[str]]:
    """Register a function that returns the paths, such as ``news/life/``, that are blank in the active language."""
    _sources.append(source)
    return source


def is_blank(path: str) -> bool:
    return any(path in source() for source in _sources)
