"""Money in fact sheets."""

from __future__ import annotations

from decimal import Decimal

from django.utils.translation import gettext as _

from bilingual.money import Money


def implied_rate(money: Money | None) -> str:
    """Says which rate printed dollars imply; they are never recalculated."""
    if money is None or not money.implied_rate:
        return ""
    return _("Dollar amount as printed; this implies %(rate)s yuan to the dollar.") % {
        "rate": money.implied_rate.quantize(Decimal("0.01"))
    }


def said(value) -> str:
    """Money or a quantity in the active language; "" for None."""
    return "" if value is None else str(value)
