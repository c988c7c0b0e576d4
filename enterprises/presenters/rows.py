"""The directory as rows and as a table."""

from __future__ import annotations

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bilingual.moments import iso_day

from ..models import Award, Enterprise, Park
from ..territories import territory
from .designations import HELD, award_name
from .facts import Line, metric_lines


def result_count(number: int) -> str:
    return ngettext("%(number)s enterprise", "%(number)s enterprises", number) % {"number": number}


def park_of(enterprise: Enterprise) -> Park | None:
    """The park of the first facility that stands in one that is public in this language."""
    parks = (facility.park for facility in enterprise.facilities.all())
    return next((park for park in parks if park and park.is_live()), None)


def key_figure(enterprise: Enterprise) -> Line | None:
    """The one figure that a row of the directory shows: the first that editors put there."""
    return next(iter(metric_lines(list(enterprise.metrics.all())[:1])), None)


def table(enterprises) -> dict:
    """The directory as a table for ``components/table.html``."""
    head = [
        _("Enterprise"), _("What it makes or does"), _("Industry"), _("Park"), _("Ownership"), _("Size"), _("Origin"),
        _("Founded"), _("Designations"), _("Last verified"),
    ]  # fmt: skip
    rows = [_row(enterprise) for enterprise in enterprises]
    # A column in which nothing is known yet only pushes the others off the screen.
    known = [place for place in range(len(head)) if any(row[place]["text"] for row in rows)]
    return {
        "caption": _("Enterprises"),
        "head": [{"label": head[place]} for place in known],
        "rows": [[row[place] for place in known] for row in rows],
    }


def _row(enterprise: Enterprise) -> list[dict]:
    park = park_of(enterprise)
    return [
        {"text": enterprise.short_name, "url": enterprise.get_absolute_url(), "is_head": True},
        {"text": enterprise.activity},
        {"text": _(", ").join(industry.name for industry in enterprise.industries.all())},
        {"text": park.name if park else "", "url": park.get_absolute_url() if park else ""},
        {"text": capfirst(enterprise.get_ownership_display())},
        {"text": capfirst(enterprise.get_size_band_display())},
        {"text": territory(enterprise.origin) if enterprise.origin else ""},
        {"text": str(enterprise.founded or "")},
        {"text": _(", ").join(_designation(award) for award in enterprise.awards.all())},
        {"text": iso_day(enterprise.verified_on)},
    ]


def _designation(award: Award) -> str:
    name, standing = award_name(award), award.standing()
    if standing in HELD or standing == award.level.key:
        return name
    return _("%(designation)s (%(standing)s)") % {"designation": name, "standing": award.standing_label}
