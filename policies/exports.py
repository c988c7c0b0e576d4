"""Exactly the policies of a list, to take away: a workbook, a text table or JSON, with dates and sources."""

from __future__ import annotations

from collections.abc import Iterator

from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from bilingual.addresses import absolute
from bilingual.languages import HTML_LANG, active_language
from spreadsheets.exporting.downloads import CSV, XLSX, json_file, table_file

from .models import Policy
from .presenters import measure

KINDS = (XLSX, CSV, "json")


def heads() -> list[str]:
    return [
        _("Title"), _("Sample"), _("Validity"), _("Document number"), _("Issued by"), _("Level"),
        _("In force from"), _("In force until"), _("Benefit"), _("Kind"), _("How much"), _("Cap (yuan)"),
        _("Condition"), _("Source"), _("Address"),
    ]  # fmt: skip


def rows(policies: list[Policy]) -> Iterator[list]:
    """A row for each benefit, with its policy; a policy without any has one row."""
    for policy in policies:
        for benefit in list(policy.benefits.all()) or [None]:
            yield [
                policy.title, _("Sample") if policy.is_sample else "", str(policy.standing().label),
                policy.document_number, policy.issuers or "", policy.get_level_display(),
                policy.effective_on, policy.expires_on,
                (benefit.name or "") if benefit else "", benefit.get_kind_display() if benefit else "",
                measure(benefit) if benefit else "", benefit.cap if benefit else None,
                (benefit.condition or "") if benefit else "", _source(policy),
                absolute(policy.get_absolute_url()),
            ]  # fmt: skip


def _source(policy: Policy) -> str:
    return (policy.source.name or "") if policy.source else ""


def policy_file(kind: str, policies: list[Policy]) -> HttpResponse:
    """A download of one of KINDS."""
    name = f"policies-{timezone.localdate().isoformat()}"
    if kind != "json":
        return table_file(kind, name, heads(), list(rows(policies)))
    about = {"as_of": timezone.localdate().isoformat(), "language": HTML_LANG[active_language()]}
    return json_file(name, about, "policies", [_record(policy) for policy in policies])


def _record(policy: Policy) -> dict:
    return {
        "slug": policy.slug,
        "title": policy.title,
        "is_sample": policy.is_sample,
        "standing": policy.standing().value,
        "level": policy.level,
        "kind": policy.kind,
        "document_number": policy.document_number,
        "issuers": policy.issuers or "",
        "issued_on": policy.issued_on,
        "effective_on": policy.effective_on,
        "expires_on": policy.expires_on,
        "industries": [industry.slug for industry in policy.industries.all()],
        "sizes": policy.sizes,
        "origin": policy.origin,
        "least_investment_yuan": policy.least_investment,
        "benefits": [
            {
                "kind": benefit.kind,
                "name": benefit.name or "",
                "rate_percent": benefit.rate,
                "rate_of": benefit.basis,
                "usual_rate_percent": benefit.usual_rate,
                "amount_yuan": benefit.amount,
                "cap_yuan": benefit.cap,
                "condition": benefit.condition or "",
            }
            for benefit in policy.benefits.all()
        ],
        "source": _source(policy),
        "url": absolute(policy.get_absolute_url()),
    }
