"""Figures of enterprises as lines of fact sheets."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.text import capfirst

from evidence.lines import Line

from ..models.enterprise import Metric


def metric_lines(metrics: Iterable[Metric]) -> list[Line]:
    """A line for each figure, by its own words, else by what it measures."""
    return [
        Line(
            metric.label or capfirst(metric.get_measure_display()),
            str(metric.amount),
            metric.as_of,
            metric.source,
        )
        for metric in metrics
    ]
