"""The number of a message: people read it out over the telephone, and nobody can guess another one."""

from __future__ import annotations

import secrets
from datetime import datetime

from django.utils import timezone

#: Crockford's base 32: no I, L, O and U, which are misread or make words.
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
PREFIX = "LJ"
GROUPS = 2
GROUP_LENGTH = 4


def new_number(at: datetime) -> str:
    """``LJ-2026-7K4M-92QF``: the year in Beijing and 40 random bits. It may already be taken."""
    groups = ["".join(secrets.choice(ALPHABET) for _place in range(GROUP_LENGTH)) for _group in range(GROUPS)]
    return "-".join([PREFIX, str(timezone.localtime(at).year), *groups])
