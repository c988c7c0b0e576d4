"""Parks by kind, and who stands in one."""

from __future__ import annotations

from django.utils.text import capfirst

from ..models import Enterprise, Facility, Park


def parks_by_kind(parks) -> list[tuple[str, list[Park]]]:
    """(name of the kind, parks of it) pairs, kinds in the order of their list."""
    filed: dict[str, list[Park]] = {}
    for park in parks:
        filed.setdefault(park.kind, []).append(park)
    return [(capfirst(str(kind.label)), filed[kind]) for kind in Park.Kind if kind in filed]


def facilities_in(enterprise: Enterprise, park: Park) -> list[Facility]:
    return [
        facility for facility in enterprise.facilities.all() if facility.park_id == park.pk and facility.name
    ]


def names_of(park: Park) -> list:
    """Former and other names that have words in this language and differ from the present one."""
    return [name for name in park.names.all() if name.name and name.name != park.name]
