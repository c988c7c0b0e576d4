"""What an address asks of the register of projects."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from ui.faceted import Entry, Faceted, choices, facet

from .bands import BAND_OR_UNKNOWN_CHOICES
from .models import Project, ProjectInvestor, Stage
from .project_register import NO_STAGE, Register
from .vocabulary import vocabulary

SORTS = ("signed", "amount")


class ProjectFilters(Faceted):
    """``keys`` are those of the projects that are asked for, in the order that is asked for."""

    def __init__(self, query, register: Register):
        self.words = vocabulary("industry", "park", "event")
        years = sorted({year for row in register.rows for year in row.values["year"]}, reverse=True)
        facets = [
            facet("stage", _("Stage reached"), stage_words()),
            facet("industry", _("Industry"), self.words["industry"]),
            facet("park", _("Park"), self.words["park"]),
            facet("year", _("Year of signature"), [(year, year) for year in years]),
            facet("amount", pgettext("amount", "Investment"), BAND_OR_UNKNOWN_CHOICES),
            facet("origin", _("Origin of the investor"), choices(ProjectInvestor.Home)),
            facet("mode", _("Mode"), choices(Project.Mode)),
            facet("event", _("Signed at"), self.words["event"]),
        ]
        self.sort = SORTS[0]
        super().__init__(query, facets, (Entry(row.key, row.values) for row in register.rows), ("sort",))
        self._sort(query.get("sort", ""), register)

    def _sort(self, asked: str, register: Register) -> None:
        if asked and asked not in SORTS:
            self.ignore("sort", asked)
            self.others = []
        elif asked == SORTS[1]:
            self.sort = asked
            amounts = {row.key: (row.amount is not None, row.amount or 0) for row in register.rows}
            self.keys.sort(key=lambda key: amounts[key], reverse=True)

    @property
    def sorts(self) -> list[tuple[str, str | None]]:
        """(label, address) pairs; the address of the present one is None."""
        labels = [
            (SORTS[0], pgettext("sorted by", "Signature")),
            (SORTS[1], pgettext("amount", "Investment")),
        ]
        return [
            (
                label,
                None
                if sort == self.sort
                else self.address(**({} if sort == SORTS[0] else {"sort": sort})) or "?",
            )
            for sort, label in labels
        ]

    @property
    def query(self) -> str:
        """The query string of this list as it stands, for its files and its feed."""
        return self.address(**({} if self.sort == SORTS[0] else {"sort": self.sort}))


def stage_words() -> list[tuple[str, str]]:
    return [*choices(Stage), (NO_STAGE, _("No dated stage"))]
