"""What is compared of parks."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from ..models import Park
from .comparison import Row, Said, figure_rows, linked, row
from .distances import price_said, way_said


def park_rows(parks: list[Park], residents: dict[int, int]) -> list[Row]:
    """Everything that is compared. The parks come with ``for_page``; ``residents`` counts enterprises by park."""

    def of(label: str, said) -> Row:
        return row(label, parks, said)

    return [
        of(_("Kind"), lambda park: capfirst(park.get_kind_display())),
        of(_("Summary"), lambda park: Said(park.summary, source=park.source)),
        *figure_rows(parks, _figures),
        *figure_rows(parks, _terms),
        *figure_rows(parks, _ways),
        of(_("Industries"), lambda park: [linked(one) for one in park.industries.all()]),
        of(_("Enterprises in the directory"), lambda park: str(residents.get(park.pk, 0))),
        of(_("Operator"), lambda park: park.operator),
        of(_("Address"), lambda park: park.address),
        of(_("Part of"), lambda park: park.parent and park.parent.is_live() and linked(park.parent)),
        of(_("Sub-areas"), lambda park: [linked(one) for one in park.children.all()]),
    ]


def _figures(park: Park) -> Iterator[tuple[str, str, Said]]:
    """Figures of the same English words stand in one row."""
    for fact in park.facts.all():
        if fact.label:
            said = Said(str(fact.amount), as_of=fact.as_of, source=fact.source)
            yield (fact.label_en or fact.label).casefold(), fact.label, said


def _terms(park: Park) -> Iterator[tuple[str, str, Said]]:
    """Land, rent and utilities: those of the same English words stand in one row."""
    for term in sorted(park.terms.all(), key=lambda term: (term.topic, term.position)):
        if term.label:
            said = Said(price_said(term), as_of=term.as_of, source=term.source, note=term.note or "")
            said.is_sample = term.is_sample
            yield f"{term.topic}:{(term.label_en or term.label).casefold()}", term.label, said


def _ways(park: Park) -> Iterator[tuple[str, str, Said]]:
    """Distances: those to the same airport, port or station stand in one row."""
    for way in sorted(park.transport.all(), key=lambda way: (way.node.kind, way.position)):
        label = _("To %(place)s") % {"place": way.node.name}
        said = Said(way_said(way), as_of=way.as_of, source=way.source, note=way.measured_from or "")
        said.is_sample = way.is_sample
        yield str(way.node_id), label, said
