"""Enterprises and parks as data of schema.org."""

from __future__ import annotations

from bilingual.addresses import absolute
from bilingual.languages import LANGUAGES
from bilingual.moments import iso_day
from bilingual.names import in_language
from bilingual.periods import Precision
from media_library.sharing import share_address
from ui.head import schema

from ..models import Enterprise, Park
from .designations import HELD, award_name


def organization(enterprise: Enterprise) -> dict:
    """schema.org Organization, with every name under which the enterprise is looked for."""
    names = {enterprise.short_name}
    for language in LANGUAGES:
        names |= {
            in_language(enterprise, "legal_name", language),
            in_language(enterprise, "short_name", language),
        }
        names |= {in_language(name, "name", language) for name in enterprise.names.all()}
    return schema(
        "Organization",
        name=enterprise.short_name,
        legalName=enterprise.legal_name,
        alternateName=sorted(names - {enterprise.short_name, ""}),
        description=enterprise.activity,
        url=absolute(enterprise.get_absolute_url()),
        sameAs=enterprise.website,
        image=share_address(enterprise.image),
        foundingDate=_founded(enterprise),
        identifier=enterprise.credit_code,
        award=[award_name(award) for award in enterprise.awards.all() if award.standing() in HELD],
    )


def _founded(enterprise: Enterprise) -> str:
    """The day, or the year alone where no more is known; "" where nothing is."""
    founded = enterprise.founded
    if not founded:
        return ""
    return iso_day(founded.start) if founded.precision == Precision.DAY else str(founded.start.year)


def place(park: Park) -> dict:
    """schema.org Place."""
    return schema(
        "Place",
        name=park.name,
        description=park.summary,
        address=park.address,
        url=absolute(park.get_absolute_url()),
        image=share_address(park.image),
    )
