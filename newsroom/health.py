"""The health of the site on the first page of the newsroom, the worst first; each line leads to where it is mended."""

from __future__ import annotations

from dataclasses import dataclass

from articles.models import Article
from publishing.permissions import can
from publishing.publisher_access import publishable_models

from . import care, freshness, machinery
from .finding import Finding, Level

ORDER = [Level.BAD, Level.WARN, Level.GOOD]


@dataclass(frozen=True)
class Health:
    findings: list[Finding]
    columns: list[freshness.ColumnHealth]

    @property
    def wrong(self) -> list[Finding]:
        return [finding for finding in self.findings if finding.level is not Level.GOOD]

    @property
    def fine(self) -> list[Finding]:
        return [finding for finding in self.findings if finding.level is Level.GOOD]


def health_for(user) -> Health | None:
    """What a person may know of the site's health; None for who sees nothing of the site's content and messages."""
    found = care.inquiry_findings(user)
    columns = freshness.columns(user) if can(user, "view", Article) else []
    if columns:
        found += freshness.findings(columns, user)
    found += care.record_findings(user) + care.picture_findings(user)
    if any(can(user, "view", model) for model in publishable_models()):
        found += machinery.findings(user)
    return Health(sorted(found, key=lambda finding: ORDER.index(finding.level)), columns) if found else None
