"""Fingerprints of a text: what its reader reads, and its bare words."""

from __future__ import annotations

import hashlib
import re
import unicodedata

from bilingual.checking.texts import Text

_SPACE = re.compile(r"\s+")
#: Signs that carry meaning: inside and before numbers, and units that are written as signs.
_FIGURE = re.compile(r"(?<=\d)[.,:/~～–—-](?=\d)|[+−-](?=\d)|[%‰℃°$¥€£]")
_SIGNS = ("P", "S", "Z", "C")


def normalised(text: str | None, language: str) -> str:
    """A text as it is read: composed, without tags, each block a line, spaces single. Empty when nothing is read."""
    visible = Text(unicodedata.normalize("NFC", text or ""), language).visible
    lines = (_SPACE.sub(" ", line).strip() for line in visible.splitlines())
    return "\n".join(line for line in lines if line)


def fingerprint(text: str | None, language: str) -> str:
    """SHA-256 of the normalised text, in hexadecimal; an empty string of an empty one."""
    read = normalised(text, language)
    return _digest(read) if read else ""


def words_fingerprint(text: str | None, language: str) -> str:
    """The same of a text without its punctuation and spaces: equal for texts that differ in nothing else.

    Letters stay as they are, and so do signs that belong to numbers: 1.5 is not 15, and +3 is not -3.
    """
    read = normalised(text, language)
    kept, last = [], 0
    for match in _FIGURE.finditer(read):
        kept += [*_letters(read[last : match.start()]), match.group()]
        last = match.end()
    return _digest("".join([*kept, *_letters(read[last:])]))


def _letters(text: str) -> list[str]:
    return [sign for sign in text if unicodedata.category(sign)[0] not in _SIGNS]


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
