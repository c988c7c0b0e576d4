"""Which terms of the glossary a text uses."""

from __future__ import annotations

import json
from dataclasses import dataclass

from bilingual.checking.lexicon import is_chinese
from bilingual.checking.terms import Terms
from bilingual.checking.texts import Text
from bilingual.languages import ENGLISH


@dataclass(frozen=True)
class Hit:
    """A term that stands in the source, and what the other language says for it."""

    term: str
    counterpart: str
    #: Everything that the other language may say for it, as JSON.
    accepted: str


def hits(text: str, language: str, known: Terms) -> list[Hit]:
    """The terms that a text uses, each once, in the order of the text."""
    found: dict[int, Hit] = {}
    for occurrence in known.find(Text(text, language)):
        term = known.terms[occurrence.meaning.number]
        sides = (term.english, term.chinese)
        here, there = sides if language == ENGLISH else reversed(sides)
        others = [word for word in term.allowed if is_chinese(word) == is_chinese(there)]
        accepted = json.dumps([there, *others], ensure_ascii=False)
        found.setdefault(occurrence.meaning.number, Hit(here, there, accepted))
    return list(found.values())
