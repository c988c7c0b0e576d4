"""The directory as rows."""

from __future__ import annotations

from django.utils.translation import ngettext

from evidence.lines import Line

from ..models import Enterprise, Park
from .facts import metric_lines


def result_count(number: int) -> str:
    return ngettext("%(number)s enterprise", "%(number)s enterprises", number) % {"number": number}


def park_of(enterprise: Enterprise) -> Park | None:
    """The park of the first facility that stands in one that is public in this language."""
    parks = (facility.park for facility in enterprise.facilities.all())
    return next((park for park in parks if park and park.is_live()), None)


def key_figure(enterprise: Enterprise) -> Line | None:
    """The one figure that a row of the directory shows: the first that editors put there."""
    return next(iter(metric_lines(list(enterprise.metrics.all())[:1])), None)
