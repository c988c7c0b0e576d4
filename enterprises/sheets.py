"""What of enterprises stands in spreadsheets."""

from __future__ import annotations

from spreadsheets.references import ALSO, KEYS
from spreadsheets.sheets import Sheet, Table, register

from .models import (
    Award,
    Batch,
    ChainLink,
    ChainPlace,
    Enterprise,
    EnterpriseName,
    Facility,
    Level,
    Listing,
    Metric,
    Product,
    Tie,
)

KEYS[Level] = KEYS[Batch] = ("scheme__slug", "key")
KEYS[ChainLink] = ("industry__slug", "key")
ALSO[Enterprise] = ("credit_code",)


def _part(name: str, model, fields: tuple[str, ...], natural: tuple[str, ...]) -> Table:
    return Table(name, model, (*fields, "position"), natural, parent="enterprise")


ENTERPRISES = register(
    Sheet(
        model=Enterprise,
        name_field="short_name",
        keys=("slug", "credit_code"),
        record=Table(
            "enterprises",
            Enterprise,
            (
                "short_name",
                "legal_name",
                "activity",
                "description",
                "credit_code",
                "founded",
                "ownership",
                "origin",
                "size_band",
                "is_exporter",
                "markets",
                "certifications",
                "website",
                "public_contact",
                "location",
                "has_consented",
                "gbt4754_code",
                "parent",
                "industries",
                "sources",
                "is_featured",
                "owner",
                "review_by",
                "verified_on",
                "to_confirm",
            ),
        ),
        parts=(
            _part(
                "names",
                EnterpriseName,
                ("kind", "name", "used_from", "used_until", "source"),
                ("kind", "name"),
            ),
            _part("listings", Listing, ("exchange", "code"), ("exchange", "code")),
            _part(
                "facilities",
                Facility,
                ("name", "address", "park", "opened", "description", "source"),
                ("name",),
            ),
            _part("products", Product, ("name", "category", "claim", "source"), ("name",)),
            _part(
                "metrics",
                Metric,
                (
                    "measure",
                    "label",
                    "comparator",
                    "value",
                    "unit",
                    "per",
                    "usd_as_printed",
                    "as_of",
                    "facility",
                    "source",
                ),
                ("measure", "facility", "as_of", "unit", "label"),
            ),
            _part(
                "awards",
                Award,
                (
                    "level",
                    "batch",
                    "status",
                    "awarded",
                    "valid_until",
                    "facility",
                    "product",
                    "note",
                    "source",
                ),
                ("level", "batch", "facility", "product"),
            ),
            _part("chain_places", ChainPlace, ("link", "as_of", "source"), ("link",)),
            _part("ties", Tie, ("other", "kind", "note", "as_of", "source"), ("other", "kind")),
        ),
        # A picture is chosen where it can be seen.
        left_out=("image",),
    )
)
