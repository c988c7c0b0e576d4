"""What an address asks of the list of opportunities."""

from __future__ import annotations

from collections import defaultdict

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from ui.faceted import Entry, Faceted, choices, facet

from .bands import BAND_CHOICES, bands_between
from .models import Opportunity
from .vocabulary import vocabulary


class OpportunityFilters(Faceted):
    """Closed ones, and those past their day, are found by who asks for them; nobody else is shown them."""

    def __init__(self, query):
        words = vocabulary("industry", "park")
        status = Opportunity.Status
        super().__init__(
            query,
            [
                facet("kind", _("Kind"), choices(Opportunity.Kind)),
                facet("status", _("Status"), choices(status), usual=[status.OPEN, status.IN_TALKS]),
                facet("industry", _("Industry"), words["industry"]),
                facet("park", _("Park"), words["park"]),
                facet("scale", pgettext("amount", "Investment"), BAND_CHOICES[::-1]),
            ],
            _entries(),
        )


def _entries() -> list[Entry]:
    live = Opportunity.objects.live()
    industries, parks = (_slugs(live, name) for name in ("industries", "parks"))
    columns = ("pk", "kind", "status", "valid_until", "scale_min", "scale_max")
    return [
        Entry(
            one.pk,
            {
                "kind": (one.kind,),
                "status": (one.standing,),
                "industry": tuple(industries[one.pk]),
                "park": tuple(parks[one.pk]),
                "scale": bands_between(one.scale_min, one.scale_max),
            },
        )
        for one in live.only(*columns)
    ]


def _slugs(live, relation: str) -> dict[int, list[str]]:
    """The slugs at the other end of a relation, by opportunity."""
    found = defaultdict(list)
    pairs = live.filter(**{f"{relation}__isnull": False}).order_by().values_list("pk", f"{relation}__slug")
    for key, slug in pairs:
        found[key].append(slug)
    return found
