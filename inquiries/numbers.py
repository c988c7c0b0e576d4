"""The number of a message: people read it out over the telephone, and nobody can guess another one."""

from __future__ import annotations

import secrets
import unicodedata
from datetime import datetime

from django.utils import timezone

#: Crockford's base 32: no I, L, O and U, which are misread or make words.
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
PREFIX = "LJ"
GROUPS = 2
GROUP_LENGTH = 4


def new_number(at: datetime) -> str:
    """``LJ-2026-7K4M-92QF``: the year in Beijing and 40 random bits. It may already be taken."""
    groups = [_group() for _place in range(GROUPS)]
    return "-".join([PREFIX, str(timezone.localtime(at).year), *groups])


def new_secret() -> str:
    """``7K4M-92QF-X3TB``: 60 random bits. With the number it opens the status page of a message."""
    return "-".join(_group() for _place in range(3))


def as_number(text: str) -> str:
    """A number as somebody typed or heard it, in its own spelling; nonsense gives nonsense that nobody has."""
    plain = _plain(text).removeprefix(PREFIX)
    return "-".join([PREFIX, *_split(_read(plain))])


def as_secret(text: str) -> str:
    return "-".join(_split(_read(_plain(text))))


def _plain(text: str) -> str:
    """Letters and digits alone, in capitals; also of the full-width ones of a Chinese keyboard."""
    return "".join(letter for letter in unicodedata.normalize("NFKC", text[:60]).upper() if letter.isalnum())


def _read(plain: str) -> str:
    """Letters that the alphabet leaves out were meant as the digits that look like them."""
    return plain.translate(str.maketrans("OIL", "011"))


def _split(plain: str) -> list[str]:
    return [plain[place : place + GROUP_LENGTH] for place in range(0, len(plain), GROUP_LENGTH)]


def _group() -> str:
    return "".join(secrets.choice(ALPHABET) for _place in range(GROUP_LENGTH))
