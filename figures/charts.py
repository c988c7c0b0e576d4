"""A chart for every territory in which an indicator has figures of several dates."""

from __future__ import annotations

from collections import defaultdict

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from bilingual.templatetags.say import amount, count, percent
from ui.column_chart import Column, ColumnChart, Segment

from .models import Figure


def charts(figures: list[Figure]) -> list[ColumnChart]:
    """What was said at each date, in the order of dates; superseded values are hollow."""
    series: dict[tuple[str, str, str], list[Figure]] = defaultdict(list)
    for figure in figures:
        if figure.as_of:
            series[figure.territory, figure.unit, figure.per].append(figure)
    return [_chart(some) for some in series.values() if len({figure.as_of for figure in some}) > 1]


def _chart(figures: list[Figure]) -> ColumnChart:
    ordered = sorted(figures, key=lambda figure: (figure.as_of.end, figure.slug))
    first = figures[0]
    words = {"territory": capfirst(first.get_territory_display()), "unit": first.get_unit_display()}
    return ColumnChart(
        _("%(territory)s, %(unit)s") % words,
        _("As of"),
        [_column(figure) for figure in ordered],
        _("Columns are in date order; the spacing does not show the time between them."),
    )


def _column(figure: Figure) -> Column:
    kind, words = (
        ("hollow", pgettext("standing of a figure", "Superseded"))
        if figure.superseded_by_id
        else ("solid", pgettext("standing of a figure", "Latest"))
    )
    return Column(
        figure.as_of.text.rpartition("/")[2],
        [Segment(kind, words, figure.value, amount(figure.amount))],
        said=_short(figure),
        name=figure.as_of.say(),
        url=f"#{figure.slug}",
    )


def _short(figure: Figure) -> str:
    """The number alone, because the title of the chart names the unit."""
    return percent(figure.value) if figure.unit == "percent" else count(figure.value, "short")
