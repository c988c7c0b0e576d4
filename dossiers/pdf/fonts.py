"""The faces that a PDF file carries with it, and what they can show.

They are cut from Noto Sans CJK SC (see dossiers/fonts/README.md): no reader and no server needs a font of its own.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from itertools import groupby
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

FOLDER = Path(__file__).resolve().parent.parent / "fonts"
REGULAR, BOLD = "Dossier", "Dossier-Bold"
FILES = {
    REGULAR: "NotoSansSC-Regular.ttf",
    BOLD: "NotoSansSC-Bold.ttf",
    f"{REGULAR}-Latin": "NotoSansLatin-Regular.ttf",
    f"{BOLD}-Latin": "NotoSansLatin-Bold.ttf",
}
#: Stands where a character is in no face, as printers have long done; the notes of the file explain it.
GETA = "〓"


@cache
def load() -> None:
    """Read the faces once for this process: about 60 ms and 11 MB, and only where a file is asked for."""
    for name, file in FILES.items():
        pdfmetrics.registerFont(TTFont(name, FOLDER / file))


def runs(text: str, face: str, language: str) -> list[tuple[str, str]]:
    """(text, face) pairs. English has Latin letters and marks in their own width, Chinese all in one face: its
    quotation marks and dashes fill a square."""
    if language != "en":
        return [(text, face)]
    latin = pdfmetrics.getFont(f"{face}-Latin").face.charToGlyph
    return [
        ("".join(letters), f"{face}-Latin" if is_latin else face)
        for is_latin, letters in groupby(text, key=lambda letter: ord(letter) in latin)
    ]


def width(text: str, face: str, size: float, language: str) -> float:
    """In points."""
    return sum(pdfmetrics.stringWidth(part, own, size) for part, own in runs(text, face, language))


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
