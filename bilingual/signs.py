"""Signs that people paste in unseen, and that no feed or calendar may hold."""

from __future__ import annotations

import re

#: Control characters but tab and line breaks, and what Unicode says is no character.
UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")


def readable(text: object) -> str:
    """The text without them."""
    return UNSEEN.sub("", str(text))
