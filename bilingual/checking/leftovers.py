"""``leftover.*`` and ``characters.*``: words of the other language, and characters of other conventions.

``leftover.han``            Chinese in an English text that neither names something nor is set off as a quotation
``leftover.latin``          an English phrase in a Chinese text: a sentence that was not translated to its end
``characters.traditional``  a traditional form in simplified text
``characters.fullwidth``    full-width figures and Latin letters, which input methods leave behind

A phrase marked with a language of its own (``lang``), a given name and a glossary term are no leftovers.
"""

from __future__ import annotations

import re
import unicodedata

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from bilingual.checking.findings import Finding
from bilingual.checking.texts import Text
from bilingual.checking.traditional import NEVER_SIMPLIFIED
from bilingual.languages import ENGLISH

HAN_RUN = re.compile(
    "[\u3400-\u9fff\uf900-\ufaff]+(?:[，、；：“”‘’·—（）《》0-9]*[\u3400-\u9fff\uf900-\ufaff]+)*"
)
#: "in Chinese 小康", "(金山科技)", “清真”: set off as what it is.
INTRODUCED = re.compile(
    r"\bChinese(?: (?:name|word|title|form|characters?))?(?: (?:is|are|as|for|of it is))?[ ,:]{1,2}\Z"
)
_SYLLABLE = "(?:zh|ch|sh|[bpmfdtnlgkhjqxzcsryw])?[aeiouü]{1,3}(?:ng|n|r)?"
#: "素, su.": the word is shown together with how it is read.
READ_ALOUD = re.compile(rf", {_SYLLABLE}(?: ?{_SYLLABLE}){{0,5}}(?=[,.;:)])")
LATIN_RUN = re.compile(r"[A-Za-z][A-Za-z’'-]*(?:,? [A-Za-z][A-Za-z’'-]*)*")
SMALL_WORDS = frozenset(
    "a an and are as at by for from has in is of on or that the to was were which with".split()
)
FULLWIDTH = re.compile("[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]+")
TRADITIONAL = re.compile(f"[{''.join(NEVER_SIMPLIFIED)}]+")

HAN_WORDS = _("“{here}” is Chinese. Translate it, or mark it as a quotation.")
LATIN_WORDS = _("“{here}” seems to have been left in English.")
TRADITIONAL_WORDS = _("“{here}” is a traditional form; in simplified text, write “{simplified}”.")
FULLWIDTH_WORDS = _("Figures and Latin letters are half-width: “{narrow}”.")


def check(text: Text, rest: str) -> list[Finding]:
    """Findings on ``rest``: the visible text with names, terms, addresses and foreign phrases blanked."""
    findings = (
        _han(text, rest) if text.language == ENGLISH else [*_latin(text, rest), *_traditional(text, rest)]
    )
    for match in FULLWIDTH.finditer(text.visible):
        narrow = unicodedata.normalize("NFKC", match[0])
        words = format_lazy(FULLWIDTH_WORDS, narrow=narrow)
        findings.append(text.remark("characters.fullwidth", *match.span(), words, replacement=narrow))
    return findings


def _han(text: Text, rest: str) -> list[Finding]:
    findings = []
    for match in HAN_RUN.finditer(rest):
        around = rest[max(match.start() - 1, 0) : match.start()] + rest[match.end() : match.end() + 1]
        is_set_off = around in ("()", "“”", "（）", "[]")
        before = rest[max(match.start() - 60, 0) : match.start()].rpartition("\n")[2]
        if is_set_off or INTRODUCED.search(before) or READ_ALOUD.match(rest, match.end()):
            continue
        words = format_lazy(HAN_WORDS, here=match[0])
        findings.append(text.remark("leftover.han", *match.span(), words))
    return findings


def _latin(text: Text, rest: str) -> list[Finding]:
    findings = []
    for match in LATIN_RUN.finditer(rest):
        words = match[0].replace(",", "").split(" ")
        if _is_phrase(words):
            explanation = format_lazy(LATIN_WORDS, here=match[0])
            findings.append(text.remark("leftover.latin", *match.span(), explanation))
    return findings


def _is_phrase(words: list[str]) -> bool:
    """Names are capitalised: two lower-case words in a row are prose, and so is "the" or "with" alone."""
    small = [word.islower() and len(word) > 1 for word in words]
    in_a_row = any(first and second for first, second in zip(small, small[1:], strict=False))
    return in_a_row or (len(words) == 1 and len(words[0]) > 1 and words[0] in SMALL_WORDS)


def _traditional(text: Text, rest: str) -> list[Finding]:
    findings = []
    for match in TRADITIONAL.finditer(rest):
        simplified = "".join(NEVER_SIMPLIFIED[character] for character in match[0])
        words = format_lazy(TRADITIONAL_WORDS, here=match[0], simplified=simplified)
        findings.append(text.remark("characters.traditional", *match.span(), words, replacement=simplified))
    return findings
