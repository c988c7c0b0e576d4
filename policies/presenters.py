"""Policies and benefits as pages show them: rates, amounts, terms, and the banner at the top."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from bilingual import moments

from .models import Benefit, Policy
from .models.policy import SizeBand
from .standing import Standing


def percent(rate: Decimal) -> str:
    return f"{rate.normalize():f}%"


def measure(benefit: Benefit) -> str:
    """Says how much: "15% of taxable income, instead of 25%", "300 million yuan"; "" where nothing is written."""
    if benefit.fixed_amount is not None:
        return str(benefit.fixed_amount)
    if benefit.rate is None:
        return ""
    values = {"rate": percent(benefit.rate), "basis": benefit.get_basis_display()}
    if benefit.usual_rate is not None:
        values["usual"] = percent(benefit.usual_rate)
        return _("%(rate)s %(basis)s, instead of %(usual)s") % values
    return _("%(rate)s %(basis)s") % values


def term(policy: Policy) -> str:
    """Says from when until when a policy is in force, as much as is known."""
    if policy.effective_on and policy.expires_on:
        return moments.day_range(policy.effective_on, policy.expires_on)
    if policy.effective_on:
        return _("from %(day)s, no end date given") % {"day": moments.day(policy.effective_on)}
    if policy.expires_on:
        return _("until %(day)s") % {"day": moments.day(policy.expires_on)}
    return _("no dates on record")


@dataclass
class Banner:
    """What stands at the top of a page: how the policy stands, in a sentence; kind as in the notice component."""

    kind: str
    title: str
    text: str


def banner(policy: Policy) -> Banner:
    standing = policy.standing()
    days = {
        "from": moments.day(policy.effective_on),
        "until": moments.day(policy.expires_on),
        "repealed": moments.day(policy.repealed_on),
        "amended": moments.day(policy.amended_on),
    }
    title = capfirst(standing.label)
    match standing:
        case Standing.REPEALED:
            return Banner(
                "bad",
                title,
                _("Repealed on %(repealed)s. It is kept here because contracts refer to it.") % days,
            )
        case Standing.REPLACED:
            return Banner(
                "bad",
                title,
                _("This policy has been replaced by another. It is kept here because contracts refer to it."),
            )
        case Standing.EXPIRED:
            return Banner(
                "bad",
                title,
                _("Its last day was %(until)s. It is kept here because contracts refer to it.") % days,
            )
        case Standing.COMING:
            return Banner("warn", title, _("It takes effect on %(from)s.") % days)
        case Standing.AMENDED:
            return Banner("good", title, _("Amended on %(amended)s; this is the amended text.") % days)
    if policy.expires_on:
        return Banner("good", title, _("Its last day is %(until)s.") % days)
    return Banner(
        "good", title, _("No last day is on record. Ask for the current text before you rely on it.")
    )


def targets(policy: Policy) -> list[tuple[str, str]]:
    """(label, words) pairs of whom it is for; industries and designations stand beside as links."""
    lines = []
    if len(policy.sizes) < len(SizeBand):
        names = [str(SizeBand(size).label) for size in policy.sizes]
        lines.append((_("Size"), capfirst(_(", ").join(names))))
    if policy.origin:
        lines.append((_("Origin of the investment"), capfirst(policy.get_origin_display())))
    if policy.needed_investment:
        lines.append((_("Minimum investment"), str(policy.needed_investment)))
    return lines
