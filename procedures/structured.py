"""What the page of a procedure says of itself to machines."""

from __future__ import annotations

from bilingual.addresses import absolute
from bilingual.languages import HTML_LANG, active_language
from ui.head import schema

from .models import Procedure


def government_service(procedure: Procedure) -> dict:
    """schema.org GovernmentService; of a sample none, for a machine does not read its label."""
    if procedure.is_sample:
        return {}
    place = {"@type": "Place", "name": procedure.place} if procedure.place else ""
    channel = {
        "@type": "ServiceChannel",
        "serviceUrl": procedure.online_url,
        "servicePhone": {"@type": "ContactPoint", "telephone": procedure.phone} if procedure.phone else "",
        "serviceLocation": place,
    }
    return schema(
        "GovernmentService",
        name=procedure.name,
        description=procedure.summary,
        identifier=procedure.item_code,
        serviceOperator=_body(procedure.authority),
        availableChannel={key: value for key, value in channel.items() if value},
        serviceOutput={"@type": "Thing", "name": procedure.result} if procedure.result else "",
        termsOfService=procedure.conditions,
        inLanguage=HTML_LANG[active_language()],
        url=absolute(procedure.get_absolute_url()),
    )


def _body(name: str | None) -> dict | str:
    return {"@type": "GovernmentOrganization", "name": name} if name else ""
