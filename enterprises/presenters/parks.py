"""Parks by kind, and who stands in one."""

from __future__ import annotations

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from bilingual.languages import active_language

from ..directory.following import current
from ..models import Enterprise, Facility, Park

#: Headings of the quarters of the area; the labels of the choices name one.
GROUPS = {
    Park.Kind.ZONE: _("Development zones"),
    Park.Kind.BUSINESS: _("Business districts"),
    Park.Kind.EXHIBITION: _("Exhibition cities"),
}


def parks_by_kind(parks) -> list[tuple[str, list[Park]]]:
    """(heading, parks of one kind) pairs, kinds in the order of their list."""
    filed: dict[str, list[Park]] = {}
    for park in parks:
        filed.setdefault(park.kind, []).append(park)
    return [(str(heading), filed[kind]) for kind, heading in GROUPS.items() if kind in filed]


def park_count(number: int) -> str:
    return ngettext("%(number)s place", "%(number)s places", number) % {"number": number}


def residents_by_park(parks: list[Park]) -> dict[int, int]:
    """How many enterprises that are live in this language stand in each park. One small query."""
    shelf = current()
    live = shelf.live(active_language(), timezone.now())
    return {park.pk: (shelf.bits.get(("park", park.pk), 0) & live).bit_count() for park in parks}


def facilities_in(enterprise: Enterprise, park: Park) -> list[Facility]:
    return [
        facility for facility in enterprise.facilities.all() if facility.park_id == park.pk and facility.name
    ]


def names_of(park: Park) -> list:
    """Former and other names that have words in this language and differ from the present one."""
    return [name for name in park.names.all() if name.name and name.name != park.name]
