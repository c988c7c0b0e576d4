"""One spelling for what people spell in many ways: width, case, accents, apostrophes, traditional characters."""

from __future__ import annotations

import re
import unicodedata

from bilingual.checking.traditional import SIMPLIFIED

APOSTROPHES = "'’‘‛ʼʹ′＇`´"
_APOSTROPHE = re.compile(f"[{APOSTROPHES}]")
#: Whatever Unicode sets above, below or through the character before it.
_ACCENT = re.compile(
    f"[{''.join(filter(unicodedata.combining, map(chr, (*range(0x300, 0xD800), *range(0xFE20, 0x1E94B)))))}]"
)
_TO_SIMPLIFIED = str.maketrans(SIMPLIFIED)


def folded(text: str) -> str:
    """``Ｃｈáng’ＡＮ 長安`` → ``chang'an 长安``: lower case, half width, no accents, plain apostrophes, simplified."""
    text = _APOSTROPHE.sub("'", text)
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text).casefold()
    return unicodedata.normalize("NFKC", _ACCENT.sub("", decomposed)).translate(_TO_SIMPLIFIED)
