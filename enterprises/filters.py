"""The facets of the directory. Each knows its parameter, what it lets through, and how it narrows.

Within a facet values widen (this park or that one), between facets they narrow. What an address asks for in vain
is left out and named in ``ignored``; no address is an error.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import urlencode

from django.db.models import CharField, Exists, F, OuterRef, Value
from django.db.models.functions import Upper
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from bilingual.languages import active_language, column
from publishing.querysets import live_condition

from .models import Award, Enterprise, Facility, Industry, Park, Scheme
from .territories import territory

#: More values of one parameter than any person ticks.
MOST_VALUES = 30
#: Longer questions are cut: names are short.
LONGEST_TEXT = 80
LONGEST_SHOWN = 40


@dataclass
class Option:
    value: str
    label: str
    is_chosen: bool = False
    #: Number of results; None while it is not counted.
    count: int | None = None


@dataclass
class Facet:
    """``name`` is the parameter, ``lookup`` the column or the named question that narrows."""

    name: str
    label: str
    lookup: str = ""
    options: list[Option] = field(default_factory=list)

    @property
    def chosen(self) -> list[str]:
        return [option.value for option in self.options if option.is_chosen]

    def read(self, values: list[str]) -> list[str]:
        """Tick what the address asks for; return what of it is not known."""
        asked = dict.fromkeys(printable(value) for value in values[:MOST_VALUES])
        known = {option.value: option for option in self.options}
        for value in asked:
            if value in known:
                known[value].is_chosen = True
        return [value for value in asked if value and value not in known]

    def narrow(self, enterprises):
        if not self.chosen:
            return enterprises
        question = getattr(enterprises, self.lookup, None)
        return (
            question(self.chosen) if question else enterprises.filter(**{f"{self.lookup}__in": self.chosen})
        )


class StandingFacet(Facet):
    """How a designation stands today. It is asked together with the scheme: both speak of one award."""

    VALID, CANDIDATE, LAPSED = "valid", "candidate", "lapsed"
    STANDINGS = [
        (VALID, pgettext_lazy("standing of a designation", "Valid now")),
        (CANDIDATE, pgettext_lazy("standing of a designation", "Candidate")),
        (LAPSED, pgettext_lazy("standing of a designation", "Lapsed")),
    ]

    def awards(self, schemes: list[str]):
        """The awards that are asked for. A lapsed one is found only by who asks for lapsed ones."""
        awards = Award.objects.public()
        if schemes:
            awards = awards.filter(level__scheme__slug__in=schemes)
        questions = {self.VALID: awards.valid, self.CANDIDATE: awards.candidates, self.LAPSED: awards.lapsed}
        found = awards.none()
        for standing in self.chosen or [self.VALID, self.CANDIDATE]:
            found = found | questions[standing]()
        return found


class EnterpriseFilters:
    """What an address asks of the directory. ``vocabulary`` is read once, in one query."""

    SORTS = [
        ("name", pgettext_lazy("sorted by", "Name")),
        ("verified", pgettext_lazy("sorted by", "Last verified")),
    ]
    VIEWS = [("list", gettext_lazy("List")), ("table", gettext_lazy("Table"))]

    def __init__(self, query):
        words = vocabulary()
        self.ignored: list[str] = []
        self.text = self._text(query.get("q", ""))
        self.industry = Facet("industry", _("Industry"), "in_industries", words["industry"])
        self.scheme = Facet("designation", _("Designation"), "", words["scheme"])
        self.standing = StandingFacet(
            "standing",
            _("Standing"),
            "",
            [Option(value, str(label)) for value, label in StandingFacet.STANDINGS],
        )
        self.park = Facet("park", _("Park"), "in_parks", words["park"])
        self.ownership = Facet("ownership", _("Ownership"), "ownership", words["ownership"])
        self.size = Facet("size", _("Size"), "size_band", words["size"])
        self.origin = Facet("origin", _("Origin"), "origin", words["origin"])
        self.facets = [
            self.industry, self.scheme, self.standing, self.park, self.ownership, self.size, self.origin,
        ]  # fmt: skip
        for facet in self.facets:
            self._ignore(facet.name, facet.read(query.getlist(facet.name)))
        self.sort = self._one_of("sort", query, self.SORTS)
        self.view = self._one_of("view", query, self.VIEWS)

    def apply(self, enterprises):
        """The enterprises that are asked for, in the order that is asked for."""
        if self.text:
            enterprises = enterprises.named_like(self.text)
        if self.scheme.chosen or self.standing.chosen:
            enterprises = enterprises.designated(self.standing.awards(self.scheme.chosen))
        for facet in (self.industry, self.park, self.ownership, self.size, self.origin):
            enterprises = facet.narrow(enterprises)
        return enterprises.latest_verified() if self.sort == "verified" else enterprises.by_name()

    @property
    def pairs(self) -> list[tuple[str, str]]:
        """What is asked for, cleaned, in a fixed order: (parameter, value) pairs."""
        pairs = [("q", self.text)] if self.text else []
        pairs += [(facet.name, value) for facet in self.facets for value in facet.chosen]
        return pairs

    @property
    def settings(self) -> list[tuple[str, str]]:
        """How the answer is shown, where that is not the usual way."""
        pairs = [("sort", self.sort, self.SORTS), ("view", self.view, self.VIEWS)]
        return [(name, value) for name, value, choices in pairs if value != choices[0][0]]

    def address(self, **changes: str) -> str:
        """Query string of the same question shown otherwise: ``address(view="table")``."""
        usual = {"sort": self.SORTS[0][0], "view": self.VIEWS[0][0]}
        shown = {**dict(self.settings), **changes}
        pairs = [*self.pairs, *((name, value) for name, value in shown.items() if value != usual[name])]
        return f"?{urlencode(pairs)}" if pairs else ""

    @property
    def chosen(self) -> list[dict[str, str]]:
        """What is ticked, each with the address of the list without it."""
        labels = {
            (facet.name, option.value): option.label for facet in self.facets for option in facet.options
        }
        taken = []
        for pair in self.pairs:
            rest = [*(other for other in self.pairs if other != pair), *self.settings]
            label = labels.get(pair) or _("“%(text)s”") % {"text": pair[1]}
            taken.append({"label": label, "url": f"?{urlencode(rest)}" if rest else "?"})
        return taken

    def ways(self, name: str) -> list[tuple[str, str | None]]:
        """(label, address) pairs of a setting, ``"sort"`` or ``"view"``; the address of the present one is None."""
        choices, present = {"sort": (self.SORTS, self.sort), "view": (self.VIEWS, self.view)}[name]
        return [
            (str(label), None if value == present else self.address(**{name: value}) or "?")
            for value, label in choices
        ]

    def _one_of(self, name: str, query, choices: list) -> str:
        asked = printable(query.get(name, ""))
        if asked in dict(choices):
            return asked
        self._ignore(name, [asked] if asked else [])
        return choices[0][0]

    def _text(self, asked: str) -> str:
        text = printable(asked)
        if len(text) > LONGEST_TEXT:
            self.ignored.append(
                _("The question was cut to its first %(number)s characters.") % {"number": LONGEST_TEXT}
            )
        return text[:LONGEST_TEXT].strip()

    def _ignore(self, name: str, values: list[str]) -> None:
        for value in values[:3]:
            shown = value[:LONGEST_SHOWN]
            self.ignored.append(
                _("“%(name)s=%(value)s” is not known here and was left out.") % {"name": name, "value": shown}
            )


def printable(text: str) -> str:
    """Without control characters, surplus space and what is too long to mean anything."""
    cut = text[: LONGEST_TEXT * 4]
    return " ".join("".join(letter if letter.isprintable() else " " for letter in cut).split())


def vocabulary() -> dict[str, list[Option]]:
    """The industries, schemes, parks and so on that some live enterprise has, in one query."""
    through = Enterprise.industries.through.objects
    live = live_condition(prefix="enterprise__")
    industries = Industry.objects.live().filter(Exists(through.filter(live, industry=OuterRef("pk"))))
    schemes = Scheme.objects.live().filter(Exists(Award.objects.filter(live, level__scheme=OuterRef("pk"))))
    parks = Park.objects.live().filter(Exists(Facility.objects.filter(live, park=OuterRef("pk"))))
    name = column("name", active_language())
    named = [("industry", industries), ("scheme", schemes), ("park", parks)]
    kinds = [_words(kind, records, F("position"), F("slug"), F(name)) for kind, records in named]
    for kind, own in (("origin", "origin"), ("ownership", "ownership"), ("size", "size_band")):
        used = Enterprise.objects.live().exclude(**{own: ""}).distinct()
        kinds.append(_words(kind, used, Value(0), F(own), Upper(own)))
    words: dict[str, list[Option]] = {kind: [] for kind in ("industry", "scheme", "park", "origin")}
    used_codes: dict[str, set[str]] = {"ownership": set(), "size": set()}
    for kind, _place, value, label in sorted(kinds[0].union(*kinds[1:])):
        if kind in used_codes:
            used_codes[kind].add(value)
        else:
            words[kind].append(Option(value, territory(value) if kind == "origin" else label))
    words["ownership"] = _choices(Enterprise.Ownership, used_codes["ownership"])
    words["size"] = _choices(Enterprise.SizeBand, used_codes["size"])
    return words


def _words(kind: str, records, place, value, label):
    columns = {
        "word_kind": Value(kind, CharField()),
        "word_place": place,
        "word_value": value,
        "word_label": label,
    }
    return records.order_by().annotate(**columns).values_list(*columns)


def _choices(choices, used: set[str]) -> list[Option]:
    return [Option(value, capfirst(str(label))) for value, label in choices.choices if value in used]
