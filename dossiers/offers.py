"""What may be added to a shortlist: what a name finds, and what goes with the records on it."""

from __future__ import annotations

from django.db.models import Q
from django.http import QueryDict

from bilingual.languages import LANGUAGES, column
from enterprises.directory.answers import Answer
from enterprises.filters import EnterpriseFilters
from enterprises.models import Park
from figures.models import Figure
from policies.models import Policy

from .kinds import KINDS, Named, named
from .shortlist import Shortlist

#: Of one kind.
OFFERED = 6


def by_name(text: str, shortlist: Shortlist) -> tuple[str, list[Named]]:
    """The text as it was read, and what it finds: enterprises by any name, the rest by what their title holds."""
    question = QueryDict(mutable=True)
    question["q"] = text
    filters = EnterpriseFilters(question)
    if not filters.text:
        return "", []
    enterprises = Answer(filters).keys[:OFFERED]
    chosen = [(KINDS["enterprise"], KINDS["enterprise"].model.objects.live().filter(pk__in=enterprises))]
    for kind in KINDS.values():
        if kind.key != "enterprise":
            titles = [Q(**{f"{column(kind.title, code)}__icontains": filters.text}) for code in LANGUAGES]
            chosen.append((kind, kind.model.objects.live().filter(titles[0] | titles[1])))
    taken, offers, counts = set(shortlist.items.split(",")), [], {}
    for one in named(chosen):
        counts[one.kind.key] = counts.get(one.kind.key, 0) + 1
        if one.item not in taken and counts[one.kind.key] <= OFFERED:
            offers.append(one)
    return filters.text, offers


def going_with(shortlist: Shortlist) -> list[Named]:
    """Parks where the enterprises stand, policies in force for their industries, figures of the home page."""
    enterprises = shortlist.slugs("enterprise")
    parks = Park.objects.live().filter(facilities__enterprise__slug__in=enterprises)
    industries = Q(industries__enterprises__slug__in=enterprises)
    industries |= Q(industries__parks__slug__in=shortlist.slugs("park"))
    policies = Policy.objects.live().in_force().filter(industries)
    figures = Figure.objects.live().filter(home_position__isnull=False, superseded_by__isnull=True)
    found = named(
        [
            (KINDS["park"], parks.distinct()),
            (KINDS["policy"], policies.distinct()),
            (KINDS["figure"], figures),
        ]
    )
    taken, kept = set(shortlist.items.split(",")), {}
    for one in found:
        if one.item not in taken:
            kept.setdefault(one.kind.key, {}).setdefault(one.item, one)
    return [one for offers in kept.values() for one in list(offers.values())[:OFFERED]]
