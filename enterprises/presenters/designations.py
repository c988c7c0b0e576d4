"""The ledger of a designation scheme: terms, batches, and who stands where."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bilingual.moments import day
from evidence.lines import Line

from ..directory.shelf import CANDIDATE, LAPSED, VALID
from ..ledger.filters import LedgerFilters, standing_words
from ..ledger.since import later_awards
from ..models import Award, Scheme

HELD = (Award.Status.AWARDED, Award.Status.REVIEWED)


def award_name(award: Award) -> str:
    """What a badge says: the level, or the scheme where its levels are mere adjectives ("excellent")."""
    scheme = award.level.scheme
    if scheme.badge in (Scheme.Badge.LIGHTHOUSE, Scheme.Badge.SMART_FACTORY):
        return scheme.name
    return award.level.name or scheme.name


@dataclass
class Standing:
    """Awards that stood alike on the day of the list. ``lines`` are those of this page, ``total`` counts all.

    ``empty`` is said where there is none.
    """

    key: str
    title: str
    lead: str
    empty: str
    total: int
    #: Each with what is on record of its holder since, which is told of candidates only.
    lines: list[tuple[Award, list[Award]]]

    @property
    def has_expiry(self) -> bool:
        return any(award.valid_until for award, _since in self.lines)

    @property
    def has_notes(self) -> bool:
        return self.is_candidates or any(award.note for award, _since in self.lines)

    @property
    def is_candidates(self) -> bool:
        return self.key == CANDIDATE


def standing_groups(
    filters: LedgerFilters, awards: list[Award], later: dict[UUID, list[Award]]
) -> list[Standing]:
    """The awards of a page by how they stood; who holds is said even when nobody does."""
    leads = {
        CANDIDATE: _("A candidate is working towards the designation but does not hold it yet."),
        LAPSED: _("Past their expiry date, with no re-review on record."),
    }
    totals = filters.totals
    asked = next(each for each in filters.facets if each.name == "standing").chosen
    groups = []
    for standing, title in standing_words(filters.is_today):
        told = [
            (award, later.get(award.pk, [])) for award in awards if filters.standing(award.pk) == standing
        ]
        empty = _nobody(filters) if standing == VALID and not totals[VALID] and asked <= {VALID} else ""
        if told or empty:
            groups.append(Standing(standing, title, leads.get(standing, ""), empty, totals[standing], told))
    return groups


def since(awards: Iterable[Award]) -> dict[UUID, list[Award]]:
    """What is on record of each candidate since: awards whose scheme is public in this language. One query at most."""
    later = later_awards(award.pk for award in awards if award.status == Award.Status.CANDIDATE)
    wanted = {key for keys in later.values() for key in keys}
    found = Award.objects.public().for_ledger().in_bulk(wanted) if wanted else {}
    return {key: [found[one] for one in keys if one in found] for key, keys in later.items()}


def _nobody(filters: LedgerFilters) -> str:
    words = {"day": day(filters.on)}
    if filters.is_today:
        return _("According to our records, nobody in this directory holds it today (%(day)s).") % words
    return _("According to our records, nobody in this directory held it on %(day)s.") % words


def award_count(number: int) -> str:
    return ngettext("%(number)s designation", "%(number)s designations", number) % {"number": number}


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
