"""What an event promised in total, what of it is itemised, and the honest remainder.

The total of an event need not be the sum of its projects: often a few are named, and fewer have an amount.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bilingual.money import Money


@dataclass(frozen=True)
class Remainder:
    """Projects and money of an event, reported and itemised. None where nothing was reported."""

    projects_reported: int | None
    projects_named: int
    projects_with_amount: int
    reported: Money | None
    itemised: Money | None

    @property
    def projects_unnamed(self) -> int | None:
        """Projects that were counted and not named; None when no number was reported or more were named."""
        if self.projects_reported is None or self.projects_named > self.projects_reported:
            return None
        return self.projects_reported - self.projects_named

    @property
    def named_without_amount(self) -> int:
        return self.projects_named - self.projects_with_amount

    @property
    def is_contradicted(self) -> bool:
        """Whether the items add up to more than the total that was reported."""
        return bool(self.reported and self.itemised and self.itemised.amount > self.reported.amount)

    @property
    def not_itemised(self) -> Money | None:
        """What is left of the reported total, compared as the total was ("over 30 billion yuan")."""
        if self.reported is None or self.is_contradicted:
            return None
        left = self.reported.amount - (self.itemised.amount if self.itemised else Decimal(0))
        return Money(left, comparator=self.reported.comparator) if left else None

    @property
    def share_itemised(self) -> Decimal | None:
        """Per cent of the reported total that is itemised, to one decimal."""
        if not self.reported or not self.reported.amount or self.is_contradicted:
            return None
        share = 100 * (self.itemised.amount if self.itemised else Decimal(0)) / self.reported.amount
        return share.quantize(Decimal("0.1"))


def remainder_of(event, projects: list) -> Remainder:
    """Compare an event with the projects that are named here in the language of the page."""
    amounts = [project.investment for project in projects if project.investment]
    return Remainder(
        projects_reported=event.projects_total,
        projects_named=len(projects),
        projects_with_amount=len(amounts),
        reported=event.total_investment,
        itemised=Money(sum(amount.amount for amount in amounts)) if amounts else None,
    )


def counted(remainder: Remainder) -> str:
    """Says "25 projects reported, 5 of them named here."; empty when there is nothing to count."""
    if remainder.projects_reported is None:
        number = remainder.projects_named
        if not number:
            return ""
        return ngettext(
            "%(number)s project is named here.", "%(number)s projects are named here.", number
        ) % {"number": number}
    return ngettext(
        "%(reported)s project reported, %(named)s named here.",
        "%(reported)s projects reported, %(named)s of them named here.",
        remainder.projects_reported,
    ) % {"reported": remainder.projects_reported, "named": remainder.projects_named}


def itemised(remainder: Remainder) -> str:
    """Says "1.5 billion yuan of 46.3 billion yuan is itemised."; empty without a reported total."""
    if remainder.reported is None:
        return ""
    total = say(remainder.reported)
    if remainder.is_contradicted:
        return _("The projects named here add up to %(sum)s, more than the %(total)s that was reported.") % {
            "sum": say(remainder.itemised),
            "total": total,
        }
    if remainder.itemised is None:
        return _("None of the reported %(total)s is itemised.") % {"total": total}
    return _("%(part)s of %(total)s is itemised.") % {"part": say(remainder.itemised), "total": total}


def not_itemised(remainder: Remainder) -> str:
    """Says what the part of the total stands for that no named project accounts for; empty without such a part."""
    left, unnamed, silent = remainder.not_itemised, remainder.projects_unnamed, remainder.named_without_amount
    if not left:
        return ""
    words = {"left": say(left), "unnamed": unnamed, "silent": silent}
    if unnamed and silent:
        return (
            _(
                "The remaining %(left)s covers %(unnamed)s projects that were not named and %(silent)s "
                "that were named without an amount."
            )
            % words
        )
    if unnamed:
        return _("The remaining %(left)s covers %(unnamed)s projects that were not named.") % words
    if silent:
        return (
            _("The remaining %(left)s covers %(silent)s projects that were named without an amount.") % words
        )
    return _("The remaining %(left)s is not broken down in the source.") % words


def say(money: Money) -> str:
    """Without dollars: the sentence around it has enough figures."""
    return str(Money(money.amount, comparator=money.comparator))
