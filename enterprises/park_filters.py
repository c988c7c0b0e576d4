"""What an address asks of the list of parks."""

from __future__ import annotations

from django.utils.translation import gettext as _

from ui.faceted import Entry, Faceted, choices, facet

from .models import Park, ParkTerm
from .other_features import relation
from .presenters.distances import nodes_of, way_to

#: Minutes to the chosen node within which parks are looked for.
WITHIN = (15, 30, 45, 60)
OPEN = "open"


class ParkFilters(Faceted):
    """``parks`` are all that are live in this language, ``nodes`` what they are measured from, ``node`` the chosen one.

    Two queries: the parks, and those with something on offer.
    """

    def __init__(self, query):
        self.parks = list(Park.objects.live().for_register())
        self.nodes = nodes_of(self.parks)
        asked = query.get("to", "")
        chosen = next((node for node in self.nodes if node.slug == asked), None)
        self.node = chosen or next(iter(self.nodes), None)
        super().__init__(
            query,
            [
                facet("kind", _("Kind"), choices(Park.Kind)),
                facet("industry", _("Industry"), _industries(self.parks)),
                facet("within", self._within_label(), [(str(size), _within(size)) for size in WITHIN]),
                facet("offer", _("On offer"), [(OPEN, _("Open opportunity")), *choices(ParkTerm.Topic)]),
            ],
            self._entries(),
        )
        if asked and chosen is None:
            self.ignore("to", asked)
        self.others = [("to", chosen.slug)] if chosen else []

    def _within_label(self) -> str:
        return _("Time to: %(node)s") % {"node": self.node.name} if self.node else _("Way")

    def _entries(self) -> list[Entry]:
        offering = _offering()
        entries = []
        for park in self.parks:
            way = way_to(park, self.node)
            minutes = way.minutes if way and way.minutes is not None else None
            offers = {term.topic for term in park.terms.all() if term.label}
            values = {
                "kind": (park.kind,),
                "industry": tuple(industry.slug for industry in park.industries.all()),
                "within": tuple(str(size) for size in WITHIN if minutes is not None and minutes <= size),
                "offer": (*offers, OPEN) if park.pk in offering else tuple(offers),
            }
            entries.append(Entry(park.pk, values))
        return entries

    @property
    def found(self) -> list[Park]:
        keys = set(self.keys)
        return [park for park in self.parks if park.pk in keys]

    @property
    def node_choices(self) -> list[tuple[Park, str | None]]:
        """(node, address) pairs: the same list measured from each node; the address of the present one is None."""
        return [(node, None if node == self.node else self.address(to=node.slug)) for node in self.nodes]


def _within(minutes: int) -> str:
    return _("within %(number)s minutes") % {"number": minutes}


def _industries(parks: list[Park]) -> list[tuple[str, str]]:
    """The industries of the parks, in the order that editors gave them."""
    found = {industry.slug: industry for park in parks for industry in park.industries.all()}
    ordered = sorted(found.values(), key=lambda industry: (industry.position, industry.slug))
    return [(industry.slug, industry.name) for industry in ordered]


def _offering() -> set[int]:
    """The parks in which an opportunity is open today, where the portal has opportunities."""
    offers = relation("opportunities", Park)
    if offers is None:
        return set()
    offered = offers.related_model.objects.live().open_on().exclude(parks=None)
    return set(offered.order_by().values_list("parks", flat=True))
