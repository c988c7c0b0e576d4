"""The two faces that a PDF file carries with it, and what they can show.

They are cut from Noto Sans CJK SC (see dossiers/fonts/README.md): no reader and no server needs a font of its own.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

FOLDER = Path(__file__).resolve().parent.parent / "fonts"
REGULAR, BOLD = "Dossier", "Dossier-Bold"
#: Stands where a character is in no face, as printers have long done; the notes of the file explain it.
GETA = "〓"


@cache
def load() -> None:
    """Read both faces once for this process: about 60 ms and 10 MB, and only where a file is asked for."""
    pdfmetrics.registerFont(TTFont(REGULAR, FOLDER / "NotoSansSC-Regular.ttf"))
    pdfmetrics.registerFont(TTFont(BOLD, FOLDER / "NotoSansSC-Bold.ttf"))


def width(text: str, face: str, size: float) -> float:
    """In points."""
    return pdfmetrics.stringWidth(text, face, size)


def missing(text: str) -> set[str]:
    """Characters that neither a face has nor a space or nothing can stand for."""
    load()
    return {one for one in _plain(text) if not _has(one)}


def shown(text: str) -> str:
    """The text as it can be drawn on one line: what is missing becomes 〓 and never nothing."""
    load()
    return "".join(one if _has(one) else GETA for one in _plain(text))


def _plain(text: str) -> str:
    """Composed, without what has no shape, with one kind of space."""
    composed = unicodedata.normalize("NFC", text)
    return "".join(
        " " if one.isspace() else one
        for one in composed
        if one.isspace() or unicodedata.category(one)[0] != "C"
    )


def _has(character: str) -> bool:
    point = ord(character)
    return all(point in pdfmetrics.getFont(face).face.charToGlyph for face in (REGULAR, BOLD))
