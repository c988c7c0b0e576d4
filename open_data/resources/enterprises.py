"""Enterprises, with names, factories, products, figures and designations. No contact data of any kind."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from enterprises.models import (
    ChainLink,
    ChainPlace,
    Enterprise,
    EnterpriseName,
    Facility,
    Industry,
    Listing,
    Metric,
    Park,
    Product,
    Tie,
)

from .. import schemas
from ..fields import Field, FieldsOf, Kind, if_public
from ..filters import Asked, Filter, choice, flag, is_linked, named, related
from ..public import Public, live, plain
from ..resource import Resource
from .designations import AWARD_FIELDS, AWARD_FILTERS, awards_asked, public_awards, with_words_of_its_scheme

of, name, facility, product, metric, listing, tie, place = map(
    FieldsOf, (Enterprise, EnterpriseName, Facility, Product, Metric, Listing, Tie, ChainPlace)
)


def _link(row: ChainPlace, public: Public) -> dict:
    """A link of a chain, by the name that the directory gives it in addresses."""
    words = Public.of(row.link.industry, public.at).words(row.link, "name")
    return {"id": row.link.facet_value, "name": words}


LINK = Field(
    "link",
    ChainLink._meta.verbose_name,
    schemas.obj({"id": schemas.STRING, "name": schemas.ref("Words")}),
    _link,
    Kind.OBJECT,
    (FieldsOf(ChainLink).value("key", "id"), FieldsOf(ChainLink).words("name")),
    joins=("link__industry",),
)


def _in_chains(rows, values: list, asked: Asked):
    """A whole chain, named by its industry, or one link of it, as ``industry.link``."""
    wanted = Q(pk__in=())
    for value in values:
        chain, _dot, key = value.partition(".")
        wanted |= Q(link__industry__slug=chain, link__key=key) if key else Q(link__industry__slug=chain)
    places = ChainPlace.objects.filter(wanted, link__industry__in=live(Industry, asked.at).values("pk"))
    return rows.filter(Exists(places.filter(enterprise=OuterRef("pk"))))


def _awarded(rows, asked: Asked):
    if not any(asked.all(each.name) for each in AWARD_FILTERS):
        return rows
    awards = public_awards(asked.at).filter(enterprise=OuterRef("pk"))
    if not (asked.all("standing") or asked.first("on")):
        # A lapsed designation is found only by who asks for lapsed ones.
        asked = Asked({**asked.values, "on": [asked.today]}, asked.at, asked.today, asked.languages)
    return rows.filter(Exists(awards_asked(awards, asked)))


def _in_industries(rows, slugs: list, asked: Asked):
    """Industries, and industries inside them."""
    return rows.filter(
        is_linked(Enterprise, "industries", Industry, slugs, asked)
        | is_linked(Enterprise, "industries__parent", Industry, slugs, asked)
    )


def _listed(rows, values: list, asked: Asked):
    has = Exists(Listing.objects.filter(enterprise=OuterRef("pk")))
    return rows.filter(has) if values[0] else rows.filter(~has)


ENTERPRISES = Resource(
    key="enterprises",
    schema_name="Enterprise",
    model=Enterprise,
    title=_("Enterprises"),
    summary=_(
        "Enterprises in the area, with names, industries, factories, products, dated figures and "
        "designations."
    ),
    own_fields=(
        of.words("short_name", "name"),
        of.words("legal_name"),
        of.words("activity"),
        of.value("credit_code"),
        of.value("founded"),
        of.value("ownership"),
        of.value("origin"),
        of.value("size_band"),
        of.value("is_exporter"),
        of.words("markets"),
        of.words("certifications"),
        of.words("location"),
        of.value("website"),
        of.value("gbt4754_code"),
        of.reference("parent"),
        of.references("industries"),
        of.rows(
            "names",
            name.value("kind"),
            name.words("name"),
            name.value("used_from"),
            name.value("used_until"),
            name.source(),
        ),
        of.rows("listings", listing.value("exchange"), listing.value("code")),
        of.rows(
            "facilities",
            facility.value("id", meaning=_("Identifier")),
            facility.words("name"),
            facility.words("address"),
            facility.reference("park"),
            facility.value("opened"),
            facility.words("description"),
            facility.source(),
        ),
        of.rows(
            "products",
            product.value("id", meaning=_("Identifier")),
            product.words("name"),
            product.words("category"),
            product.words("claim"),
            product.source(),
        ),
        of.rows(
            "metrics",
            metric.value("measure"),
            metric.words("label"),
            Field(
                "facility",
                _("The key of the factory that the figure belongs to"),
                schemas.or_null(schemas.UUID),
                lambda row, public: plain(row.facility_id),
            ),
            *metric.fact(),
            name="figures",
        ),
        of.rows("awards", *AWARD_FIELDS, name="designations", public_in=with_words_of_its_scheme),
        of.rows(
            "chain_places",
            LINK,
            place.value("as_of"),
            place.source(),
            public_in=lambda row, public: public.within(row.link.industry),
        ),
        of.rows(
            "ties",
            tie.reference("other"),
            tie.value("kind"),
            tie.words("note"),
            tie.value("as_of"),
            tie.source(),
            public_in=if_public("other"),
        ),
        of.sources(),
        of.value("verified_on"),
    ),
    own_filters=(
        named("short_name", "legal_name", parts=("names.name",), sound="sort_key"),
        Filter("industry", _("industries"), schemas.SLUG_SCHEMA, _in_industries),
        Filter(
            "chain",
            _("Chains or their links, written as chain.link"),
            {"type": "string", "pattern": "^[-a-zA-Z0-9_]+(\\.[-a-zA-Z0-9_]+)?$", "maxLength": 200},
            _in_chains,
        ),
        *AWARD_FILTERS,
        related("park", Park._meta.verbose_name, "facilities__park", Park),
        choice("ownership", _("ownership"), Enterprise.Ownership.choices),
        Filter(
            "origin",
            _("Two-letter country code, such as CN or DE."),
            {"type": "string", "pattern": "^[A-Z]{2}$", "maxLength": 2},
            lambda rows, values, asked: rows.filter(origin__in=values),
        ),
        choice("size", _("size band"), Enterprise.SizeBand.choices, "size_band"),
        flag("listed", _("Listed"), _listed),
        flag("exporter", _("Exporter"), "is_exporter"),
    ),
    page="enterprises:list",
    joint=_awarded,
)
