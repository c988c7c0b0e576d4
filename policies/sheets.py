"""What of policies stands in spreadsheets."""

from __future__ import annotations

from spreadsheets.sheets import Sheet, Table, register

from .models import Benefit, Policy

POLICIES = register(
    Sheet(
        model=Policy,
        name_field="title",
        record=Table(
            "policies",
            Policy,
            (
                "title",
                "summary",
                "issuers",
                "document_number",
                "level",
                "kind",
                "issued_on",
                "effective_on",
                "expires_on",
                "amended_on",
                "repealed_on",
                "supersedes",
                "industries",
                "smallest_size",
                "largest_size",
                "origin",
                "least_investment",
                "official_url",
                "source",
                "is_sample",
                "owner",
                "review_by",
                "verified_on",
                "to_confirm",
            ),
        ),
        parts=(
            Table(
                "benefits",
                Benefit,
                ("kind", "name", "rate", "basis", "usual_rate", "amount", "cap", "condition", "position"),
                ("kind", "name"),
                parent="policy",
            ),
        ),
    )
)
