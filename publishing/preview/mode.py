"""Whether the page being made is a preview: what readers would not see may then be pointed out."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_is_preview: ContextVar[bool] = ContextVar("is_preview", default=False)


def is_preview() -> bool:
    """True while ``preview_page`` makes a page."""
    return _is_preview.get()


@contextmanager
def previewing() -> Iterator[None]:
    token = _is_preview.set(True)
    try:
        yield
    finally:
        _is_preview.reset(token)
