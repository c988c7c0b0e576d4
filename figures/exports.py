"""Figures as files: exact values, dates, sources, and what became of each value."""

from __future__ import annotations

from decimal import Decimal

from django.http import HttpResponse
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from bilingual.addresses import absolute
from bilingual.languages import active_language
from spreadsheets.exporting.downloads import about_file, json_file, table_file

from .filters import has_indicator, standing, standing_words
from .models import Figure


def figure_file(form: str, figures: list[Figure], *, title: str, name: str, path: str) -> HttpResponse:
    """These figures, as one of ui.datasets.FORMATS.

    ``path`` is that of the list, ``name`` begins the name of the file.
    """
    name = f"{name}-{active_language()}-{timezone.localdate():%Y-%m-%d}"
    words = dict(standing_words())
    rows = [_row(figure, words, path) for figure in figures]
    if form == "json":
        return json_file(name, about_file(title, path), "figures", rows)
    heads = _headings()
    return table_file(form, name, list(heads.values()), ([row[key] for key in heads] for row in rows))


def _headings() -> dict[str, str]:
    """What stands in each column, by its key, which is the same in both languages."""
    return {
        "indicator": _("Indicator"),
        "common_indicator": _("Common indicator"),
        "territory": _("Territory"),
        "comparator": _("Comparator"),
        "value": _("Value"),
        "unit": _("Unit"),
        "usd_as_printed": _("US dollars as printed"),
        "growth_percent": _("Growth (%)"),
        "as_of": _("As of"),
        "note": _("Note"),
        "standing": pgettext("of a figure", "Standing"),
        "superseded_by": _("Superseded by"),
        "superseded_because": _("Why it was superseded"),
        "source": _("Source"),
        "source_url": _("Source link"),
        "source_date": _("Date of the source"),
        "page": _("Page"),
    }


def _row(figure: Figure, words: dict[str, str], path: str) -> dict:
    source, later = figure.source, figure.superseded_by
    return {
        "indicator": figure.indicator,
        "common_indicator": figure.common_indicator.name if has_indicator(figure) else None,
        "territory": capfirst(str(figure.get_territory_display())),
        "comparator": str(figure.get_comparator_display()),
        "value": _exact(figure.value),
        "unit": str(figure.get_unit_display()),
        "usd_as_printed": figure.usd_as_printed,
        "growth_percent": figure.growth,
        "as_of": figure.as_of.text if figure.as_of else None,
        "note": figure.note,
        "standing": words[standing(figure)],
        "superseded_by": later.indicator if later and later.is_live() else None,
        "superseded_because": figure.superseded_because,
        "source": source.name if source else None,
        "source_url": (source.url or None) if source else None,
        "source_date": source.dated_on.text if source and source.dated_on else None,
        "page": absolute(f"{path.partition('?')[0]}#{figure.slug}"),
    }


def _exact(value: Decimal) -> Decimal:
    """Without zeros behind the point, and without an exponent."""
    short = value.normalize()
    return short if short.as_tuple().exponent <= 0 else short.quantize(Decimal(1))
