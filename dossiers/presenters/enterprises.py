"""What a dossier says of enterprises and parks. No contact of a person is in it."""

from __future__ import annotations

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from bilingual import moments
from bilingual.regions import region_name
from enterprises.models import Award, Enterprise, Park, ParkTerm, TransportLink
from enterprises.models.enterprise import Metric
from enterprises.presenters.designations import award_name
from enterprises.presenters.distances import price_said, way_said

from .lines import Line, Value, figures, known, line, naming


def enterprise_lines(enterprise: Enterprise) -> list[Line]:
    """Of an enterprise with ``for_profile``."""
    parks = {one.park_id: one.park for one in enterprise.facilities.all() if one.park and one.park.is_live()}
    parent = enterprise.parent if enterprise.parent and enterprise.parent.is_live() else None
    lines = [
        line("legal-name", _("Legal name"), enterprise.legal_name),
        line("credit-code", _("Unified social credit code"), enterprise.credit_code),
        naming("industries", _("Industries"), enterprise.industries.all()),
        naming("parks", _("Parks"), parks.values()),
        line("place", _("Place"), enterprise.location),
        line("founded", _("Founded"), enterprise.founded and enterprise.founded.say()),
        line("ownership", _("Ownership"), capfirst(enterprise.get_ownership_display())),
        line("origin", _("Origin"), region_name(enterprise.origin) if enterprise.origin else ""),
        line("size", _("Size"), capfirst(enterprise.get_size_band_display())),
        naming("parent", _("Parent company"), [parent] if parent else [], "short_name"),
        line("listed", _("Listed"), _(", ").join(str(one) for one in enterprise.listings.all())),
        *(_award(award) for award in enterprise.awards.all()),
        *_metrics(enterprise),
        line("products", _("Products"), _(", ").join(p.name for p in enterprise.products.all() if p.name)),
        line("markets", _("Markets"), enterprise.markets),
        line("certifications", _("Certifications"), enterprise.certifications),
        line("website", _("Website"), enterprise.website),
        line("verified", _("Last verified"), moments.iso_day(enterprise.verified_on)),
    ]
    return known(lines)


def _award(award: Award) -> Line:
    said = _("%(name)s: %(state)s") % {"name": award_name(award), "state": award.standing_label}
    until = award.valid_until and _("Valid until %(day)s.") % {"day": moments.day(award.valid_until)}
    return Line(
        f"award:{award.pk}",
        _("Designation"),
        [Value(said, award.level.scheme)],
        award.awarded.say() if award.awarded else "",
        until or "",
        award.source,
    )


def _metrics(enterprise: Enterprise) -> list[Line]:
    """Figures with the facility that they belong to."""
    facilities = {one.pk: one.name for one in enterprise.facilities.all()}
    found = []
    for metric in enterprise.metrics.all():
        is_other = metric.measure == Metric.Measure.OTHER
        for one in figures(
            [metric], lambda m, is_other=is_other: m.label or ("" if is_other else m.get_measure_display())
        ):
            one.note = facilities.get(metric.facility_id) or ""
            found.append(one)
    return found


def park_lines(park: Park) -> list[Line]:
    """Of a park with ``for_page``."""
    parent = park.parent if park.parent and park.parent.is_live() else None
    lines = [
        line("kind", _("Kind"), capfirst(park.get_kind_display()), source=park.source),
        *figures(park.facts.all(), lambda fact: fact.label),
        *(_term(term) for term in park.terms.all() if term.label),
        *(_way(way) for way in park.transport.all()),
        naming("industries", _("Industries"), park.industries.all()),
        naming("part-of", _("Part of"), [parent] if parent else []),
        naming("parts", _("Sub-areas"), park.children.all()),
        line("operator", _("Operator"), park.operator),
        line("address", _("Address"), park.address),
        line("website", _("Website"), park.website),
        line("verified", _("Last verified"), moments.iso_day(park.verified_on)),
    ]
    return known(lines)


def _term(term: ParkTerm) -> Line:
    """Land, rent or a utility."""
    said = line(
        f"term:{term.pk}",
        term.label,
        price_said(term),
        as_of=term.as_of,
        note=term.note or "",
        source=term.source,
    )
    said.is_sample = term.is_sample
    return said


def _way(way: TransportLink) -> Line:
    """A distance; it names the airport, port or station."""
    return Line(
        f"way:{way.pk}",
        _("Distance"),
        [Value(_("To %(place)s: %(way)s") % {"place": way.node.name, "way": way_said(way)}, way.node)],
        way.as_of.say() if way.as_of else "",
        way.measured_from or "",
        way.source,
        way.is_sample,
    )
