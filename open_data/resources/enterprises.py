"""Enterprises, with names, factories, products, figures and designations. No contact data of any kind."""

from __future__ import annotations

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from enterprises.models import (
    Enterprise,
    EnterpriseName,
    Facility,
    Industry,
    Listing,
    Metric,
    Park,
    Product,
)

from .. import schemas
from ..fields import Field, FieldsOf
from ..filters import Asked, Filter, choice, flag, is_linked, named, related
from ..public import plain
from ..resource import Resource
from .designations import AWARD_FIELDS, AWARD_FILTERS, awards_asked, public_awards, with_words_of_its_scheme

of, name, facility, product, metric, listing = map(
    FieldsOf, (Enterprise, EnterpriseName, Facility, Product, Metric, Listing)
)


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
        "Enterprises of the area with names, industries, factories, products, dated figures and designations."
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
            facility.value("id", meaning=_("Its key")),
            facility.words("name"),
            facility.words("address"),
            facility.reference("park"),
            facility.value("opened"),
            facility.words("description"),
            facility.source(),
        ),
        of.rows(
            "products",
            product.value("id", meaning=_("Its key")),
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
        of.sources(),
        of.value("verified_on"),
    ),
    own_filters=(
        named("short_name", "legal_name", parts=("names.name",)),
        Filter("industry", _("industries"), schemas.SLUG_SCHEMA, _in_industries),
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
