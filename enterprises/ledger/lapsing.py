"""Designations that staff should look after: those that end soon, and those that have ended without a word about it.

The public pages need nobody for that: there a designation lapses by its date.
"""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, UUIDField, Value
from django.db.models.functions import Coalesce
from django.utils import timezone

from ..directory.shelf import HELD
from ..models import Award, Enterprise

#: Days before its end from which a designation is on the list: re-reviews are applied for months ahead.
SOON_DAYS = 180
NOTHING = Value(UUID(int=0), output_field=UUIDField())


def ending(today: date | None = None):
    """Held designations of public enterprises that end before the horizon and have not been granted anew, by date."""
    today = today or timezone.localdate()
    held = Award.objects.filter(status__in=HELD, valid_until__lte=today + timedelta(days=SOON_DAYS))
    return (
        held.filter(enterprise__in=Enterprise.objects.live_anywhere().values("pk"))
        .alias(place=_place())
        .exclude(Exists(_renewals()))
        .order_by("valid_until", "pk")
    )


def ended(today: date | None = None) -> Q:
    """Of ``ending``: those whose last day is over."""
    return Q(valid_until__lt=today or timezone.localdate())


def _place():
    """The factory or product that holds an award; nothing for the enterprise itself."""
    return Coalesce("facility_id", "product_id", NOTHING, output_field=UUIDField())


def _renewals():
    """Awards of the same level to the same holder that last longer."""
    return (
        Award.objects.filter(
            Q(valid_until__isnull=True) | Q(valid_until__gt=OuterRef("valid_until")),
            enterprise=OuterRef("enterprise"),
            level=OuterRef("level"),
            status__in=HELD,
        )
        .alias(place=_place())
        .filter(place=OuterRef("place"))
    )
