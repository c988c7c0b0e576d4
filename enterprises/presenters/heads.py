"""What the pages of the directory say of themselves to search engines and other sites."""

from __future__ import annotations

from bilingual.addresses import absolute
from bilingual.languages import LANGUAGES
from bilingual.moments import iso_day
from bilingual.names import in_language
from bilingual.periods import Precision
from media_library.sharing import share_address
from ui.head import Head, breadcrumb_list

from ..models import Enterprise, Park
from .designations import HELD, award_name

SCHEMA = "https://schema.org"


def record_head(record, title: str, description: str, breadcrumbs, *structured: dict) -> Head:
    """The head of the page of one record, which may have a picture."""
    image = getattr(record, "image", None)
    return Head(
        path=record.get_absolute_url(),
        title=title,
        description=description or "",
        languages=record.live_languages(),
        image=share_address(image),
        image_alt=(image.alt or "") if image else "",
        structured=[*structured, breadcrumb_list(breadcrumbs)],
    )


def list_head(path: str, title: str, description: str, breadcrumbs) -> Head:
    return Head(path=path, title=title, description=description, structured=[breadcrumb_list(breadcrumbs)])


def organization(enterprise: Enterprise) -> dict:
    """schema.org Organization, with every name under which the enterprise is looked for."""
    names = {enterprise.short_name}
    for language in LANGUAGES:
        names |= {
            in_language(enterprise, "legal_name", language),
            in_language(enterprise, "short_name", language),
        }
        names |= {in_language(name, "name", language) for name in enterprise.names.all()}
    data = {
        "@context": SCHEMA,
        "@type": "Organization",
        "name": enterprise.short_name,
        "legalName": enterprise.legal_name,
        "alternateName": sorted(names - {enterprise.short_name, ""}),
        "description": enterprise.activity,
        "url": absolute(enterprise.get_absolute_url()),
        "sameAs": enterprise.website,
        "image": share_address(enterprise.image),
        "foundingDate": iso_day(enterprise.founded.start) if enterprise.founded else "",
        "identifier": enterprise.credit_code,
        "award": [award_name(award) for award in enterprise.awards.all() if award.standing() in HELD],
    }
    if enterprise.founded and enterprise.founded.precision != Precision.DAY:
        data["foundingDate"] = str(enterprise.founded.start.year)
    return {key: value for key, value in data.items() if value}


def place(park: Park) -> dict:
    """schema.org Place."""
    data = {
        "@context": SCHEMA,
        "@type": "Place",
        "name": park.name,
        "description": park.summary,
        "address": park.address,
        "url": absolute(park.get_absolute_url()),
        "image": share_address(park.image),
    }
    return {key: value for key, value in data.items() if value}
