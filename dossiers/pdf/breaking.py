"""Where a line of English, Chinese or both may end.

Han may part almost anywhere, words only at spaces; closing marks never begin a line, opening marks never end one, and
figures keep their unit (GB/T 15834, W3C Requirements for Chinese Text Layout).
"""

from __future__ import annotations

import re
from collections.abc import Callable

HAN = "\u2e80-\u2fdf\u3000-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff"
PIECE = re.compile(rf"\s+|[{HAN}]|[^\s{HAN}]+")
NEVER_FIRST = set("，。、；：？！）》」』】〕”’…—·～％%,.;:?!)]}")
NEVER_LAST = set("（《「『【〔“‘([{")
UNITS = set("万亿元年月日个家人台辆亩项倍件条公平美千百％级批")
#: Where a long address may part.
SEAMS = re.compile(r"(?<=[/?&=._-])")


def lines(text: str, room: float, width: Callable[[str], float]) -> list[str]:
    """The text in lines no wider than ``room``; a word that is wider parts where it must."""
    made, line = [], ""
    for piece in _pieces(text):
        if width((line + piece).rstrip()) <= room:
            line += piece
            continue
        if line.strip():
            made.append(line.rstrip())
        line = piece.lstrip()
        while width(line.rstrip()) > room:
            head = _head(line, room, width)
            made.append(head)
            line = line[len(head) :]
    return [*made, line.rstrip()] if line.strip() else made


def _pieces(text: str) -> list[str]:
    """What stays together; a space belongs to what stands before it."""
    kept: list[str] = []
    for piece in PIECE.findall(text):
        if kept and (piece.isspace() or _stays(kept[-1], piece)):
            kept[-1] += piece
        else:
            kept.append(piece)
    return kept


def _stays(before: str, piece: str) -> bool:
    """Whether a piece may not begin a line after what stands before it."""
    if before.isspace() or before[-1].isspace():
        return False
    if piece[0] in NEVER_FIRST or before[-1] in NEVER_LAST:
        return True
    return piece in UNITS and (before[-1].isdigit() or before[-1] in "万亿" and before[:1].isdigit())


def _head(word: str, room: float, width: Callable[[str], float]) -> str:
    """As much of a word as fits, at a seam where it has one; at least one character."""
    head = ""
    for part in SEAMS.split(word):
        if width(head + part) > room:
            break
        head += part
    if head:
        return head
    end = 1
    while end < len(word) and width(word[: end + 1]) <= room:
        end += 1
    return word[:end]
