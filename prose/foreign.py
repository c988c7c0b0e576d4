"""Words of the other script in a text: they carry their language, so that fonts and voices change with it."""

from __future__ import annotations

import re

from bilingual.languages import CHINESE, active_language

_TAG = re.compile(r"(<[^>]*>)")
#: Han signs with the digits before them, and what stands between two of them. Quotation marks stay outside:
#: those of the text around them look the same.
_HAN = re.compile(r"(?<![\d.])[\d.]*+[《（]?[㐀-鿿々〇](?:[㐀-鿿々〇\d.·、，：《》（）]*[㐀-鿿々〇》）])?")
#: Two Latin words or more. A single one is mostly a name or an abbreviation that both languages write alike.
_WORD = r"[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ0-9’'.-]*+"
_LATIN = re.compile(rf"(?<![A-Za-zÀ-ɏ0-9’'.-])(?:\d[\d.,]*+ )?{_WORD}(?:(?: | &amp; |–){_WORD})+")


def mark_foreign(html: str, language: str | None = None) -> str:
    """``html`` with a ``span`` that has a ``lang`` around each stretch of the other script.

    ``language`` is that of the text; by default the active one. Tags and their attributes stay as they are.
    """
    if (language or active_language()) == CHINESE:
        pattern, other = _LATIN, "en"
    else:
        pattern, other = _HAN, "zh-Hans"
    marked = rf'<span lang="{other}">\g<0></span>'
    return "".join(
        piece if piece.startswith("<") else pattern.sub(marked, piece) for piece in _TAG.split(html)
    )
