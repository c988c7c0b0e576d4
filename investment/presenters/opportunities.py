"""What the pages of opportunities show."""

from __future__ import annotations

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from bilingual.moments import day, deadline
from bilingual.quantities import Quantity
from evidence.lines import Line

from ..models import Opportunity
from .facts import said


def scale_said(opportunity: Opportunity) -> str:
    """Says "100 million yuan to 1 billion yuan", "100 million yuan or more"; "" when nothing is known."""
    least, most = opportunity.scale
    if least and most and least != most:
        return _("%(least)s to %(most)s") % {"least": least, "most": most}
    if least and not most:
        return _("%(amount)s or more") % {"amount": least}
    if most and not least:
        return _("up to %(amount)s") % {"amount": most}
    return said(least)


def opportunity_lines(opportunity: Opportunity) -> list[Line]:
    """The fact sheet: scale, land, place and time, the same lines for every opportunity."""
    land = opportunity.land_mu and Quantity(opportunity.land_mu, "mu")
    floor = opportunity.floor_m2 and Quantity(opportunity.floor_m2, "sq_m")
    days = opportunity.decision_days and Quantity(opportunity.decision_days, "working_days")
    lines = [
        Line(_("Kind"), capfirst(opportunity.get_kind_display())),
        Line(pgettext("amount", "Investment"), scale_said(opportunity), source=opportunity.source),
        Line(pgettext("opportunity", "Land"), str(land or ""), source=opportunity.source),
        Line(_("Floor area"), str(floor or ""), source=opportunity.source),
        Line(_("Planning status"), opportunity.planning_status),
        Line(_("Time to a decision"), str(days or "")),
        Line(_("Promoter"), opportunity.promoter),
        Line(_("Contact desk"), opportunity.desk),
        Line(_("Valid until"), deadline(opportunity.valid_until)),
    ]
    return [line for line in lines if line.value]


def row_of(opportunity: Opportunity) -> tuple[Opportunity, str, str, str]:
    """An opportunity for a list: itself, its scale, its last day and its parks, said."""
    parks = _(", ").join(park.name for park in opportunity.parks.all())
    return opportunity, scale_said(opportunity), day(opportunity.valid_until), parks


def result_count(number: int) -> str:
    return ngettext("%(number)s opportunity", "%(number)s opportunities", number) % {"number": number}
