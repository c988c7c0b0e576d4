"""A passage on one line, although its parts stand on lines of their own."""

from __future__ import annotations

import re

from .snippets import Piece

#: Between the parts of a text, with the mark of a sentence that has ended there.
_BREAK = re.compile(r"(?:(?P<ended>[.!?)])|(?P<closed>[。！？…”’）]))?[ \t]*\n\s*")


def joined(pieces: list[Piece]) -> list[Piece]:
    """The pieces on one line: what stood on lines of its own is held apart by " · ", unless its sentence has ended."""
    return [Piece(_BREAK.sub(_bridge, piece.text), piece.is_marked) for piece in pieces]


def _bridge(match: re.Match) -> str:
    return match["closed"] or (f"{match['ended']} " if match["ended"] else " · ")
