"""What a check has to say: where, under which rule, how grave, why, and how to put it right.

All positions are offsets into the string that was handed over, tags included, so that an editor can mark
the place and a fix can be applied to what is stored.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from django.utils.functional import Promise

BLOCK = "block"  #: a figure, a sum, a share or a date that differs: publishing waits for a reason
WARNING = "warning"  #: worth a look


class Span(NamedTuple):
    """A place in a text: offsets of its first character and of the one after its last."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Fix:
    """``replacement`` for ``text[start:end]``. Offered only where nothing but those characters changes."""

    start: int
    end: int
    replacement: str

    def apply(self, text: str) -> str:
        return text[: self.start] + self.replacement + text[self.end :]


@dataclass(frozen=True, slots=True)
class Finding:
    """One remark on one text.

    ``rule``         "number.missing", "punctuation.halfwidth": family and name
    ``severity``     BLOCK or WARNING
    ``side``         language code of the text that ``start`` and ``end`` count in
    ``excerpt``      the words found there, without tags
    ``explanation``  a sentence for the editor, translated when it is shown
    ``fix``          for the same text, or None when only a person can tell
    ``counterpart``  the place in the other language that the remark compares with, or None
    """

    rule: str
    severity: str
    side: str
    start: int
    end: int
    excerpt: str
    explanation: str | Promise
    fix: Fix | None = None
    counterpart: Span | None = None

    @property
    def family(self) -> str:
        """The part of the rule's id before the dot."""
        return self.rule.partition(".")[0]


def in_order(findings: list[Finding]) -> list[Finding]:
    """Grave ones first, then as they stand in the English and in the Chinese text."""
    return sorted(findings, key=lambda found: (found.severity != BLOCK, found.side, found.start, found.rule))
