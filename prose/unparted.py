"""Figures in Chinese text: digits and what they count stay on one line."""

from __future__ import annotations

import re

from bilingual.languages import CHINESE, active_language

_TAG = re.compile(r"(<[^>]*>)")
#: 463亿元, 12月, 30%: digits with a per cent sign, or with a step of ten thousand and the sign after it.
_FIGURE = re.compile(r"\d[\d.]*+(?:%|(?:万亿|[万亿])?[㐀-鿿])")


def keep_figures(html: str, language: str | None = None) -> str:
    """``html`` with a ``span`` around each figure that must not part at the end of a line.

    ``language`` is that of the text, by default the active one; English comes back unchanged. A span leaves nothing
    behind in what readers copy, as joining characters would.
    """
    if (language or active_language()) != CHINESE:
        return html
    kept = r'<span class="figure">\g<0></span>'
    return "".join(piece if piece.startswith("<") else _FIGURE.sub(kept, piece) for piece in _TAG.split(html))
