"""What of the directory can be found by searching, and by which names."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from search_index.documents import names_in_both, searchable

from .models import Enterprise, Industry, Park, Scheme


def _of_enterprise(enterprise: Enterprise) -> Iterable[str | None]:
    yield from names_in_both(
        ([enterprise], "short_name"),
        ([enterprise], "legal_name"),
        (enterprise.names.all(), "name"),
    )
    yield enterprise.credit_code
    for listing in enterprise.listings.all():
        yield from (listing.code, str(listing))


searchable(
    Enterprise,
    key="enterprise",
    label=_("Enterprises"),
    title="short_name",
    rank=60,
    names=_of_enterprise,
    belongings=lambda enterprise: names_in_both(
        (enterprise.facilities.all(), "name"), (enterprise.products.all(), "name")
    ),
)
searchable(
    Park,
    key="park",
    label=_("Parks"),
    title="name",
    rank=50,
    names=lambda park: names_in_both(([park], "name"), (park.names.all(), "name")),
)
searchable(
    Industry,
    key="industry",
    label=_("Industries"),
    title="name",
    rank=45,
    names=lambda industry: names_in_both(([industry], "name"), (industry.codes.all(), "label")),
    belongings=lambda industry: names_in_both((industry.chain_links.all(), "name")),
)
searchable(
    Scheme,
    key="designation",
    label=_("Designations"),
    title="name",
    rank=45,
    names=lambda scheme: names_in_both(([scheme], "name")),
    belongings=lambda scheme: names_in_both((scheme.levels.all(), "name"), (scheme.batches.all(), "name")),
)
