"""What is asked of the index, said once for every database. Words come from ``words`` alone: nothing that a person
types is ever read as a sign of a query language."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Place(Enum):
    """Where in an edition a word has to stand."""

    NAMES = "names"
    HEADS = "heads"  #: names and headline
    ANYWHERE = "anywhere"


@dataclass(frozen=True)
class Phrase:
    """Words that follow each other; the last may be the beginning of a word."""

    tokens: tuple[str, ...]
    is_open: bool = False


@dataclass(frozen=True)
class All:
    parts: tuple[Expression, ...]


@dataclass(frozen=True)
class Any:
    parts: tuple[Expression, ...]


Expression = Phrase | All | Any


def every(parts: list[Expression]) -> Expression:
    return parts[0] if len(parts) == 1 else All(tuple(parts))


def either(parts: list[Expression]) -> Expression:
    """Any of the parts, each once."""
    parts = list(dict.fromkeys(parts))
    return parts[0] if len(parts) == 1 else Any(tuple(parts))
