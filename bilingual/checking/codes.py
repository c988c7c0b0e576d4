"""Words with figures in them, which both languages write alike: 5G, SF5, S1, and figures too long to count."""

from __future__ import annotations

import re

from bilingual.checking.mentions import Mention, code

# Boundaries are spelled out: Han characters count as letters for \b, and 赛力斯SF5 has none.
PATTERN = re.compile(
    r"(?<![A-Za-z\d_.-])(?:[A-Za-z]+\d[A-Za-z\d]*|[A-Z][A-Za-z]*-(?!\d{4}(?!\d))\d[A-Za-z\d]*|\d{1,30}[A-Z]{1,3})(?![A-Za-z\d])"
    r"|\d{20,}"
)
UNIT_LETTERS = frozenset("W KW MW GW GWH KWH MWH V KV KM HA MM CM MB GB TB PB HZ GHZ MHZ KG CC L T M".split())


def read(match: re.Match) -> list[Mention] | None:
    """One mention; None for a number with a unit written close to it (10GW), which is a number."""
    letters = re.sub(r"[\d-]", "", match[0]).upper()
    if match[0][0].isdigit() and letters in UNIT_LETTERS:
        return None
    return [code(match.start(), match.end(), match[0])]
