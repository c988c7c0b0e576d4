"""The facets of the directory. Each knows its parameter, its options, and whose bits an option stands for.

Within a facet values widen (this park or that one), between facets they narrow.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import reduce
from operator import or_
from uuid import UUID

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from bilingual.regions import region_name

from .directory.shelf import CANDIDATE, LAPSED, VALID, Shelf
from .models import Enterprise
from .vocabulary import Vocabulary, Word

#: More values of one parameter than any person ticks.
MOST_VALUES = 30
#: Options of a facet that are shown before the rest is folded.
SHOWN = 8


@dataclass
class Option:
    """``depth`` is the place in a tree, 0 at its root; ``count`` the number of results."""

    value: str
    label: str
    keys: tuple = ()
    depth: int = 0
    is_chosen: bool = False
    count: int | None = None


@dataclass
class Facet:
    """``kind`` names the values of the shelf that its options stand for."""

    name: str
    label: str
    options: list[Option] = field(default_factory=list)
    kind: str = ""
    #: Whether an option is shown that nobody has, as the levels of a chosen scheme are.
    is_open: bool = False

    @property
    def chosen(self) -> list[str]:
        return [option.value for option in self.options if option.is_chosen]

    @property
    def first(self) -> list[Option]:
        return self.options[: SHOWN if len(self.options) > SHOWN + 1 else None]

    @property
    def rest(self) -> list[Option]:
        return self.options[len(self.first) :]

    @property
    def rest_is_chosen(self) -> bool:
        return any(option.is_chosen for option in self.rest)

    def read(self, values: list[str]) -> list[str]:
        """Tick what the address asks for; return what of it is not known."""
        asked = dict.fromkeys(values[:MOST_VALUES])
        known = {option.value: option for option in self.options}
        for value in asked:
            if value in known:
                known[value].is_chosen = True
        return [value for value in asked if value and value not in known]

    def bits_of(self, option: Option, shelf: Shelf) -> int:
        kind = self.kind or self.name
        return reduce(or_, (shelf.bits.get((kind, key), 0) for key in option.keys), 0)

    def narrow(self, shelf: Shelf) -> int | None:
        """Who has one of the chosen values; None when nothing is chosen."""
        chosen = [self.bits_of(option, shelf) for option in self.options if option.is_chosen]
        return reduce(or_, chosen) if chosen else None

    def count(self, bits_of: Callable[[Option], int], among: int, live: int) -> None:
        """Set the number of every option, and drop options that no live enterprise has.

        ``among`` are the bits of who passes the other facets, ``live`` those of all who are live.
        """
        kept = []
        for option in self.options:
            bits = bits_of(option)
            if option.is_chosen or self.is_open or bits & live:
                option.count = (bits & among).bit_count()
                kept.append(option)
        self.options = kept


def tree(words: list[Word]) -> list[Option]:
    """Industries under their parents. Who is in a part is in the whole: a parent stands for all below it."""
    known = {word.key for word in words}
    below: dict[str, list[Word]] = {}
    for word in words:
        below.setdefault(word.under if word.under in known else "", []).append(word)
    options: list[Option] = []

    def add(word: Word, depth: int, above: frozenset[str]) -> list[int]:
        option = Option(word.slug, word.label, depth=min(depth, 3))
        options.append(option)
        keys = [int(word.key)]
        for child in below.get(word.key, []):
            if child.key not in above:
                keys += add(child, depth + 1, above | {child.key})
        option.keys = tuple(keys)
        return keys

    for root in below.get("", []):
        add(root, 0, frozenset({root.key}))
    return options


def industry_facet(words: Vocabulary) -> Facet:
    return Facet("industry", _("Industry"), tree(words.words["industry"]))


def chain_facet(words: Vocabulary) -> Facet:
    """Chains with their links; who stands at a link stands in its chain."""
    links: dict[str, list[Word]] = {}
    for link in words.words["chain"]:
        if link.label:
            links.setdefault(link.under, []).append(link)
    options = []
    for chain in words.words["industry"]:
        own = links.get(chain.key, [])
        if own:
            options.append(Option(chain.slug, chain.label, tuple(UUID(link.key) for link in own)))
        options += [
            Option(f"{chain.slug}.{link.slug}", link.label, (UUID(link.key),), depth=1) for link in own
        ]
    return Facet("chain", _("Chain and step"), options)


def park_facet(words: Vocabulary) -> Facet:
    options = [Option(word.slug, word.label, (int(word.key),)) for word in words.words["park"]]
    return Facet("park", _("Park"), options)


def scheme_facet(words: Vocabulary) -> Facet:
    levels: dict[str, list[UUID]] = {}
    for level in words.words["level"]:
        levels.setdefault(level.under, []).append(UUID(level.key))
    options = [
        Option(word.slug, word.label, tuple(levels.get(word.key, ()))) for word in words.words["scheme"]
    ]
    return Facet("designation", _("Designation"), options)


def level_facet(words: Vocabulary, schemes: list[str], asked: list[str]) -> Facet:
    """The levels of the chosen schemes, and of those whose levels the address names."""
    named = {value.partition(".")[0] for value in asked}
    options = []
    for scheme in words.words["scheme"]:
        levels = [level for level in words.words["level"] if level.under == scheme.key]
        if scheme.slug in named or (scheme.slug in schemes and len(levels) > 1):
            options += [
                Option(f"{scheme.slug}.{level.slug}", level.label, (UUID(level.key),))
                for level in sorted(levels, key=lambda level: -level.place)
            ]
    return Facet("level", _("Level"), options, is_open=True)


def standing_facet(is_dated: bool) -> Facet:
    """How a designation stands: today, or on the day that was asked for."""
    valid = (
        pgettext("standing of a designation", "Valid on that day")
        if is_dated
        else pgettext("standing of a designation", "Valid now")
    )
    options = [
        Option(VALID, valid),
        Option(CANDIDATE, pgettext("standing of a designation", "Candidate")),
        Option(LAPSED, pgettext("standing of a designation", "Lapsed")),
    ]
    return Facet("standing", _("Standing"), options)


def plain_facets() -> list[Facet]:
    """The facets whose values are columns of the enterprise itself."""
    return [
        Facet("ownership", _("Ownership"), _choices(Enterprise.Ownership)),
        Facet("origin", _("Origin")),
        Facet("size", _("Size"), _choices(Enterprise.SizeBand)),
        # Who has no listing here may have one that we do not know of: "no" is not offered.
        Facet("listed", _("Listed"), _yes_or_no()[:1]),
        Facet("exporter", _("Exporter"), _yes_or_no()),
    ]


def origins(shelf: Shelf) -> list[Option]:
    """The origins that occur, by name in the active language."""
    codes = [value for facet, value in shelf.bits if facet == "origin"]
    return sorted((Option(code, region_name(code), (code,)) for code in codes), key=lambda one: one.label)


def opportunity_facet(words: Vocabulary) -> Facet:
    """Who stands in a park, or belongs to an industry, in which an opportunity is open today."""
    keys = [("industry", int(word.key)) for word in words.words["open-industry"]]
    keys += [("park", int(word.key)) for word in words.words["open-park"]]
    label = _("In its park or industry")
    return OpportunityFacet(
        "opportunity", _("Open opportunity"), [Option("open", label, tuple(keys))] if keys else []
    )


class OpportunityFacet(Facet):
    def bits_of(self, option: Option, shelf: Shelf) -> int:
        return reduce(or_, (shelf.bits.get(key, 0) for key in option.keys), 0)


def _choices(choices) -> list[Option]:
    return [Option(value, capfirst(str(label)), (value,)) for value, label in choices.choices]


def _yes_or_no() -> list[Option]:
    return [Option("yes", pgettext("facet", "Yes"), ("yes",)), Option("no", pgettext("facet", "No"), ("no",))]
