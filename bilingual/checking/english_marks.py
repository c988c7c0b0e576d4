"""``punctuation.*`` of English text: no full-width marks, no space before a mark, whole dashes.

``punctuation.fullwidth``  ，。；：？！（）、 and book-title marks, which Chinese input methods leave behind
``punctuation.ellipsis``   ... for …
``punctuation.dash``       -- for —
``punctuation.space``      a space before a mark that closes
``punctuation.double``     the same mark twice

Marks between two Han characters belong to a Chinese quotation and stay.
"""

from __future__ import annotations

import re

from django.utils.translation import gettext_lazy as _

from bilingual.checking.findings import Finding
from bilingual.checking.texts import Text

HAN = "\u3400-\u9fff"
HALF = {
    "，": ",",
    "。": ".",
    "；": ";",
    "：": ":",
    "？": "?",
    "！": "!",
    "（": "(",
    "）": ")",
    "、": ",",
    "％": "%",
}
HALF |= {"～": "–"}
FULLWIDTH = re.compile(r" ?（|[，。；：？！）、％～] ?")
TITLE_MARKS = re.compile(r"《[^《》\n]{0,120}》|[《》【】「」『』]")
ELLIPSIS = re.compile(r"(?<!\.)\.{3,4}(?!\.)")
DASHES = re.compile(r" ?(?<!-)-{2,3}(?!-) ?")
SPACE = re.compile(r"(?<=[\w”’)%]) +(?=[,;:?!)](?![\w(-]))|(?<=[\w”’)%]) +(?=\.(?:\s|\Z))")
REPEATED = re.compile(r"([,;:])\1+|(?<!\.)\.\.(?!\.)|,\.|\.,(?=\s)(?<!\w\.\w\.,)(?<!etc\.,)(?<! al\.,)")

FULLWIDTH_WORDS = _("English text uses half-width punctuation.")
TITLE_WORDS = _("English sets titles in quotation marks, not in 《 》.")
ELLIPSIS_WORDS = _("An ellipsis is one character: ….")
DASH_WORDS = _("A dash is one character: —.")
SPACE_WORDS = _("Do not put a space before this mark.")
DOUBLE_WORDS = _("One punctuation mark too many.")


def check(text: Text, rest: str) -> list[Finding]:
    """Findings on ``rest``: the visible text with addresses and foreign phrases blanked."""
    findings = []
    for match in FULLWIDTH.finditer(rest):
        around = rest[max(match.start() - 1, 0) : match.start()] + rest[match.end() : match.end() + 1]
        if re.search(f"[{HAN}\0]", around):
            continue
        following = rest[match.end() : match.end() + 1]
        findings.append(
            text.remark(
                "punctuation.fullwidth",
                *match.span(),
                FULLWIDTH_WORDS,
                replacement=_narrowed(match[0], following),
            )
        )
    for match in TITLE_MARKS.finditer(rest):
        if not re.search(f"[{HAN}]", match[0]):
            findings.append(text.remark("punctuation.fullwidth", *match.span(), TITLE_WORDS))
    for rule, pattern, words, replacement in SIMPLE:
        for match in pattern.finditer(rest):
            findings.append(text.remark(rule, *match.span(), words, replacement=replacement))
    for match in REPEATED.finditer(rest):
        is_same = len(set(match[0])) == 1
        replacement = match[0][0] if is_same else None
        findings.append(
            text.remark("punctuation.double", *match.span(), DOUBLE_WORDS, replacement=replacement)
        )
    return findings


def _narrowed(marks: str, following: str) -> str:
    """The half-width mark with the space that English puts before ( and after the others."""
    mark = marks.strip()
    if mark == "（":
        return " (" if marks.startswith(" ") or following.isalnum() else "("
    needs_space = following.isalnum() and mark not in "～％"
    return HALF[mark] + (" " if marks.endswith(" ") or needs_space else "")


SIMPLE = (
    ("punctuation.ellipsis", ELLIPSIS, ELLIPSIS_WORDS, "…"),
    ("punctuation.dash", DASHES, DASH_WORDS, "—"),
    ("punctuation.space", SPACE, SPACE_WORDS, ""),
)
