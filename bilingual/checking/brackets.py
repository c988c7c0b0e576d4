"""``punctuation.unbalanced``: a bracket or quotation mark that opens and never closes, or closes what never opened.

Counted within a block. An English quotation that goes on in the next paragraph repeats its opening mark and
closes once, as printers do; a bracket after a number or a letter counts a list.
"""

from __future__ import annotations

import re

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from bilingual.checking.findings import Finding
from bilingual.checking.texts import Text
from bilingual.languages import ENGLISH

#: Half-width and full-width brackets close one another; that they are mixed is another rule's matter.
CLOSES = {
    ")": "(",
    "）": "(",
    "]": "[",
    "】": "【",
    "》": "《",
    "〉": "〈",
    "」": "「",
    "』": "『",
    "”": "“",
    "’": "‘",
}
OPENS = {"(": "(", "（": "("} | {mark: mark for mark in "[【《〈「『“‘"}
ENUMERATION = re.compile(
    r"(?:^|(?<=[；;，,。.:：])|(?<=[；;,.:] ))(?:\d{1,3}|[a-zA-Z]|[ivx]{1,5}|[一二三四五六七八九十]{1,3})[)）]",
    re.MULTILINE,
)
WORDS = _("“{mark}” has no counterpart in this paragraph.")


def check(text: Text, rest: str) -> list[Finding]:
    """Findings on ``rest``: the visible text with addresses blanked."""
    findings = []
    counted = {match.end() - 1 for match in ENUMERATION.finditer(rest)}
    for number, block in enumerate(text.blocks):
        following = text.blocks[number + 1].start if number + 1 < len(text.blocks) else None
        goes_on = following is not None and rest[following] == "“"
        for place in _unbalanced(rest, block.start, block.end, text.language):
            if place in counted or (rest[place] == "“" and text.language == ENGLISH and goes_on):
                continue
            words = format_lazy(WORDS, mark=rest[place])
            findings.append(text.remark("punctuation.unbalanced", place, place + 1, words))
    return findings


def _unbalanced(rest: str, start: int, end: int, language: str) -> list[int]:
    open_marks: list[tuple[str, int]] = []
    alone: list[int] = []
    for place in range(start, end):
        mark = rest[place]
        # In English ’ is an apostrophe nine times of ten.
        if mark in "‘’" and language == ENGLISH:
            continue
        if mark in OPENS:
            open_marks.append((OPENS[mark], place))
        elif mark in CLOSES:
            if open_marks and open_marks[-1][0] == CLOSES[mark]:
                open_marks.pop()
            elif len(open_marks) > 1 and open_marks[-2][0] == CLOSES[mark]:
                alone.append(open_marks.pop()[1])
                open_marks.pop()
            elif mark != "’" or not _is_apostrophe(rest, place):
                alone.append(place)
    return sorted([*alone, *(place for _mark, place in open_marks)])


def _is_apostrophe(rest: str, place: int) -> bool:
    around = rest[place - 1 : place] + rest[place + 1 : place + 2]
    return len(around) == 2 and around.isascii() and around.isalpha()
