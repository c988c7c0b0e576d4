"""The chain of an industry as it is drawn: its steps, the links in each, who stands there and what is sought."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from urllib.parse import urlencode

from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import ngettext

from bilingual.languages import active_language

from ..directory.following import current
from ..directory.shelf import within
from ..models import ChainLink, ChainPlace, Enterprise, Industry
from ..other_features import relation

#: Names that stand in a link of the drawing; the directory has them all.
NAMES = 6


@dataclass
class ShownLink:
    """``total`` counts the enterprises that are live in this language; ``keys`` are those of the first by name."""

    link: ChainLink
    total: int
    keys: list[int]
    enterprises: list[Enterprise] = field(default_factory=list)
    #: What is on offer today for this link; records of another feature.
    opportunities: list = field(default_factory=list)

    @property
    def count(self) -> str:
        return ngettext("%(number)s enterprise", "%(number)s enterprises", self.total) % {
            "number": self.total
        }

    @property
    def directory(self) -> str:
        """The address of the directory with everybody at this link."""
        return f"{reverse('enterprises:list')}?{urlencode({'chain': self.link.facet_value})}"


@dataclass
class ShownStep:
    key: str
    label: str
    links: list[ShownLink]


def chain_of(industry: Industry) -> list[ShownStep]:
    """The steps that have links with words in this language, upstream first. One small query, for who is there."""
    shelf, language = current(), active_language()
    live, order = shelf.live(language, timezone.now()), shelf.order("name", language)
    steps = {step: ShownStep(step.value, capfirst(str(step.label)), []) for step in ChainLink.Step}
    for link in industry.chain_links.all():
        if link.name:
            bits = shelf.bits.get(("chain", link.pk), 0) & live
            keys = [shelf.entries[place].pk for place in within(bits, order)[:NAMES]]
            steps[link.step].links.append(ShownLink(link, bits.bit_count(), keys))
    return [step for step in steps.values() if step.links]


def with_names(steps: list[ShownStep]) -> list[ShownStep]:
    """Put the first enterprises by name into each link. One query."""
    wanted = {key for shown in _links(steps) for key in shown.keys}
    rows = Enterprise.objects.live().defer("description", "description_en", "description_zh_hans")
    found = rows.in_bulk(wanted) if wanted else {}
    for shown in _links(steps):
        shown.enterprises = [found[key] for key in shown.keys if key in found]
    return steps


def with_opportunities(steps: list[ShownStep]) -> list[ShownStep]:
    """Put what is on offer today into the links that it answers. One query, where the portal has opportunities."""
    offered, links = relation("opportunities", ChainLink), _links(steps)
    if offered is None or not links:
        return steps
    found = defaultdict(list)
    answering = offered.related_model.objects.live().answering([shown.link.pk for shown in links])
    for opportunity in answering:
        found[opportunity.chain_link_id].append(opportunity)
    for shown in links:
        shown.opportunities = found[shown.link.pk]
    return steps


def has_samples(steps: list[ShownStep]) -> bool:
    return any(shown.link.is_sample for shown in _links(steps))


def sources(steps: list[ShownStep]) -> list:
    """Every source that a link rests on, once, in the order of the chain."""
    found = {shown.link.source_id: shown.link.source for shown in _links(steps) if shown.link.source_id}
    return list(found.values())


@dataclass
class OwnChain:
    """A chain with the links at which one enterprise stands."""

    industry: Industry
    places: list[ChainPlace]

    @property
    def url(self) -> str:
        return reverse("enterprises:chain", args=[self.industry.slug])


def places_of(enterprise: Enterprise) -> list[OwnChain]:
    """The chains in which an enterprise has a place that has words in this language."""
    chains: dict[int, OwnChain] = {}
    for place in enterprise.chain_places.all():
        if place.link.name:
            industry = place.link.industry
            chains.setdefault(industry.pk, OwnChain(industry, [])).places.append(place)
    return list(chains.values())


def places_said(enterprise: Enterprise) -> list[str]:
    """The same as lines of text, for files: "Integrated circuits: packaging and testing"."""
    return [str(place.link) for chain in places_of(enterprise) for place in chain.places]


def _links(steps: list[ShownStep]) -> list[ShownLink]:
    return [shown for step in steps for shown in step.links]
