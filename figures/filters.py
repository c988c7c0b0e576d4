"""What an address asks of the register of figures."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from ui.faceted import Entry, Faceted, choices, facet

from .contradictions import said_otherwise
from .models import Figure

CURRENT, SUPERSEDED, DISPUTED = "current", "superseded", "disputed"


class FigureFilters(Faceted):
    """``figures`` are all live ones; ``keys`` those that are asked for, the newest first in each territory."""

    def __init__(self, query, figures: list[Figure]):
        self.figures = {figure.pk: figure for figure in sorted(figures, key=_place)}
        self.otherwise = said_otherwise(figures)
        named = {one.common_indicator.slug: one.common_indicator for one in figures if has_indicator(one)}
        indicators = sorted(named.values(), key=lambda one: (one.position, one.slug))
        years = sorted({year for figure in figures for year in _years(figure)}, reverse=True)
        facets = [
            facet("territory", _("Territory"), choices(Figure.Territory)),
            facet("indicator", _("Indicator"), [(one.slug, one.name) for one in indicators]),
            facet("year", _("Period"), [(year, year) for year in years]),
            facet("standing", pgettext("of a figure", "Standing"), standing_words()),
        ]
        super().__init__(query, facets, (self._entry(figure) for figure in self.figures.values()))

    def _entry(self, figure: Figure) -> Entry:
        values = {
            "territory": (figure.territory,),
            "indicator": (figure.common_indicator.slug,) if has_indicator(figure) else (),
            "year": _years(figure),
            "standing": (standing(figure), *((DISPUTED,) if figure.pk in self.otherwise else ())),
        }
        return Entry(figure.pk, values)

    @property
    def found(self) -> list[Figure]:
        return [self.figures[key] for key in self.keys]


def has_indicator(figure: Figure) -> bool:
    """Whether it belongs to a common indicator that is public in this language."""
    return figure.common_indicator is not None and figure.common_indicator.is_live()


def standing(figure: Figure) -> str:
    return SUPERSEDED if figure.superseded_by_id else CURRENT


def standing_words() -> list[tuple[str, str]]:
    return [
        (CURRENT, pgettext("standing of a figure", "Latest")),
        (SUPERSEDED, pgettext("standing of a figure", "Superseded")),
        (DISPUTED, pgettext("standing of a figure", "Sources disagree")),
    ]


def _years(figure: Figure) -> tuple[str, ...]:
    """The years of its period, as texts; of a long one the first and the last."""
    if not figure.as_of:
        return ()
    return tuple(sorted({str(figure.as_of.start.year), str(figure.as_of.end.year)}))


def _place(figure: Figure) -> tuple:
    """Territories in the order of the vocabulary; an indicator's figures together, the newest first."""
    ends = figure.as_of.end.toordinal() if figure.as_of else 0
    return Figure.Territory.values.index(figure.territory), -ends, figure.slug
