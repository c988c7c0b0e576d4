"""Lines of fact sheets: a label, what is said, since when, and by whom."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bilingual.periods import Period

from .models import Source


@dataclass
class Line:
    """What ``components/fact.html`` shows. ``value`` is text or safe HTML in the active language."""

    label: str
    value: str
    as_of: Period | None = None
    source: Source | None = None
    note: str = ""


def fact_lines(facts: Iterable) -> list[Line]:
    """A line for each Fact with a label of its own; those without words in this language are left out."""
    return [Line(fact.label, str(fact.amount), fact.as_of, fact.source) for fact in facts if fact.label]
