"""What the profile of an enterprise shows, put together from the rows that came with it."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from bilingual.regions import region_name
from evidence.lines import Line
from evidence.models import Source

from ..models import Enterprise, EnterpriseName, Facility
from .facts import metric_lines


def particulars(enterprise: Enterprise) -> list[Line]:
    """What is known of the enterprise as a whole; lines without a value are left out."""
    is_exporter = {True: _("yes"), False: _("no"), None: ""}[enterprise.is_exporter]
    website = enterprise.website and format_html(
        '<a href="{}" rel="noopener">{}</a>',
        enterprise.website,
        enterprise.website.split("//")[-1].rstrip("/"),
    )
    parent = enterprise.parent
    group = (
        parent
        and parent.is_live()
        and format_html('<a href="{}">{}</a>', parent.get_absolute_url(), parent.short_name)
    )
    lines = [
        Line(_("Unified social credit code"), enterprise.credit_code),
        Line(_("Founded"), str(enterprise.founded or "")),
        Line(_("Ownership"), capfirst(enterprise.get_ownership_display())),
        Line(_("Origin"), region_name(enterprise.origin) if enterprise.origin else ""),
        Line(_("Size"), capfirst(enterprise.get_size_band_display())),
        Line(_("Parent company"), group or ""),
        Line(_("Listed"), _(", ").join(_listing(listing) for listing in enterprise.listings.all())),
        Line(_("Exports"), is_exporter),
        Line(_("Markets"), enterprise.markets),
        Line(_("Certifications"), enterprise.certifications),
        Line(_("Place"), enterprise.location),
        Line(_("GB/T 4754 code"), enterprise.gbt4754_code),
        Line(_("Website"), website),
        # Personal or not, a contact is shown only when the enterprise has agreed to the profile.
        Line(_("Public contact"), enterprise.public_contact if enterprise.has_consented else ""),
    ]
    return [line for line in lines if line.value]


def _listing(listing) -> str:
    return _("%(exchange)s %(code)s") % {"exchange": listing.get_exchange_display(), "code": listing.code}


def other_names(enterprise: Enterprise) -> list[Line]:
    """Former names with their years, brands and other spellings."""
    lines = []
    for name in enterprise.names.all():
        if not name.name:
            continue
        line = Line(capfirst(name.get_kind_display()), name.name, source=name.source)
        if name.kind == EnterpriseName.Kind.FORMER:
            line.value = _("then %(former)s, now %(current)s") % {
                "former": name.name,
                "current": enterprise.short_name,
            }
        if name.used_from and name.used_until:
            line.note = _("Used from %(start)s until %(end)s.") % {
                "start": name.used_from,
                "end": name.used_until,
            }
        elif name.used_until:
            line.note = _("Used until %(end)s.") % {"end": name.used_until}
        elif name.used_from:
            line.note = _("Used since %(start)s.") % {"start": name.used_from}
        lines.append(line)
    return lines


@dataclass
class Site:
    """A facility with the figures that are its own."""

    facility: Facility
    lines: list[Line] = field(default_factory=list)


def sites(enterprise: Enterprise) -> list[Site]:
    """Facilities that have words in this language."""
    metrics: dict = {}
    for metric in enterprise.metrics.all():
        metrics.setdefault(metric.facility_id, []).append(metric)
    return [
        Site(facility, metric_lines(metrics.get(facility.pk, [])))
        for facility in enterprise.facilities.all()
        if facility.name
    ]


def own_figures(enterprise: Enterprise) -> list[Line]:
    """Figures of the enterprise as a whole, not of one facility."""
    return metric_lines(metric for metric in enterprise.metrics.all() if metric.facility_id is None)


def evidence(enterprise: Enterprise, projects=(), events=()) -> list[Source]:
    """Every source that anything on the page rests on, once, the newest first."""
    found = {source.pk: source for source in enterprise.sources.all()}
    claims = [
        *enterprise.names.all(),
        *enterprise.metrics.all(),
        *enterprise.facilities.all(),
        *enterprise.products.all(),
        *enterprise.awards.all(),
        *enterprise.chain_places.all(),
        *enterprise.ties.all(),
        *enterprise.tied_by.all(),
        *projects,
        *(milestone for project in projects for milestone in project.milestones.all()),
    ]
    for claim in claims:
        if claim.source_id:
            found.setdefault(claim.source_id, claim.source)
    dated = sorted(
        (source for source in found.values() if source.dated_on),
        key=lambda source: source.dated_on,
        reverse=True,
    )
    return [*dated, *sorted((s for s in found.values() if not s.dated_on), key=lambda source: source.key)]
