"""``punctuation.*`` of Chinese text: full-width marks, no typed spaces, whole dashes and ellipses.

``punctuation.halfwidth``  , . ; : ? ! ( ) at a Han character
``punctuation.quotes``     straight quotation marks where “ ” and ‘ ’ belong
``punctuation.ellipsis``   ... or 。。。 or half an ellipsis for ……
``punctuation.dash``       -- for ——
``punctuation.space``      a typed space between Han and Latin letters or figures, or beside a Chinese mark
``punctuation.double``     the same mark twice, or two marks that exclude each other

Source: GB/T 15834, W3C Requirements for Chinese Text Layout; space between scripts is a matter of style
sheets, never of spaces. Half-width marks inside Western phrases and figures stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from bilingual.checking.findings import Finding
from bilingual.checking.texts import Text

HAN = "\u3400-\u9fff\uf900-\ufaff"
FULL = {",": "，", ".": "。", ";": "；", ":": "：", "?": "？", "!": "！", "(": "（", ")": "）"}

HALFWIDTH = re.compile(
    rf"(?<=[{HAN}”’》）])[,;:?!] *|(?<=[{HAN}”’》）])\.(?![.A-Za-z\0]) *"
    rf"|(?<=[0-9%\0])\.(?=[”）\n{HAN}]|\Z)|(?<=[A-Za-z0-9%])[,;:?!] *(?=[{HAN}“《])"
)
COUNTED_LINE = re.compile(r"\s*(?:\d{1,2}\.)+\s*\Z")
PARENTHESIS = re.compile(rf"(?<=[{HAN}，。”》]) ?\(|\((?=[{HAN}])|(?<=[{HAN}”》])\)|\)(?=[{HAN}，。；：])")
KEYWORDS = re.compile(r"[^;，。：！？\n]{1,30}(?:; ?[^;，。：！？\n]{1,30})+")
DOUBLE_QUOTED = re.compile(r'"([^"\n]{0,200})"')
SINGLE_QUOTED = re.compile(rf"(?<![A-Za-z])'([^'\n]{{0,80}}[{HAN}][^'\n]{{0,80}})'(?![A-Za-z])")
STRAY_QUOTE = re.compile(rf'(?<=[{HAN}，。：])"|"(?=[{HAN}])')
ELLIPSIS = re.compile(r"\.{3,}|。{3,}|(?<!…)…(?!…)")
DASHES = re.compile(r"-{2,}|－{2,}")
SPACE = re.compile(
    rf"(?<=[{HAN}])[ \u00a0]+(?=[A-Za-z0-9$+\0])|(?<=[A-Za-z0-9%\0])[ \u00a0]+(?=[{HAN}])"
    r"|(?<![ \u00a0\u3000])[ \u00a0\u3000]+(?=[，。、；：？！）》”])|(?<=[，。、；：？！（《“])[ \u00a0]+(?=[^\s])"
)
REPEATED = re.compile(r"([，、；：])\1+|。。(?!。)(?<!。。。)")
CLASHING = re.compile(r"[，、；：。][，、；：]|[，、；：]。")

HALFWIDTH_WORDS = _("Chinese text uses full-width punctuation.")
QUOTES_WORDS = _("Chinese quotation marks are “ ” and, inside them, ‘ ’.")
ELLIPSIS_WORDS = _("A Chinese ellipsis is ……, six dots, two characters wide.")
DASH_WORDS = _("A Chinese dash is ——, two characters wide.")
SPACE_WORDS = _("Do not type a space here: the page sets the spacing between the scripts.")
DOUBLE_WORDS = _("One punctuation mark too many.")


def check(text: Text, rest: str) -> list[Finding]:
    """Findings on ``rest``: the visible text with addresses and foreign phrases blanked."""
    lists = [match.span() for match in KEYWORDS.finditer(rest) if _is_whole_block(match, rest)]
    findings = [*_half_width(text, rest, lists), *_quotes(text, rest)]
    for rule, pattern, words, replacement in SIMPLE:
        for match in pattern.finditer(rest):
            fixed = match.expand(replacement) if replacement is not None else None
            findings.append(text.remark(rule, *match.span(), words, replacement=fixed))
    for match in REPEATED.finditer(rest):
        findings.append(
            text.remark("punctuation.double", *match.span(), DOUBLE_WORDS, replacement=match[0][0])
        )
    for match in CLASHING.finditer(rest):
        if match[0][0] != match[0][1]:
            findings.append(text.remark("punctuation.double", *match.span(), DOUBLE_WORDS))
    return findings


def _is_whole_block(match: re.Match, rest: str) -> bool:
    """Keywords separated by semicolons are data, not a sentence."""
    before, after = rest[: match.start()][-1:], rest[match.end() : match.end() + 1]
    return before in ("", "\n") and after in ("", "\n")


def _half_width(text: Text, rest: str, lists: list[tuple[int, int]]) -> Iterator[Finding]:
    for match in HALFWIDTH.finditer(rest):
        mark = match[0].rstrip(" ")
        if mark == ";" and any(start <= match.start() < end for start, end in lists):
            continue
        if mark == "." and COUNTED_LINE.match(rest, rest.rfind("\n", 0, match.start()) + 1, match.end()):
            continue
        yield _widened(text, match, FULL[mark])
    for match in PARENTHESIS.finditer(rest):
        yield _widened(text, match, FULL[match[0].strip()])


def _widened(text: Text, match: re.Match, mark: str) -> Finding:
    return text.remark("punctuation.halfwidth", *match.span(), HALFWIDTH_WORDS, replacement=mark)


def _quotes(text: Text, rest: str) -> Iterator[Finding]:
    paired: set[int] = set()
    for pattern, (opening, closing) in ((DOUBLE_QUOTED, "“”"), (SINGLE_QUOTED, "‘’")):
        for match in pattern.finditer(rest):
            before = rest[match.start() - 1 : match.start()] if match.start() else ""
            if not re.search(f"[{HAN}]", before + match[1] + rest[match.end() : match.end() + 1]):
                continue
            paired.update((match.start(), match.end() - 1))
            yield text.remark(
                "punctuation.quotes",
                *match.span(),
                QUOTES_WORDS,
                replacement=opening + match[1] + closing if "\0" not in match[1] else None,
            )
    for match in STRAY_QUOTE.finditer(rest):
        if match.start() not in paired:
            yield text.remark("punctuation.quotes", *match.span(), QUOTES_WORDS)


SIMPLE = (
    ("punctuation.ellipsis", ELLIPSIS, ELLIPSIS_WORDS, "……"),
    ("punctuation.dash", DASHES, DASH_WORDS, "——"),
    ("punctuation.space", SPACE, SPACE_WORDS, ""),
)
