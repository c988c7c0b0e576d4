"""Text that a spreadsheet program would carry out as a formula, made harmless, and back again.

Programs look at the first sign of a cell. Some of them skip spaces, invisible signs and quotation marks before it, and
read full-width forms as the plain ones. An apostrophe before all of it makes them take the cell as text.
"""

from __future__ import annotations

import unicodedata

from bilingual.signs import readable

GUARD = "'"
LEADS = frozenset("=+-@|%")
QUOTES = frozenset("\"'`‘’“”«»「」『』＂＇")
#: Control characters, formats such as the byte order mark, and spaces of every kind.
SKIPPED = ("C", "Z")


def is_live(text: str) -> bool:
    """Whether some program could take this text for a formula or a command."""
    if text[:1] in ("\t", "\r", "\n", "\v", "\f"):
        return True
    for character in text:
        if character in QUOTES or unicodedata.category(character).startswith(SKIPPED):
            continue
        return unicodedata.normalize("NFKC", character)[:1] in LEADS or character in "−–—"
    return False


def defuse(text: str) -> str:
    """The text as it may stand in a cell. ``restore`` gives back what was given, but for signs that no file holds."""
    text = readable(text)
    return GUARD + text if is_live(text) else text


def restore(text: str) -> str:
    """What a defused text was before; any other text as it is."""
    return text[1:] if text.startswith(GUARD) and is_live(text[1:]) else text
