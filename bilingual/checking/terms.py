"""``term.*``: the words of the glossary.

``term.banned``   a variant that is not to be used, with the preferred one as its fix
``term.missing``  a term of one language without any of its counterparts in the other

A reader who meets 管委会 as three different committees looks for three bodies.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from bilingual.checking.findings import Finding
from bilingual.checking.lexicon import Lexicon, Occurrence, is_chinese
from bilingual.checking.texts import Text
from bilingual.languages import ENGLISH

BANNED = _("The glossary says “{preferred}”, not “{here}”.")
MISSING_IN_CHINESE = _("“{here}” is “{counterpart}” in the glossary; the Chinese text does not use it.")
MISSING_IN_ENGLISH = _("“{here}” is “{counterpart}” in the glossary; the English text does not use it.")


@dataclass(frozen=True)
class Term:
    """A line of the glossary; ``allowed`` and ``banned`` variants in either script.

    An allowed variant, such as a short form, answers the term in the other language but does not ask for it.
    """

    english: str
    chinese: str
    allowed: Sequence[str] = ()
    banned: Sequence[str] = ()


class Use(NamedTuple):
    """Which term a phrase belongs to, whether it may be used, and whether it wants a counterpart."""

    number: int
    is_banned: bool
    asks: bool


class Terms:
    """A glossary, ready to be looked for in many texts."""

    def __init__(self, terms: Sequence[Term]) -> None:
        self.terms = list(terms)
        entries = []
        for number, term in enumerate(self.terms):
            entries += [
                (phrase, Use(number, False, True)) for phrase in (term.english, term.chinese) if phrase
            ]
            entries += [(phrase, Use(number, False, False)) for phrase in term.allowed if phrase]
            entries += [(phrase, Use(number, True, True)) for phrase in term.banned if phrase]
        self.lexicon: Lexicon[Use] = Lexicon(entries, plurals=True)

    def find(self, text: Text) -> list[Occurrence[Use]]:
        return self.lexicon.find(text)


def check_wording(text: Text, terms: Terms, found: list[Occurrence[Use]]) -> list[Finding]:
    """Banned variants in one text."""
    findings = []
    for occurrence in found:
        if not occurrence.meaning.is_banned:
            continue
        term = terms.terms[occurrence.meaning.number]
        preferred = term.chinese if is_chinese(occurrence.phrase) else term.english
        words = format_lazy(BANNED, preferred=preferred, here=occurrence.spelling)
        replacement = _inflected(preferred, occurrence) if preferred else None
        findings.append(
            text.remark("term.banned", occurrence.start, occurrence.end, words, replacement=replacement)
        )
    return findings


def check_pair(
    english: Text,
    chinese: Text,
    terms: Terms,
    in_english: list[Occurrence[Use]],
    in_chinese: list[Occurrence[Use]],
) -> list[Finding]:
    """Terms that only one of the texts uses, each once; a banned variant counts as used."""
    findings = []
    for text, ours, theirs in ((english, in_english, in_chinese), (chinese, in_chinese, in_english)):
        used = {occurrence.meaning.number for occurrence in theirs}
        template = MISSING_IN_CHINESE if text.language == ENGLISH else MISSING_IN_ENGLISH
        for occurrence in ours:
            if occurrence.meaning.number in used or not occurrence.meaning.asks:
                continue
            used.add(occurrence.meaning.number)
            term = terms.terms[occurrence.meaning.number]
            counterpart = term.chinese if text.language == ENGLISH else term.english
            words = format_lazy(template, here=occurrence.spelling, counterpart=counterpart)
            findings.append(text.remark("term.missing", occurrence.start, occurrence.end, words))
    return findings


def _inflected(preferred: str, occurrence: Occurrence[Use]) -> str:
    """The preferred words with the capital and the plural of those they replace."""
    if occurrence.spelling[:1].isupper():
        preferred = preferred[:1].upper() + preferred[1:]
    if occurrence.spelling.casefold().endswith("s") and not occurrence.phrase.casefold().endswith("s"):
        preferred = preferred[:-1] + "ies" if preferred.endswith("y") else preferred + "s"
    return preferred
