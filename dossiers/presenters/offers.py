"""What a dossier says of opportunities, policies and figures."""

from __future__ import annotations

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from bilingual import moments, quantities
from bilingual.quantities import Quantity
from figures.models import Figure
from investment.models import Opportunity
from investment.presenters.opportunities import scale_said
from policies import presenters as policies
from policies.models import Benefit, Policy

from .lines import Line, Value, known, line, naming


def opportunity_lines(opportunity: Opportunity) -> list[Line]:
    """Of an opportunity with ``for_page``."""
    land = opportunity.land_mu and Quantity(opportunity.land_mu, "mu")
    floor = opportunity.floor_m2 and Quantity(opportunity.floor_m2, "sq_m")
    days = opportunity.decision_days and Quantity(opportunity.decision_days, "working_days")
    source = opportunity.source
    lines = [
        line("state", _("State"), capfirst(opportunity.standing_label), source=source),
        line("kind", _("Kind"), capfirst(opportunity.get_kind_display())),
        line("scale", pgettext("amount", "Investment"), scale_said(opportunity), source=source),
        line("land", pgettext("opportunity", "Land"), land, source=source),
        line("floor", _("Floor area"), floor, source=source),
        naming("parks", _("Parks"), opportunity.parks.all()),
        naming("industries", _("Industries"), opportunity.industries.all()),
        line("planning", _("Planning status"), opportunity.planning_status),
        line("decision", _("Time to a decision"), days),
        line("promoter", _("Promoter"), opportunity.promoter),
        line("until", _("Valid until"), moments.deadline(opportunity.valid_until)),
    ]
    return known(lines)


def policy_lines(policy: Policy) -> list[Line]:
    """Of a policy with ``for_page``."""
    schemes = [Value(row.level.name, row.level.scheme) for row in policy.designations.all() if row.level.name]
    lines = [
        line(
            "standing",
            pgettext("of a policy", "Standing"),
            capfirst(policy.standing().label),
            source=policy.source,
        ),
        line("term", pgettext("term", "In force"), policies.term(policy)),
        line("level", _("Level"), capfirst(policy.get_level_display())),
        line("issuers", _("Issued by"), policy.issuers),
        line("number", _("Document number"), policy.document_number),
        *(_benefit(benefit) for benefit in policy.benefits.all()),
        *(line(f"target:{place}", *target) for place, target in enumerate(policies.targets(policy))),
        naming("industries", _("Industries"), policy.industries.all()),
        Line("designations", _("Qualifying designations"), schemes),
        line("official", _("Official text"), policy.official_url),
        line("verified", _("Last verified"), moments.iso_day(policy.verified_on)),
    ]
    return known(lines)


def _benefit(benefit: Benefit) -> Line:
    label, measure = benefit.name or benefit.get_kind_display(), policies.measure(benefit)
    said, cap = measure, benefit.upper_limit
    if cap:
        words = _("%(measure)s, at most %(amount)s") if measure else _("at most %(amount)s")
        said = words % {"measure": measure, "amount": cap}
    if not said:
        return line(f"benefit:{benefit.pk}", capfirst(label), benefit.condition)
    return line(f"benefit:{benefit.pk}", capfirst(label), said, note=benefit.condition)


def figure_lines(figure: Figure) -> list[Line]:
    """Of a figure with ``for_register``."""
    later = figure.superseded_by if figure.superseded_by and figure.superseded_by.is_live() else None
    lines = [
        line("value", _("Value"), figure.amount, as_of=figure.as_of, source=figure.source),
        line("growth", _("Year on year"), figure.growth is not None and quantities.growth(figure.growth)),
        line("territory", _("Territory"), capfirst(figure.get_territory_display())),
    ]
    if later:
        when = later.as_of.say() if later.as_of else ""
        lines.append(Line("later", _("Superseded by"), [Value(str(later.amount), later)], when))
    return known(lines)
