"""Setting a figure as display type: the number large, the words around it small."""

from __future__ import annotations

import re

from django import template

register = template.Library()

_NUMBER = re.compile(r"[+−-]?[$]?\d[\d.,]*\d?(?:[–～—]\d[\d.,]*)?%?")


@register.filter
def figure_parts(said: str) -> dict[str, str]:
    """``before``, ``number`` and ``after`` of a figure as ``say`` words it.

    "over 1 billion chips" gives "over", "1" and "billion chips"; 超10亿颗 gives 超, 10 and 亿颗. A text without
    digits is all ``before``. Dollars in brackets, which would make the line too long to read at a glance, are
    left to the text.
    """
    plain = re.sub(r"\s*[(（][^)）]*[)）]$", "", str(said or ""))
    found = _NUMBER.search(plain)
    if not found:
        return {"before": plain, "number": "", "after": ""}
    return {
        "before": plain[: found.start()].strip(),
        "number": found.group(),
        "after": plain[found.end() :].strip(),
    }
