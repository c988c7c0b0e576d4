"""Exactly the policies of a list, to take away: a workbook, a text table or JSON, with dates and sources."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator

from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font

from bilingual.addresses import absolute
from bilingual.languages import HTML_LANG, active_language
from spreadsheets.defusing import defuse

from .models import Policy
from .sayings import measure

MARK = "\ufeff"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def heads() -> list[str]:
    return [
        _("Title"), _("Sample"), _("Validity"), _("Document number"), _("Issued by"), _("Level"),
        _("In force from"), _("In force until"), _("Benefit"), _("Kind"), _("How much"), _("At most (yuan)"),
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


def as_csv(policies: list[Policy]) -> HttpResponse:
    text = io.StringIO()
    text.write(MARK)
    writer = csv.writer(text)
    writer.writerow(heads())
    for row in rows(policies):
        writer.writerow(
            [defuse(cell) if isinstance(cell, str) else "" if cell is None else cell for cell in row]
        )
    return _file(text.getvalue().encode(), "text/csv; charset=utf-8", "csv")


def as_xlsx(policies: list[Policy]) -> HttpResponse:
    book = Workbook(write_only=True)
    page = book.create_sheet("policies")
    page.freeze_panes = "B2"
    titles = [WriteOnlyCell(page, title) for title in heads()]
    for cell in titles:
        cell.font = Font(bold=True)
    page.append(titles)
    for row in rows(policies):
        page.append([_cell(page, value) for value in row])
    target = io.BytesIO()
    book.save(target)
    return _file(target.getvalue(), XLSX, "xlsx")


def _cell(page, value):
    """Text stays text, whatever it begins with."""
    if not isinstance(value, str):
        return value
    cell = WriteOnlyCell(page, None)
    cell.value, cell.data_type = defuse(value), "s"
    return cell


def as_json(policies: list[Policy]) -> HttpResponse:
    data = {
        "as_of": timezone.localdate().isoformat(),
        "language": HTML_LANG[active_language()],
        "policies": [_record(policy) for policy in policies],
    }
    body = json.dumps(data, ensure_ascii=False, indent=1, default=str)
    return _file(body.encode(), "application/json; charset=utf-8", "json")


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


def _file(body: bytes, kind: str, ending: str) -> HttpResponse:
    response = HttpResponse(body, content_type=kind)
    name = f"policies-{timezone.localdate().isoformat()}.{ending}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
