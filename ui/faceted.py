"""Lists that people narrow: what an address asks for, what each choice would leave, and what was asked in vain.

Within a facet values widen (this park or that one), between facets they narrow. Counting goes over plain entries in
memory, one pass for all facets, because a register has thousands of rows and not millions. No address is an error.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from urllib.parse import urlencode

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from bilingual.languages import joined_sentences

from .query_strings import unknown_parameter

#: More values of one parameter than any person ticks.
MOST_VALUES = 30
MOST_TOLD = 3


@dataclass
class Option:
    value: str
    label: str
    is_chosen: bool = False
    #: How many results there are with it, whatever else of its own facet is ticked.
    count: int = 0


@dataclass
class Facet:
    """``name`` is the parameter of the address and the key of the entries."""

    name: str
    label: str
    options: list[Option] = field(default_factory=list)
    #: What is meant while nothing of it is ticked; empty: everything.
    usual: frozenset[str] = frozenset()

    @property
    def chosen(self) -> frozenset[str]:
        return frozenset(option.value for option in self.options if option.is_chosen)


@dataclass(frozen=True)
class Entry:
    """A record as the facets see it: its key, and its values by facet."""

    key: int
    values: Mapping[str, tuple[str, ...]]


def facet(name: str, label: str, words: Iterable[tuple[str, str]], usual: Iterable[str] = ()) -> Facet:
    """A facet from (value, label) pairs in the order in which they are offered."""
    return Facet(name, label, [Option(value, str(label)) for value, label in words], frozenset(usual))


def choices(of) -> list[tuple[str, str]]:
    """The (value, label) pairs of a vocabulary, as a facet offers them."""
    return [(value, capfirst(str(label))) for value, label in of.choices]


def list_title(chosen: Iterable[dict[str, str]], whole: str, narrowed: str) -> str:
    """What a list is called: ``whole``, or ``narrowed`` with what is ticked in the place of its ``%(filters)s``."""
    labels = [str(one["label"]) for one in chosen]
    return narrowed % {"filters": _(", ").join(labels)} if labels else whole


class Faceted:
    """A list as an address asks for it. ``keys`` are those of the results, in the order of the entries."""

    def __init__(self, query, facets: list[Facet], entries: Iterable[Entry], others: tuple[str, ...] = ()):
        self.facets = facets
        self.others = [(name, value) for name in others for value in [query.get(name, "")] if value]
        self.ignored: list[str] = []
        for each in facets:
            self._read(each, query.getlist(each.name))
        self.keys = self._count(entries)
        for each in facets:
            each.options = [option for option in each.options if option.count or option.is_chosen]

    def _read(self, each: Facet, values: list[str]) -> None:
        known = {option.value: option for option in each.options}
        for value in dict.fromkeys(values[:MOST_VALUES]):
            if value in known:
                known[value].is_chosen = True
            elif value:
                self.ignore(each.name, value)
        if len(values) > MOST_VALUES:
            self.ignored.append(
                _("Only the first %(number)s values of “%(name)s” were read.")
                % {"number": MOST_VALUES, "name": each.name}
            )

    def ignore(self, name: str, value: str) -> None:
        """Remember to say that something of the address means nothing here."""
        if len(self.ignored) >= MOST_TOLD:
            return
        self.ignored.append(unknown_parameter(name, value))

    def _count(self, entries: Iterable[Entry]) -> list[int]:
        """An entry counts for a facet when it passes all the others, so that its own ticks hide nothing."""
        asked = {each.name: each.chosen or each.usual for each in self.facets}
        chosen = {name: values for name, values in asked.items() if values}
        counts = {each.name: {option.value: option for option in each.options} for each in self.facets}
        keys = []
        for entry in entries:
            failed = [
                name for name, values in chosen.items() if values.isdisjoint(entry.values.get(name, ()))
            ]
            if len(failed) > 1:
                continue
            if not failed:
                keys.append(entry.key)
            for name in failed or counts:
                for value in entry.values.get(name, ()):
                    if option := counts[name].get(value):
                        option.count += 1
        return keys

    @property
    def offered(self) -> list[Facet]:
        """The facets that have something to choose; none when nothing is found by other means, such as words."""
        return [each for each in self.facets if each.options]

    @property
    def ignored_text(self) -> str:
        return joined_sentences(self.ignored)

    @property
    def pairs(self) -> list[tuple[str, str]]:
        """What is asked for, cleaned, in a fixed order: (parameter, value) pairs."""
        return [
            (each.name, option.value) for each in self.facets for option in each.options if option.is_chosen
        ]

    def address(self, **more: str) -> str:
        """The query string of the same question, with other parameters such as a sort; "" for no question."""
        pairs = [*self.pairs, *more.items()]
        return f"?{urlencode(pairs)}" if pairs else ""

    @property
    def chosen(self) -> list[dict[str, str]]:
        """What is ticked, each with the address of the list without it."""
        taken = []
        for each in self.facets:
            for option in each.options:
                if option.is_chosen:
                    rest = [pair for pair in self.pairs if pair != (each.name, option.value)] + self.others
                    taken.append({"label": option.label, "url": f"?{urlencode(rest)}" if rest else "?"})
        return taken
