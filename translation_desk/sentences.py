"""Sentences of a text in either language, and which of them changed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

from bilingual.languages import CHINESE
from publishing.history.texts import Piece, compare_texts

_CHINESE_END = re.compile(r"(?:[。！？；]|……)+[”’」』）》]*")
_ENGLISH_END = re.compile(r"[.!?]+[\"'”’)\]]*(?=\s+[\"'“‘(\[]?[A-Z0-9\u4e00-\u9fff])")
#: Words that end in a full stop in the middle of a sentence.
_SHORT = re.compile(
    r"(?:^|[\s(“‘\"])(?:[A-Z]|Mr|Mrs|Ms|Dr|St|No|Nos|vs|etc|e\.g|i\.e|cf|approx|Inc|Ltd|Co|Corp|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.$"
)


def sentences(text: str, language: str) -> list[str]:
    """The sentences of a normalised text, in order; each line begins a new one. Joined they are the text again."""
    return [sentence for line in text.split("\n") for sentence in _of_line(line, language)]


def _of_line(line: str, language: str) -> list[str]:
    found, begin = [], 0
    for match in (_CHINESE_END if language == CHINESE else _ENGLISH_END).finditer(line):
        if language != CHINESE and _SHORT.search(line[max(0, match.start() - 8) : match.end()]):
            continue
        found.append(line[begin : match.end()].strip())
        begin = match.end()
    found.append(line[begin:].strip())
    return [sentence for sentence in found if sentence]


@dataclass(frozen=True)
class Change:
    """One stretch that differs: ``before`` and ``after`` are its sentences, either may be empty."""

    before: str
    after: str

    @property
    def kind(self) -> str:
        """added, removed or changed."""
        return "changed" if self.before and self.after else "added" if self.after else "removed"

    @property
    def pieces(self) -> list[Piece]:
        """Both in reading order, with what is added and removed marked."""
        return compare_texts(self.before, self.after)


def changes(before: str, after: str, language: str) -> list[Change]:
    """The sentences in which two normalised texts differ, in the order of the newer one; nothing else."""
    old, new = sentences(before, language), sentences(after, language)
    found = []
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        if kind == "replace" and b - a == d - c:
            found += [Change(one, other) for one, other in zip(old[a:b], new[c:d], strict=True)]
        else:
            found.append(Change(_joined(old[a:b], language), _joined(new[c:d], language)))
    return found


def _joined(parts: list[str], language: str) -> str:
    return ("" if language == CHINESE else " ").join(parts)
