"""Checks of a text and of a translation against its source.

Pure functions: text or HTML goes in, findings come out; nothing is read from the database, and neither
language is the source. Each rule module tells what it looks for and why. All of them run in time linear in
the length of the text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bilingual.checking import (
    brackets,
    chinese_marks,
    comparisons,
    contacts,
    english_marks,
    figures,
    leftovers,
    matching,
    reading,
)
from bilingual.checking import names as naming
from bilingual.checking import terms as wording
from bilingual.checking.findings import BLOCK, WARNING, Finding, Fix, Span, in_order
from bilingual.checking.lexicon import Occurrence
from bilingual.checking.names import NamePair, Names
from bilingual.checking.terms import Term, Terms
from bilingual.checking.texts import Text
from bilingual.languages import CHINESE, ENGLISH, LANGUAGES

__all__ = [
    "BLOCK",
    "WARNING",
    "Finding",
    "Fix",
    "NamePair",
    "Span",
    "Term",
    "check_one",
    "check_pair",
]


def check_pair(
    english: str, chinese: str, *, names: Sequence[NamePair] = (), terms: Sequence[Term] = ()
) -> list[Finding]:
    """What one language says and the other does not, and what is wrong in either by itself.

    ``names`` are the bodies that may be named, ``terms`` the glossary. With one of the texts empty there is
    nothing to compare, and only the other one is checked.
    """
    known_names, known_terms = Names(names), Terms(terms)
    ours = _Prepared(Text(english, ENGLISH), known_names, known_terms)
    theirs = _Prepared(Text(chinese, CHINESE), known_names, known_terms)
    findings = [*ours.check(), *theirs.check()]
    if ours.text.blocks and theirs.text.blocks:
        findings += _compare(ours, theirs)
    return in_order(findings)


def check_one(
    text: str, language: str, *, names: Sequence[NamePair] = (), terms: Sequence[Term] = ()
) -> list[Finding]:
    """What is wrong in one text by itself. Raises ValueError for a language that is not one of the portal's."""
    if language not in LANGUAGES:
        raise ValueError(f"{language!r} is not one of {', '.join(LANGUAGES)}")
    return in_order(_Prepared(Text(text, language), Names(names), Terms(terms)).check())


@dataclass
class _Prepared:
    """A text with what is known in it, found once for all rules."""

    text: Text
    names: Names
    terms: Terms

    def __post_init__(self) -> None:
        self.named: list[Occurrence] = self.names.find(self.text)
        self.worded: list[Occurrence] = self.terms.find(self.text)
        self.contacts = contacts.spans(self.text)

    @property
    def name_spans(self) -> list[tuple[int, int]]:
        return [(found.start, found.end) for found in self.named]

    def check(self) -> list[Finding]:
        foreign = [*self.contacts, *self.text.tagged]
        term_spans = [(found.start, found.end) for found in self.worded]
        marks = english_marks if self.text.language == ENGLISH else chinese_marks
        return [
            *marks.check(self.text, self.text.without(foreign)),
            *brackets.check(self.text, self.text.without(self.contacts)),
            *leftovers.check(self.text, self.text.without([*foreign, *self.name_spans, *term_spans])),
            *naming.check_spelling(self.text, self.names, self.named),
            *wording.check_wording(self.text, self.terms, self.worded),
        ]

    def mentions(self) -> list[reading.Mention]:
        return reading.read(self.text, [*self.contacts, *self.name_spans])


def _compare(english: _Prepared, chinese: _Prepared) -> list[Finding]:
    blocks = matching.Blocks(english.text, chinese.text)
    found = matching.match(english.mentions(), chinese.mentions(), blocks)
    return [
        *figures.check(english.text, chinese.text, found, blocks),
        *comparisons.check(english.text, chinese.text, found.pairs),
        *contacts.check(english.text, chinese.text),
        *naming.check_pair(english.text, chinese.text, english.named, chinese.named),
        *wording.check_pair(english.text, chinese.text, english.terms, english.worded, chinese.worded),
    ]
