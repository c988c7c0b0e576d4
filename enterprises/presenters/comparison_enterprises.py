"""What is compared of enterprises."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from bilingual.regions import region_name

from ..models import Enterprise
from ..models.enterprise import Metric
from .chains import places_of
from .comparison import Row, Said, figure_rows, linked, row
from .designations import award_name
from .ties import HEADINGS, Tied, ties_of


def enterprise_rows(enterprises: list[Enterprise]) -> list[Row]:
    """Everything that is compared, in the order of the fact sheet. The enterprises come with ``for_profile``."""

    def of(label: str, said) -> Row:
        return row(label, enterprises, said)

    exports = {True: _("yes"), False: _("no"), None: ""}
    return [
        of(_("Main business"), lambda one: one.activity),
        of(_("Industries"), lambda one: [linked(industry) for industry in one.industries.all()]),
        of(_("Designations"), lambda one: [_award(award) for award in one.awards.all()]),
        of(_("Parks"), _parks),
        *figure_rows(enterprises, _figures),
        of(_("Products"), lambda one: [Said(product.name) for product in one.products.all() if product.name]),
        of(_("Ownership"), lambda one: capfirst(one.get_ownership_display())),
        of(_("Origin"), lambda one: region_name(one.origin) if one.origin else ""),
        of(_("Size"), lambda one: capfirst(one.get_size_band_display())),
        of(_("Founded"), lambda one: one.founded),
        of(_("Listed"), lambda one: [str(listing) for listing in one.listings.all()]),
        of(_("Exports"), lambda one: exports[one.is_exporter]),
        of(_("Markets"), lambda one: one.markets),
        of(_("Certifications"), lambda one: one.certifications),
        of(_("Parent company"), lambda one: one.parent and one.parent.is_live() and linked(one.parent)),
        of(_("Place in the chain"), _chain_places),
        *_tie_rows(enterprises),
        of(_("Place"), lambda one: one.location),
    ]


def _award(award) -> Said:
    name = _("%(name)s: %(state)s") % {"name": award_name(award), "state": award.standing_label}
    return Said(name, award=award, as_of=award.awarded, source=award.source)


def _parks(enterprise: Enterprise) -> list[Said]:
    parks = {
        facility.park_id: facility.park
        for facility in enterprise.facilities.all()
        if facility.park and facility.park.is_live()
    }
    return [linked(park) for park in parks.values()]


def _chain_places(enterprise: Enterprise) -> list[Said]:
    """Each link at which it stands, with the chain that the link is of."""
    return [
        Said(str(place.link), place.link.get_absolute_url(), place.as_of, place.source)
        for chain in places_of(enterprise)
        for place in chain.places
    ]


def _tie_rows(enterprises: list[Enterprise]) -> list[Row]:
    """A row for each kind of tie, in the order of the profile; a kind that nobody has is one of what is unknown."""
    ties = {one.pk: dict(ties_of(one)) for one in enterprises}
    return [
        row(
            heading,
            enterprises,
            lambda one, heading=heading: [_tied(each) for each in ties[one.pk].get(heading, [])],
        )
        for heading in map(str, HEADINGS.values())
    ]


def _tied(tied: Tied) -> Said:
    return Said(
        tied.enterprise.short_name, tied.enterprise.get_absolute_url(), tied.as_of, tied.source, tied.note
    )


def _figures(enterprise: Enterprise) -> Iterator[tuple[str, str, Said]]:
    """Figures of one measure stand in one row; those of measures of their own by their English words."""
    facilities = {facility.pk: facility.name for facility in enterprise.facilities.all()}
    for metric in enterprise.metrics.all():
        is_other = metric.measure == Metric.Measure.OTHER
        if is_other and not metric.label:
            continue
        label = metric.label if is_other else capfirst(metric.get_measure_display())
        key = f"other:{metric.label_en or metric.label}" if is_other else metric.measure
        note = facilities.get(metric.facility_id) or ""
        if metric.label and not is_other:
            note = _("%(what)s, %(where)s") % {"what": metric.label, "where": note} if note else metric.label
        yield key, label, Said(str(metric.amount), as_of=metric.as_of, source=metric.source, note=note)
