"""A rich text as segments that a translator sees, and the frame that holds them.

A segment is the words between two block tags. What is no word in it, a link or a bold tag, is a code: the translator
moves it, and its content never leaves the portal.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from itertools import count

from bilingual.checking.texts import BLOCK_TAGS

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)([^<>]*)>")
#: What XML cannot hold, or Word's table would take for a code.
_UNSAFE = re.compile(
    "[\x00-\x08\x0b\x0c\x0d\x0e-\x1f\x7f-\x9f\ufffe\uffff⟦⟧\ud800-\udfff]|&(?:[a-zA-Z]+|#[0-9]+|#x[0-9a-fA-F]+);"
)


@dataclass(frozen=True)
class Code:
    """Something that is not translated. ``id`` names it within its segment, ``raw`` is what it stands for."""

    id: str
    raw: str


Piece = str | Code
Segment = tuple[Piece, ...]


@dataclass(frozen=True)
class Frame:
    """A text as strings and segments in turn: ``frame[0] segment[0] frame[1] … frame[-1]``."""

    frame: tuple[str, ...]
    segments: tuple[str, ...]

    def filled(self, segments: list[str]) -> str:
        """The text with other segments."""
        parts = [self.frame[0]]
        for segment, after in zip(segments, self.frame[1:], strict=True):
            parts += [segment, after]
        return "".join(parts)


def framed(text: str, *, is_rich: bool) -> Frame:
    """Part a text at its block tags; a plain text is one segment. ``filled`` with its own segments it is the text."""
    if not is_rich:
        return Frame(("", ""), (text,)) if text else Frame(("",), ())
    frame, segments, run = [""], [], ""
    place = 0
    for match in _TAG.finditer(text):
        run += text[place : match.start()]
        place = match.end()
        if match.group(2).lower() in BLOCK_TAGS - {"br"}:
            run = _close(frame, segments, run)
            frame[-1] += match.group()
        else:
            run += match.group()
    _close(frame, segments, run + text[place:])
    return Frame(tuple(frame), tuple(segments))


def _close(frame: list[str], segments: list[str], run: str) -> str:
    if _TAG.sub("", run).strip():
        lead = run[: len(run) - len(run.lstrip())]
        tail = run[len(run.rstrip()) :]
        frame[-1] += lead
        segments.append(run.strip())
        frame.append(tail)
    else:
        frame[-1] += run
    return ""


def coded(text: str, *, is_rich: bool, like: Segment = ()) -> Segment:
    """The pieces of a segment. A code that stands in ``like`` too, the source, has the same id there."""
    known: dict[str, list[str]] = {}
    for piece in like:
        if isinstance(piece, Code):
            known.setdefault(piece.raw, []).append(piece.id)
    own = (f"{'t' if like else 's'}{number}" for number in count(1))
    pieces: list[Piece] = []
    place = 0
    for match in re.finditer(f"{_TAG.pattern}|{_UNSAFE.pattern}" if is_rich else _UNSAFE.pattern, text):
        _add(pieces, text[place : match.start()], is_rich)
        raw, place = match.group(), match.end()
        plain = html.unescape(raw) if is_rich and raw.startswith("&") else ""
        if plain in ("&", "<", ">", '"', "'"):
            _add(pieces, raw, is_rich)
        elif not is_rich and raw.startswith("&"):
            _add(pieces, raw, is_rich)
        else:
            ids = known.get(raw)
            pieces.append(Code(ids.pop(0) if ids else next(own), raw))
    _add(pieces, text[place:], is_rich)
    return tuple(pieces)


def _add(pieces: list[Piece], text: str, is_rich: bool) -> None:
    if not text:
        return
    text = html.unescape(text) if is_rich else text
    if pieces and isinstance(pieces[-1], str):
        pieces[-1] += text
    else:
        pieces.append(text)


def written(pieces: Segment, *, is_rich: bool) -> str:
    """The text of a segment again."""
    return "".join(
        piece.raw if isinstance(piece, Code) else (_escaped(piece) if is_rich else piece) for piece in pieces
    )


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
