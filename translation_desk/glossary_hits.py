"""Which terms of the glossary a text uses."""

from __future__ import annotations

from dataclasses import dataclass

from bilingual.checking.terms import Terms
from bilingual.checking.texts import Text
from bilingual.languages import ENGLISH


@dataclass(frozen=True)
class Hit:
    """A term that stands in the source, and what the other language says for it."""

    term: str
    counterpart: str


def hits(text: str, language: str, known: Terms) -> list[Hit]:
    """The terms that a text uses, each once, in the order of the text."""
    found: dict[int, Hit] = {}
    for occurrence in known.find(Text(text, language)):
        term = known.terms[occurrence.meaning.number]
        sides = (term.english, term.chinese)
        here, there = sides if language == ENGLISH else reversed(sides)
        found.setdefault(occurrence.meaning.number, Hit(here, there))
    return list(found.values())
