"""What investors can take up, each until a day."""

from __future__ import annotations

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from enterprises.models import Industry, Park
from investment.bands import BAND_CHOICES, BANDS
from investment.models import Opportunity

from .. import schemas
from ..fields import Field, FieldsOf
from ..filters import Asked, choice, related
from ..resource import Resource

of = FieldsOf(Opportunity)


def _standing(one: Opportunity, public) -> str:
    """As the site says it: what is past its day is closed, whatever nobody has changed."""
    today = timezone.localdate(public.at)
    is_over = one.valid_until is not None and one.valid_until < today
    return str(Opportunity.Status.CLOSED if is_over else one.status)


def _in_standings(rows, values: list, asked: Asked):
    over = Q(valid_until__lt=asked.today)
    found = Q(pk__in=())
    for value in values:
        said = Q(status=value)
        found |= (said | over) if value == Opportunity.Status.CLOSED else (said & ~over)
    return rows.filter(found)


def _of_sizes(rows, values: list, asked: Asked):
    """Every size of investment that lies between the least and the most that is said."""
    rows = rows.exclude(scale_min=None, scale_max=None)
    found, ends_at, bands = Q(pk__in=()), None, {}
    for name, begins_at in BANDS:
        reaches_up = Q(scale_max__isnull=True) | Q(scale_max__gte=begins_at)
        begins_below = Q(scale_min__isnull=True) | Q(scale_min__lt=ends_at) if ends_at is not None else Q()
        bands[name] = reaches_up & begins_below
        ends_at = begins_at
    for value in values:
        found |= bands[value]
    return rows.filter(found)


OPPORTUNITIES = Resource(
    key="opportunities",
    schema_name="Opportunity",
    model=Opportunity,
    title=_("Opportunities"),
    summary=_("Land, space, ventures and technology on offer to investors, with scale, place and last day."),
    own_fields=(
        of.words("name"),
        of.words("summary"),
        of.value("kind"),
        Field(
            "status",
            _("Status today: closed once its last day has passed"),
            schemas.one_of(Opportunity.Status.choices),
            _standing,
            choices=tuple(Opportunity.Status.choices),
        ),
        of.value("scale_min"),
        of.value("scale_max"),
        of.value("land_mu"),
        of.value("floor_m2"),
        of.words("planning_status"),
        of.value("decision_days"),
        of.words("promoter"),
        of.words("desk"),
        of.value("valid_until"),
        of.references("industries"),
        of.references("parks"),
        of.source(),
        of.value("is_sample"),
    ),
    own_filters=(
        choice("kind", _("kind"), Opportunity.Kind.choices),
        choice("status", _("status"), Opportunity.Status.choices, _in_standings),
        related("industry", _("industries"), "industries", Industry),
        related("park", _("parks"), "parks", Park),
        choice("scale", _("investment"), BAND_CHOICES, _of_sizes),
    ),
    page="investment:opportunities",
)
