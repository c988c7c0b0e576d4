"""Lines of fact sheets: a label, what is said, since when, and by whom."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.text import capfirst

from bilingual.periods import Period
from evidence.models import Source


@dataclass
class Line:
    """A line of a fact sheet."""

    label: str
    value: str
    as_of: Period | None = None
    source: Source | None = None
    note: str = ""
    lang: str = ""


def metric_lines(metrics) -> list[Line]:
    return [
        Line(
            metric.label or capfirst(metric.get_measure_display()),
            str(metric.amount),
            metric.as_of,
            metric.source,
        )
        for metric in metrics
    ]


def fact_lines(facts) -> list[Line]:
    """Facts with a label of their own; those without words in this language are left out."""
    return [Line(fact.label, str(fact.amount), fact.as_of, fact.source) for fact in facts if fact.label]
