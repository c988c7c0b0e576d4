"""What the page of a policy says of itself to machines."""

from __future__ import annotations

from bilingual.addresses import absolute
from bilingual.languages import HTML_LANG, active_language
from ui.head import SCHEMA, schema

from .models import Policy


def legislation(policy: Policy) -> dict:
    """schema.org Legislation; of a sample none, for a machine does not read its label."""
    if policy.is_sample:
        return {}
    standing = policy.standing()
    issuers = {"@type": "GovernmentOrganization", "name": policy.issuers} if policy.issuers else ""
    return schema(
        "Legislation",
        name=policy.title,
        description=policy.summary,
        legislationIdentifier=policy.document_number,
        legislationPassedBy=issuers,
        legislationDate=policy.issued_on.isoformat() if policy.issued_on else "",
        legislationDateVersion=policy.amended_on.isoformat() if policy.amended_on else "",
        temporalCoverage=_interval(policy),
        legislationLegalForce=f"{SCHEMA}/{'InForce' if standing.is_valid else 'NotInForce'}",
        inLanguage=HTML_LANG[active_language()],
        url=absolute(policy.get_absolute_url()),
        sameAs=policy.official_url,
    )


def _interval(policy: Policy) -> str:
    """ISO 8601, open at the end where no end is known."""
    if not policy.effective_on:
        return ""
    return f"{policy.effective_on.isoformat()}/{policy.expires_on.isoformat() if policy.expires_on else '..'}"
