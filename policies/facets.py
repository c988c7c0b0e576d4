"""What an address asks of the list of policies, and how many policies each further word would leave.

There are hundreds of policies and never hundreds of thousands: they are read in one query and counted in memory.
Within a facet values widen, between facets they narrow. What is asked for in vain is named in ``ignored``.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from urllib.parse import urlencode

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from bilingual.languages import LANGUAGES, column

from .models import Benefit, Policy
from .standing import Standing

MOST_VALUES, LONGEST_TEXT, LONGEST_SHOWN = 30, 80, 40
EVERY_INDUSTRY = "every"


@dataclass
class Option:
    value: str
    label: str
    is_chosen: bool = False
    count: int | None = None


@dataclass
class Facet:
    """``words`` says of a policy which (value, label) pairs it has."""

    name: str
    label: str
    words: Callable[[Policy], Iterable[tuple[str, str]]]
    options: list[Option] = field(default_factory=list)

    @property
    def chosen(self) -> list[str]:
        return [option.value for option in self.options if option.is_chosen]

    def lets_through(self, policy: Policy) -> bool:
        chosen = self.chosen
        return not chosen or any(value in chosen for value, _label in self.words(policy))


class PolicyFilters:
    """``policies`` is the list of all live ones (``for_cards``), ``query`` the QueryDict of the address."""

    def __init__(self, query, policies: list[Policy]):
        self.ignored: list[str] = []
        self.text = self._text(query.get("q", ""))
        self.facets = [
            Facet("standing", _("Validity"), _standing),
            Facet("level", _("Level"), _level),
            Facet("benefit", _("Benefit"), _benefits),
            Facet("industry", _("Industry"), _industries),
            Facet("designation", _("Designation"), _designations),
        ]
        orders = {
            "standing": list(Standing.values),
            "level": list(Policy.Level.values),
            "benefit": list(Benefit.Kind.values),
        }
        for facet in self.facets:
            labels = dict(pair for policy in policies for pair in facet.words(policy))
            known = orders.get(facet.name, [EVERY_INDUSTRY, *labels])
            facet.options = [
                Option(value, labels[value]) for value in dict.fromkeys(known) if value in labels
            ]
            self._tick(facet, query.getlist(facet.name))
        named = [policy for policy in policies if self._names(policy)]
        self.found = [policy for policy in named if all(facet.lets_through(policy) for facet in self.facets)]
        self._count(named)

    @property
    def pairs(self) -> list[tuple[str, str]]:
        """What is asked for, cleaned, in a fixed order: (parameter, value) pairs."""
        pairs = [("q", self.text)] if self.text else []
        return pairs + [(facet.name, value) for facet in self.facets for value in facet.chosen]

    @property
    def address(self) -> str:
        return f"?{urlencode(self.pairs)}" if self.pairs else ""

    @property
    def chosen(self) -> list[dict[str, str]]:
        """What is ticked, each with the address of the list without it."""
        labels = {
            (facet.name, option.value): option.label for facet in self.facets for option in facet.options
        }
        taken = []
        for pair in self.pairs:
            rest = [other for other in self.pairs if other != pair]
            label = labels.get(pair) or _("“%(text)s”") % {"text": pair[1]}
            taken.append({"label": label, "url": f"?{urlencode(rest)}" if rest else "?"})
        return taken

    def _tick(self, facet: Facet, values: list[str]) -> None:
        known = {option.value: option for option in facet.options}
        # A word that no policy has at present is no mistake of who kept the address.
        vocabulary = {
            "standing": Standing.values,
            "level": Policy.Level.values,
            "benefit": Benefit.Kind.values,
        }
        labels = {"standing": Standing, "level": Policy.Level, "benefit": Benefit.Kind}
        for value in dict.fromkeys(printable(value) for value in values[:MOST_VALUES]):
            if value in known:
                known[value].is_chosen = True
            elif value in vocabulary.get(facet.name, ()):
                label = capfirst(labels[facet.name](value).label)
                facet.options.append(Option(value, label, is_chosen=True))
            elif value:
                self.ignored.append(ignored_words(facet.name, value))

    def _names(self, policy: Policy) -> bool:
        if not self.text:
            return True
        words = [getattr(policy, column(name, code)) for name in ("title", "issuers") for code in LANGUAGES]
        haystack = folded(" ".join(word or "" for word in [*words, policy.document_number]))
        return all(part in haystack for part in folded(self.text).split())

    def _count(self, named: list[Policy]) -> None:
        for facet in self.facets:
            others = [other for other in self.facets if other is not facet]
            within = [policy for policy in named if all(other.lets_through(policy) for other in others)]
            counts = Counter(
                value for policy in within for value in {word for word, _label in facet.words(policy)}
            )
            for option in facet.options:
                option.count = counts[option.value]

    def _text(self, asked: str) -> str:
        text = printable(asked)
        if len(text) > LONGEST_TEXT:
            self.ignored.append(
                _("The question was cut to its first %(number)s characters.") % {"number": LONGEST_TEXT}
            )
        return text[:LONGEST_TEXT].strip()


def ignored_words(name: str, value: str) -> str:
    return _("“%(name)s=%(value)s” is not known here and was left out.") % {
        "name": name,
        "value": value[:LONGEST_SHOWN],
    }


def printable(text: str) -> str:
    """Without control characters, surplus space and what is too long to mean anything."""
    cut = text[: LONGEST_TEXT * 4]
    return " ".join("".join(letter if letter.isprintable() else " " for letter in cut).split())


def folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


def _standing(policy: Policy):
    return [(policy.standing().value, capfirst(policy.standing().label))]


def _level(policy: Policy):
    return [(policy.level, capfirst(policy.get_level_display()))]


def _benefits(policy: Policy):
    return [(benefit.kind, capfirst(benefit.get_kind_display())) for benefit in policy.benefits.all()]


def _industries(policy: Policy):
    own = [(industry.slug, industry.name) for industry in policy.industries.all()]
    return own or [(EVERY_INDUSTRY, _("Every industry"))]


def _designations(policy: Policy):
    return [designation_word(row.level) for row in policy.designations.all()]


def designation_word(level) -> tuple[str, str]:
    """The (value, label) of a level of a designation scheme in addresses and lists."""
    return f"{level.scheme.slug}/{level.key}", level.name or level.key
