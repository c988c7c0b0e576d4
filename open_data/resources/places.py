"""Parks and industries."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from enterprises.models import (
    ChainLink,
    Industry,
    IndustryCode,
    Park,
    ParkFact,
    ParkName,
    ParkTerm,
    TransportLink,
)

from ..fields import FieldsOf, if_public
from ..filters import choice, related
from ..resource import Resource

park, name, fact, term, way = map(FieldsOf, (Park, ParkName, ParkFact, ParkTerm, TransportLink))
industry, code, link = map(FieldsOf, (Industry, IndustryCode, ChainLink))

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
        park.rows(
            "terms",
            term.value("topic"),
            term.words("label"),
            *term.fact(),
            term.value("rate"),
            term.words("note"),
            term.value("is_sample"),
        ),
        park.rows(
            "transport",
            way.reference("node"),
            way.value("mode"),
            way.value("comparator"),
            way.value("minutes"),
            way.value("km"),
            way.words("measured_from"),
            way.value("as_of"),
            way.source(),
            way.value("is_sample"),
            name="distances",
            public_in=if_public("node"),
        ),
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
        industry.rows(
            "chain_links",
            link.value("key", "id"),
            link.words("name"),
            link.words("description"),
            link.value("step"),
            link.value("standing"),
            link.source(),
            link.value("is_sample"),
        ),
        industry.source(),
        industry.value("verified_on"),
    ),
    own_filters=(related("parent", _("parent industry"), "parent", Industry),),
    page="enterprises:industries",
)
