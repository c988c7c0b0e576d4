"""How far parks are from airports, ports and stations, and what a site in them costs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..models import NODE_KINDS, Park, ParkTerm, TransportLink

#: How a price is said, by what it is the price of.
PRICES = {
    ParkTerm.Rate.PER_MU: lambda: _("%(amount)s per mu"),
    ParkTerm.Rate.PER_SQ_M: lambda: _("%(amount)s per square metre"),
    ParkTerm.Rate.PER_SQ_M_MONTH: lambda: _("%(amount)s per square metre a month"),
    ParkTerm.Rate.PER_KWH: lambda: _("%(amount)s per kWh"),
    ParkTerm.Rate.PER_CUBIC_METRE: lambda: _("%(amount)s per cubic metre"),
    ParkTerm.Rate.PER_MONTH: lambda: _("%(amount)s a month"),
}


def nodes_of(parks: list[Park]) -> list[Park]:
    """The nodes that at least one of the parks knows its way to, in the order of the parks."""
    known = {way.node_id for park in parks for way in park.transport.all()}
    nodes = {way.node_id: way.node for park in parks for way in park.transport.all()}
    order = {kind: place for place, kind in enumerate(NODE_KINDS)}
    return sorted(
        (nodes[key] for key in known), key=lambda node: (order[node.kind], node.position, node.slug)
    )


def way_to(park: Park, node: Park | None) -> TransportLink | None:
    """The quickest way from a park to a node; one that tells no minutes only if none does."""
    ways = [way for way in park.transport.all() if node and way.node_id == node.pk]
    return min(ways, key=lambda way: (way.minutes is None, way.minutes or 0, way.position), default=None)


@dataclass(frozen=True)
class DistanceRow:
    park: Park
    ways: list[TransportLink | None]


def distance_table(parks: list[Park], nodes: list[Park]) -> list[DistanceRow]:
    """A row for each park that knows its way to some node, with a way or None for each of the nodes."""
    rows = [DistanceRow(park, [way_to(park, node) for node in nodes]) for park in parks]
    return [row for row in rows if any(row.ways)]


@dataclass(frozen=True)
class TermTable:
    """One topic, such as land, with its terms that have words in this language, each with its figure said."""

    topic: str
    label: str
    rows: list[tuple[ParkTerm, str]]


def term_tables(park: Park) -> list[TermTable]:
    terms = [term for term in park.terms.all() if term.label]
    tables = [
        TermTable(
            topic.value,
            capfirst(str(topic.label)),
            [(term, price_said(term)) for term in terms if term.topic == topic],
        )
        for topic in ParkTerm.Topic
    ]
    return [table for table in tables if table.rows]


#: Columns that stand in a table of terms or ways only where something is on record.
COLUMNS = {
    "time": gettext_lazy("Time"),
    "distance": gettext_lazy("Distance"),
    "as_of": gettext_lazy("Date"),
    "source": gettext_lazy("Source"),
}


@dataclass(frozen=True)
class Columns:
    """Which of ``COLUMNS`` to show; ``silent`` says what is on record for no row, "" where nothing lacks."""

    shown: set[str]
    silent: str

    @classmethod
    def of(cls, rows: Iterable, *names: str) -> Columns:
        rows = list(rows)
        shown = {name for name in names if any(str(getattr(row, name) or "") for row in rows)}
        labels = _(", ").join(str(COLUMNS[name]) for name in names if name not in shown)
        silent = _("Not on record for any of them: %(labels)s.") % {"labels": labels} if labels else ""
        return cls(shown, silent)


def term_columns(tables: list[TermTable]) -> Columns:
    return Columns.of((term for table in tables for term, _said in table.rows), "as_of", "source")


def way_columns(ways: list[TransportLink]) -> Columns:
    return Columns.of(ways, "time", "distance", "as_of", "source")


def price_said(term: ParkTerm) -> str:
    """A term's figure with what it is counted by: "25 yuan per square metre a month"."""
    amount = str(term.amount)
    return PRICES[term.rate]() % {"amount": amount} if term.rate else amount


def way_said(way: TransportLink) -> str:
    """Says "about 25 minutes, 18 km, by road", as much of it as is known."""
    return _(", ").join(str(part) for part in (way.time, way.distance, way.get_mode_display()) if part)


def shows_samples(park: Park) -> bool:
    """Whether anything on the page of a park is made up to show how it would look."""
    shown = [*park.terms.all(), *park.transport.all(), *park.reached_from.all()]
    return any(one.is_sample for one in shown)
