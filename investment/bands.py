"""Sizes of investments in yuan, as lists and open data sort them. Other currencies are not converted to sort them."""

from __future__ import annotations

from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from .models.project import YUAN

UNKNOWN = "unknown"
#: Amounts in yuan from which a band begins, largest first.
BANDS = [("1bn", Decimal(10**9)), ("100m", Decimal(10**8)), ("10m", Decimal(10**7)), ("less", Decimal(0))]
#: (band, label) pairs, largest first.
BAND_CHOICES = [
    ("1bn", _("1 billion yuan or more")),
    ("100m", _("100 million to 1 billion yuan")),
    ("10m", _("10 to 100 million yuan")),
    ("less", _("Under 10 million yuan")),
]
#: The same for what need not have an amount in yuan.
BAND_OR_UNKNOWN_CHOICES = [*BAND_CHOICES, (UNKNOWN, _("Not published in yuan"))]


def band_of(amount: Decimal | None, currency: str = YUAN) -> str:
    """The band of an amount; UNKNOWN without one, and for another currency."""
    if amount is None or currency != YUAN:
        return UNKNOWN
    return next(name for name, least in BANDS if amount >= least)


def bands_between(least: Decimal | None, most: Decimal | None) -> tuple[str, ...]:
    """Every band that a range in yuan touches, largest first; none when neither end is known."""
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
