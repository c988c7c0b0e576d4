"""What the page of a policy says of itself to machines."""

from __future__ import annotations

from bilingual.addresses import absolute
from bilingual.languages import HTML_LANG, active_language

from .models import Policy

SCHEMA = "https://schema.org"


def legislation(policy: Policy) -> dict:
    """schema.org Legislation; of a sample none, for a machine does not read its label."""
    if policy.is_sample:
        return {}
    standing = policy.standing()
    data = {
        "@context": SCHEMA,
        "@type": "Legislation",
        "name": policy.title,
        "description": policy.summary,
        "legislationIdentifier": policy.document_number,
        "legislationPassedBy": {"@type": "GovernmentOrganization", "name": policy.issuers}
        if policy.issuers
        else "",
        "legislationDate": policy.issued_on.isoformat() if policy.issued_on else "",
        "legislationDateVersion": policy.amended_on.isoformat() if policy.amended_on else "",
        "temporalCoverage": _interval(policy),
        "legislationLegalForce": f"{SCHEMA}/{'InForce' if standing.is_valid else 'NotInForce'}",
        "inLanguage": HTML_LANG[active_language()],
        "url": absolute(policy.get_absolute_url()),
        "sameAs": policy.official_url,
    }
    return {key: value for key, value in data.items() if value}


def _interval(policy: Policy) -> str:
    """ISO 8601, open at the end where no end is known."""
    if not policy.effective_on:
        return ""
    return f"{policy.effective_on.isoformat()}/{policy.expires_on.isoformat() if policy.expires_on else '..'}"
