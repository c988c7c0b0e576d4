"""From a few facts about an investment to the policies in force, why each fits and what is missing.

Nobody is asked for more than they want to say: a fact that was not given leaves a question open and excludes nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from urllib.parse import urlencode

from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from bilingual.money import Money
from spreadsheets.amounts import read_amount
from ui.faceted import Option
from ui.query_strings import printable, unknown_parameter

from .filters import designation_word
from .models import Benefit, Policy
from .models.policy import Origin, SizeBand

MET, OPEN, MISSING = "met", "open", "missing"
#: More than the world produces in a year: a slip of the hand.
MOST_YUAN = Decimal(10) ** 15


@dataclass
class Facts:
    """What somebody says of an investment. Empty means: not said. ``ignored`` is what could not be read."""

    industry: str = ""
    size: str = ""
    origin: str = ""
    designations: list[str] = field(default_factory=list)
    amount: Decimal | None = None
    amount_text: str = ""
    ignored: list[str] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        return not self.pairs

    @property
    def pairs(self) -> list[tuple[str, str]]:
        pairs = [("industry", self.industry), ("size", self.size), ("origin", self.origin)]
        pairs += [("designation", value) for value in self.designations]
        # Digits, so that an address means the same in both languages.
        pairs.append(("amount", f"{self.amount.normalize():f}" if self.amount is not None else ""))
        return [(name, value) for name, value in pairs if value]

    @property
    def address(self) -> str:
        return f"?{urlencode(self.pairs)}" if self.pairs else ""

    @property
    def money(self) -> Money | None:
        return Money(self.amount) if self.amount is not None else None


@dataclass(frozen=True)
class Reason:
    """One condition of a policy and whether it is met: ``met``, ``open`` (not said) or ``missing``."""

    state: str
    text: str


@dataclass
class Gain:
    """A benefit and what it may bring, where the facts allow to say so."""

    benefit: Benefit
    estimate: Money | None


@dataclass
class Match:
    policy: Policy
    reasons: list[Reason]
    gains: list[Gain]

    @property
    def state(self) -> str:
        states = {reason.state for reason in self.reasons}
        return MISSING if MISSING in states else OPEN if OPEN in states else MET


@dataclass
class Vocabulary:
    """What may be chosen: every live industry, every designation level that a policy in force names."""

    industries: list[Option]
    designations: list[Option]
    sizes: list[Option]
    origins: list[Option]

    @classmethod
    def of(cls, policies: list[Policy]) -> Vocabulary:
        """Of the policies in force, and of all live industries; one query."""
        industry: type[models.Model] = Policy._meta.get_field("industries").related_model
        named = industry._default_manager.live().order_by("position", "slug")
        levels = dict(designation_word(row.level) for policy in policies for row in policy.designations.all())
        return cls(
            [Option(record.slug, record.name) for record in named.only("slug", "name_en", "name_zh_hans")],
            [Option(value, label) for value, label in levels.items()],
            [Option(value, capfirst(label)) for value, label in SizeBand.choices],
            [Option(value, capfirst(label)) for value, label in Origin.choices],
        )


def read_facts(query, words: Vocabulary) -> Facts:
    """What an address says, and ticks what it chooses in the vocabulary. No address is an error."""
    facts = Facts()
    facts.industry = _one(facts, "industry", query.getlist("industry")[:1], words.industries)
    facts.size = _one(facts, "size", query.getlist("size")[:1], words.sizes)
    facts.origin = _one(facts, "origin", query.getlist("origin")[:1], words.origins)
    for value in query.getlist("designation")[:20]:
        if (
            found := _one(facts, "designation", [value], words.designations)
        ) and found not in facts.designations:
            facts.designations.append(found)
    facts.amount_text = printable(query.get("amount", ""))[:60]
    if facts.amount_text:
        facts.amount = _amount(facts)
    return facts


def _one(facts: Facts, name: str, values: list[str], options: list[Option]) -> str:
    for value in map(printable, values):
        for option in options:
            if option.value == value:
                option.is_chosen = True
                return value
        if value:
            facts.ignored.append(unknown_parameter(name, value))
    return ""


def _amount(facts: Facts) -> Decimal | None:
    try:
        read = read_amount(facts.amount_text)
    except ValueError as error:
        facts.ignored.append(str(error))
        return None
    if read.currency not in (None, "CNY") or read.is_share:
        facts.ignored.append(_("Enter the investment in yuan. The amount was ignored."))
    elif not 0 < read.number <= MOST_YUAN:
        facts.ignored.append(
            _("The investment must be between 1 yuan and 1,000 trillion yuan. The amount was ignored.")
        )
    else:
        return read.number
    return None


def matches_of(facts: Facts, policies: list[Policy]) -> list[Match]:
    """A match for each of these policies (in force, ``for_cards``), those that fit first.

    A policy for other industries, sizes or origins is left out: nothing can be added to make it fit.
    """
    found = []
    for policy in policies:
        if _is_for_others(facts, policy):
            continue
        gains = [Gain(benefit, benefit.estimate(facts.amount)) for benefit in policy.benefits.all()]
        found.append(Match(policy, _reasons(facts, policy), gains))
    return sorted(found, key=lambda match: [MET, OPEN, MISSING].index(match.state))


def _is_for_others(facts: Facts, policy: Policy) -> bool:
    industries = {industry.slug for industry in policy.industries.all()}
    return bool(
        (facts.industry and industries and facts.industry not in industries)
        or (facts.size and facts.size not in policy.sizes)
        or (facts.origin and policy.origin and facts.origin != policy.origin)
    )


def _reasons(facts: Facts, policy: Policy) -> list[Reason]:
    reasons = []
    if names := [industry.name for industry in policy.industries.all()]:
        text = _("For these industries: %(names)s") % {"names": _listed(names)}
        reasons.append(Reason(MET if facts.industry else OPEN, text))
    if len(policy.sizes) < len(SizeBand):
        names = [str(SizeBand(size).label) for size in policy.sizes]
        reasons.append(
            Reason(MET if facts.size else OPEN, _("For these sizes: %(names)s") % {"names": _listed(names)})
        )
    if policy.origin:
        text = _("For investment from: %(origin)s") % {"origin": policy.get_origin_display()}
        reasons.append(Reason(MET if facts.origin else OPEN, text))
    if rows := list(policy.designations.all()):
        words = dict(designation_word(row.level) for row in rows)
        has_one = any(value in facts.designations for value in words)
        text = _("Needs one of these designations: %(names)s") % {"names": _listed(list(words.values()))}
        # What somebody does not hold is not ticked: as soon as other facts are given, an empty list is an answer.
        reasons.append(Reason(MET if has_one else OPEN if facts.is_empty else MISSING, text))
    if policy.needed_investment:
        text = _("Needs an investment of at least %(amount)s") % {"amount": policy.needed_investment}
        state = OPEN if facts.amount is None else MET if facts.amount >= policy.least_investment else MISSING
        reasons.append(Reason(state, text))
    return reasons or [Reason(MET, _("For every enterprise that meets the conditions of the benefits"))]


def _listed(names: list[str]) -> str:
    return _(", ").join(names)
