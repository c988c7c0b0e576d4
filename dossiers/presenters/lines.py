"""The lines of a dossier: what is said of a record in one language, each with its date and source."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db import models
from django.utils.text import capfirst

from evidence.models import Source


@dataclass
class Value:
    """A text; ``of`` is the other record that it names: when that one is withdrawn, so is the text."""

    text: str
    of: models.Model | None = None


@dataclass
class Line:
    """``key`` is the same in both languages, so that what belongs together stands side by side."""

    key: str
    label: str
    values: list[Value] = field(default_factory=list)
    as_of: str = ""
    note: str = ""
    source: Source | None = None
    is_sample: bool = False


def line(key: str, label: str, text: object, *, as_of=None, note: str = "", source=None) -> Line:
    """A line with one text; one with an empty text is left out by ``known``."""
    values = [Value(str(text))] if text else []
    return Line(key, label, values, as_of.say() if as_of else "", note, source)


def naming(key: str, label: str, records: Iterable[models.Model], name: str = "name") -> Line:
    """A line that names other records."""
    return Line(key, label, [Value(getattr(one, name), one) for one in records if getattr(one, name)])


def figures(facts: Iterable, label_of) -> list[Line]:
    """A line for each dated figure that has words in this language."""
    return [
        line(f"figure:{fact.pk}", capfirst(label_of(fact)), fact.amount, as_of=fact.as_of, source=fact.source)
        for fact in facts
        if label_of(fact)
    ]


def known(lines: Iterable[Line]) -> list[Line]:
    return [one for one in lines if one.values]
