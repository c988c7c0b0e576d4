"""What an address asks of the directory: read, cleaned, written again in one fixed order.

What an address asks for in vain is left out and named in ``ignored``; no address is an error.
"""

from __future__ import annotations

from datetime import date
from urllib.parse import urlencode

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from ui.query_strings import printable, read_text, unknown_parameter

from .directory.entries import folded
from .directory.following import current
from .facets import (
    Facet,
    chain_facet,
    industry_facet,
    level_facet,
    opportunity_facet,
    origins,
    park_facet,
    plain_facets,
    scheme_facet,
    standing_facet,
)
from .vocabulary import vocabulary

#: Designations are recorded from here on, and known for so many years ahead at most.
FIRST_DAY = date(2000, 1, 1)
YEARS_AHEAD = 10


class EnterpriseFilters:
    """The question that an address puts to the directory. Two queries: the log of changes and the vocabulary."""

    SORTS = [
        ("name", pgettext_lazy("sorted by", "Name")),
        ("designation", pgettext_lazy("sorted by", "Designation")),
        ("verified", pgettext_lazy("sorted by", "Last verified")),
        ("founded", pgettext_lazy("sorted by", "Founded")),
    ]
    VIEWS = [("list", gettext_lazy("List")), ("table", gettext_lazy("Table"))]

    def __init__(self, query):
        self.shelf, self.words = current(), vocabulary()
        self.today = timezone.localdate()
        self.ignored: list[str] = []
        self.text = self._text(query.get("q", ""))
        self.on = self._day("on", query, FIRST_DAY, last_day(self.today))
        self.since = self._day("since", query, FIRST_DAY, self.today)
        self._make_facets(query)
        for facet in self.facets:
            self._ignore(
                facet.name, facet.read([printable(value) for value in query.getlist(facet.name)[:60]])
            )
        sort = printable(query.get("sort", ""))
        self.is_reversed = sort.startswith("-") and sort[1:] in dict(self.SORTS)
        self.sort = self._one_of("sort", sort[1:] if self.is_reversed else sort, self.SORTS)
        self.view = self._one_of("view", printable(query.get("view", "")), self.VIEWS)

    def _make_facets(self, query) -> None:
        words = self.words
        self.industry, self.park = industry_facet(words), park_facet(words)
        self.chain, self.scheme = chain_facet(words), scheme_facet(words)
        schemes, levels = (
            query.getlist("designation"),
            [printable(one) for one in query.getlist("level")[:60]],
        )
        self.level = level_facet(words, schemes, levels)
        self.standing = standing_facet(self.on is not None)
        self.opportunity = opportunity_facet(words)
        self.ownership, self.origin, self.size, self.listed, self.exporter = plain = plain_facets()
        self.origin.options = origins(self.shelf)
        #: Facets that speak of one award are asked together.
        self.awarding = [self.scheme, self.level, self.standing]
        self.facets: list[Facet] = [
            self.industry,
            self.chain,
            *self.awarding,
            self.park,
            *plain,
            self.opportunity,
        ]

    # The address

    @property
    def pairs(self) -> list[tuple[str, str]]:
        """What is asked for, cleaned, in a fixed order: (parameter, value) pairs."""
        pairs = [("q", self.text)] if self.text else []
        for facet in self.facets:
            pairs += [(facet.name, value) for value in facet.chosen]
            if facet is self.standing and self.on:
                pairs.append(("on", self.on.isoformat()))
        return [*pairs, ("since", self.since.isoformat())] if self.since else pairs

    @property
    def order(self) -> str:
        return f"-{self.sort}" if self.is_reversed else self.sort

    @property
    def settings(self) -> list[tuple[str, str]]:
        """How the answer is shown, where that is not the usual way."""
        usual = {"sort": self.SORTS[0][0], "view": self.VIEWS[0][0]}
        return [
            (name, value)
            for name, value in (("sort", self.order), ("view", self.view))
            if value != usual[name]
        ]

    def address(self, *, without: list[tuple[str, str]] | None = None, **changes: str) -> str:
        """Query string of the same question shown otherwise, ``address(view="table")``, or asked without some pairs."""
        usual = {"sort": self.SORTS[0][0], "view": self.VIEWS[0][0]}
        shown = {**dict(self.settings), **changes}
        pairs = [pair for pair in self.pairs if pair not in (without or ())]
        pairs += [
            (name, shown[name]) for name in ("sort", "view") if shown.get(name, usual[name]) != usual[name]
        ]
        return f"?{urlencode(pairs)}" if pairs else ""

    @property
    def question(self) -> str:
        """Query string of what is asked, however it is shown."""
        return f"?{urlencode(self.pairs)}" if self.pairs else ""

    def label(self, pair: tuple[str, str]) -> str:
        """A (parameter, value) pair in words."""
        name, value = pair
        if name == "q":
            return _("“%(text)s”") % {"text": value}
        if name == "on":
            return _("On %(day)s") % {"day": value}
        if name == "since":
            return _("Updated since %(day)s") % {"day": value}
        for facet in self.facets:
            for option in facet.options:
                if (facet.name, option.value) == pair:
                    return self._said(facet, option)
        return value

    def _said(self, facet: Facet, option) -> str:
        """An option by itself, or with its facet where it means nothing alone."""
        if facet in (self.listed, self.exporter, self.opportunity):
            return _("%(facet)s: %(option)s") % {"facet": facet.label, "option": option.label}
        return option.label

    @property
    def chosen(self) -> list[dict[str, str]]:
        """What is ticked, each with the address of the list without it."""
        return [
            {"label": self.label(pair), "url": self.address(without=[pair]) or "?"} for pair in self.pairs
        ]

    def ways(self, name: str) -> list[tuple[str, str | None]]:
        """(label, address) pairs of a setting, ``"sort"`` or ``"view"``; the address of the present one is None."""
        choices, present = {"sort": (self.SORTS, self.order), "view": (self.VIEWS, self.view)}[name]
        return [
            (str(label), None if value == present else self.address(**{name: value}) or "?")
            for value, label in choices
        ]

    # Reading

    def _one_of(self, name: str, asked: str, choices: list) -> str:
        if asked in dict(choices):
            return asked
        self._ignore(name, [asked] if asked else [])
        return choices[0][0]

    def _text(self, asked: str) -> str:
        text, cut = read_text(asked)
        self.ignored += [cut] if cut else []
        if text and not folded(text):
            self._ignore("q", [text])
            return ""
        return text

    def _day(self, name: str, query, first: date, last: date) -> date | None:
        asked = printable(query.get(name, ""))
        if not asked:
            return None
        try:
            day = date.fromisoformat(asked)
        except ValueError:
            self._ignore(name, [asked])
            return None
        if first <= day <= last:
            return day
        self.ignored.append(
            _("The directory covers dates from %(first)s to %(last)s; %(day)s was ignored.")
            % {"first": first.isoformat(), "last": last.isoformat(), "day": day.isoformat()}
        )
        return None

    def _ignore(self, name: str, values: list[str]) -> None:
        self.ignored += [unknown_parameter(name, value) for value in values[:3]]


def last_day(today: date) -> date:
    """The last day for which anything is known: designations are not granted for longer."""
    return date(today.year + YEARS_AHEAD, 12, 31)
