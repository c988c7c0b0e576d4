"""The ledger of a designation scheme: terms, batches, and who stands where."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from ..models import Award, Scheme
from .facts import Line

HELD = (Award.Status.AWARDED, Award.Status.REVIEWED)


def award_name(award: Award) -> str:
    """What a badge says: the level, or the scheme where its levels are mere adjectives ("excellent")."""
    scheme = award.level.scheme
    if scheme.badge in (Scheme.Badge.LIGHTHOUSE, Scheme.Badge.SMART_FACTORY):
        return scheme.name
    return award.level.name or scheme.name


@dataclass
class Standing:
    """Awards that stand alike today; ``key`` names the state for badges and anchors."""

    key: str
    title: str
    lead: str
    awards: list[Award]

    @property
    def has_expiry(self) -> bool:
        return any(award.valid_until for award in self.awards)


def ledger(awards) -> list[Standing]:
    """Awards by how they stand today; empty groups are left out."""
    filed: dict[str, list[Award]] = {}
    for award in awards:
        standing = award.standing()
        filed.setdefault("awarded" if standing in HELD else standing, []).append(award)
    groups = [
        ("awarded", _("Held now"), ""),
        ("candidate", _("Candidates"), _("A candidate works towards the designation and does not hold it.")),
        (
            "lapsed",
            _("Lapsed"),
            _("Past the date until which they were valid, without a re-review on record."),
        ),
        ("withdrawn", pgettext("designation", "Withdrawn"), ""),
        ("unknown", _("Standing not known"), ""),
    ]
    return [Standing(key, title, lead, filed[key]) for key, title, lead in groups if key in filed]


def terms(scheme: Scheme) -> list[Line]:
    """Who awards it to whom, for how long, by which criteria."""
    years = scheme.validity_years
    validity = years and ngettext("%(years)s year", "%(years)s years", years) % {"years": years}
    criteria = scheme.criteria_version or ""
    if scheme.criteria_url:
        words = criteria or _("Criteria document")
        criteria = format_html('<a href="{}" rel="noopener">{}</a>', scheme.criteria_url, words)
    lines = [
        Line(_("Awarding body"), scheme.body_name),
        Line(_("Reach"), capfirst(scheme.get_reach_display())),
        Line(_("Awarded to"), capfirst(scheme.get_subject_display())),
        Line(_("Validity"), validity or _("No expiry published")),
        Line(_("Re-review"), scheme.review_rule),
        Line(_("Version of the criteria"), criteria),
    ]
    return [line for line in lines if line.value]
