"""``name.*``: an enterprise goes by its official names, in both languages.

``name.missing``  named in one text, not in the other
``name.variant``  a spelling that differs from every known one in its spaces, its hyphens or the capitals of its
                  first word ("Huafon spandex plant" tells what the plant makes)
``name.banned``   a spelling that is not to be used, with the official one as its fix

A name may stand in Latin letters in a Chinese text where no Chinese name is known or used.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from bilingual.checking.findings import Finding
from bilingual.checking.lexicon import Lexicon, Occurrence, is_chinese, same_spelling
from bilingual.checking.texts import Text
from bilingual.languages import ENGLISH

MISSING_IN_CHINESE = _("“{here}” is named here, but not in the Chinese text.")
MISSING_IN_ENGLISH = _("“{here}” is named here, but not in the English text.")
VARIANT = _("“{here}” should be written “{official}”.")
BANNED = _("Do not use “{here}”; write “{official}”.")
#: Shorter names are also words or parts of words when their capitals are ignored.
SHORTEST_VARIANT = 4


@dataclass(frozen=True)
class NamePair:
    """One body's names: official ones first, then short and former names; ``banned`` in either script."""

    english: Sequence[str] = ()
    chinese: Sequence[str] = ()
    banned: Sequence[str] = ()


class Use(NamedTuple):
    """Which body a phrase names, and whether the phrase may be used."""

    number: int
    is_banned: bool


class Names:
    """All names, ready to be looked for in many texts."""

    def __init__(self, pairs: Sequence[NamePair]) -> None:
        self.pairs = list(pairs)
        entries = []
        for number, pair in enumerate(self.pairs):
            entries += [(phrase, Use(number, False)) for phrase in (*pair.english, *pair.chinese) if phrase]
            entries += [(phrase, Use(number, True)) for phrase in pair.banned if phrase]
        self.lexicon: Lexicon[Use] = Lexicon(entries)

    def find(self, text: Text) -> list[Occurrence[Use]]:
        """Where bodies are named; short names only in their very spelling."""
        return [
            found
            for found in self.lexicon.find(text)
            if same_spelling(found.spelling, found.phrase) or len(found.phrase) >= SHORTEST_VARIANT
        ]

    def official(self, use: Use, phrase: str) -> str | None:
        pair = self.pairs[use.number]
        names = pair.chinese if is_chinese(phrase) else pair.english
        return names[0] if names else None


def check_spelling(text: Text, names: Names, found: list[Occurrence[Use]]) -> list[Finding]:
    """Findings on how names are written in one text."""
    findings = []
    for occurrence in found:
        place = occurrence.start, occurrence.end
        if occurrence.meaning.is_banned:
            official = names.official(occurrence.meaning, occurrence.phrase)
            words = format_lazy(BANNED, here=occurrence.spelling, official=official or "")
            findings.append(text.remark("name.banned", *place, words, replacement=official))
        elif not _is_accepted(occurrence.spelling, occurrence.phrase):
            words = format_lazy(VARIANT, here=occurrence.spelling, official=occurrence.phrase)
            findings.append(text.remark("name.variant", *place, words, replacement=occurrence.phrase))
    return findings


def check_pair(
    english: Text, chinese: Text, in_english: list[Occurrence[Use]], in_chinese: list[Occurrence[Use]]
) -> list[Finding]:
    """Bodies that only one of the texts names, each once, at its first mention."""
    findings = []
    for text, ours, theirs in ((english, in_english, in_chinese), (chinese, in_chinese, in_english)):
        named = {occurrence.meaning.number for occurrence in theirs}
        template = MISSING_IN_CHINESE if text.language == ENGLISH else MISSING_IN_ENGLISH
        for occurrence in ours:
            if occurrence.meaning.number in named:
                continue
            named.add(occurrence.meaning.number)
            words = format_lazy(template, here=occurrence.spelling)
            findings.append(text.remark("name.missing", occurrence.start, occurrence.end, words))
    return findings


def _is_accepted(spelling: str, phrase: str) -> bool:
    if same_spelling(spelling, phrase):
        return True
    first, _, others = spelling.partition(" ")
    known_first, _, known_others = phrase.partition(" ")
    return first == known_first and others.casefold() == known_others.casefold()
