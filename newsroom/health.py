"""The health of the site on the first page of the newsroom, the worst first; each line leads to where it is mended."""

from __future__ import annotations

from dataclasses import dataclass

from articles.models import Article
from publishing.rights.permissions import can

from . import care, freshness, machinery
from .counting import Counted, count
from .designations import designation_findings
from .figures import figure_findings
from .finding import Finding, Level
from .models import HealthRules
from .names import seen_models
from .projects import project_findings

ORDER = [Level.BAD, Level.WARN, Level.GOOD]


@dataclass(frozen=True)
class Health:
    findings: list[Finding]
    columns: list[freshness.ColumnHealth]
    counted: list[Counted]

    @property
    def wrong(self) -> list[Finding]:
        return [finding for finding in self.findings if finding.level is not Level.GOOD]

    @property
    def fine(self) -> list[Finding]:
        return [finding for finding in self.findings if finding.level is Level.GOOD]


def health_for(user) -> Health | None:
    """What a person may know of the site's health; None for who sees nothing of the site's content and messages."""
    rules = HealthRules.current()
    found = care.inquiry_findings(user, rules)
    columns = freshness.columns(user, rules) if can(user, "view", Article) else []
    if columns:
        found += freshness.findings(columns, user, rules)
    counted = count(user)
    found += care.record_findings(counted) + care.link_findings(user) + care.picture_findings(user)
    found += project_findings(user, counted) + designation_findings(user, counted)
    found += figure_findings(user, counted)
    if seen_models(user):
        found += machinery.findings(user)
    if not found:
        return None
    return Health(sorted(found, key=lambda finding: ORDER.index(finding.level)), columns, counted)
