"""What an address asks of the list of opportunities."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from ui.faceted import Entry, Faceted, choices, facet

from .models import Opportunity
from .register import BANDS
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
                facet("scale", pgettext("amount", "Investment"), _scale_words()),
            ],
            _entries(),
        )


def _scale_words() -> list[tuple[str, str]]:
    return [
        ("less", _("Under 10 million yuan")),
        ("10m", _("10 to 100 million yuan")),
        ("100m", _("100 million to 1 billion yuan")),
        ("1bn", _("1 billion yuan and more")),
    ]


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
                "scale": bands(one.scale_min, one.scale_max),
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


def bands(least: Decimal | None, most: Decimal | None) -> tuple[str, ...]:
    """Every size of investment that lies between the least and the most; none when neither is known."""
    if least is None and most is None:
        return ()
    found, ends_at = [], None
    for name, begins_at in BANDS:
        reaches_up = most is None or most >= begins_at
        begins_below = ends_at is None or (least or 0) < ends_at
        if reaches_up and begins_below:
            found.append(name)
        ends_at = begins_at
    return tuple(found)
