"""Parks and industries."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from enterprises.models import Industry, IndustryCode, Park, ParkFact, ParkName

from ..fields import FieldsOf
from ..filters import choice, related
from ..resource import Resource

park, name, fact = map(FieldsOf, (Park, ParkName, ParkFact))
industry, code = map(FieldsOf, (Industry, IndustryCode))

PARKS = Resource(
    key="parks",
    schema_name="Park",
    model=Park,
    title=_("Parks"),
    summary=_("Zones, industrial parks, ports and districts, with former names and dated figures."),
    own_fields=(
        park.words("name"),
        park.value("kind"),
        park.words("summary"),
        park.words("operator"),
        park.words("address"),
        park.value("website"),
        park.reference("parent"),
        park.references("industries"),
        park.rows("names", name.words("name"), name.value("used_in"), name.source()),
        park.rows("facts", fact.words("label"), *fact.fact(), name="figures"),
        park.source(),
        park.value("verified_on"),
    ),
    own_filters=(
        choice("kind", _("kind"), Park.Kind.choices),
        related("parent", _("part of"), "parent", Park),
        related("industry", _("industries"), "industries", Industry),
    ),
    page="enterprises:parks",
)

INDUSTRIES = Resource(
    key="industries",
    schema_name="Industry",
    model=Industry,
    title=_("Industries"),
    summary=_("The industries of the area, and their places in other classifications."),
    own_fields=(
        industry.words("name"),
        industry.words("summary"),
        industry.words("policy_focus"),
        industry.reference("parent"),
        industry.rows("codes", code.value("taxonomy"), code.value("code"), code.words("label")),
        industry.source(),
        industry.value("verified_on"),
    ),
    own_filters=(related("parent", _("parent industry"), "parent", Industry),),
    page="enterprises:industries",
)
