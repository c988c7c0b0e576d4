"""The first page of the newsroom: what waits for a person, the calendar, what the languages owe, the site's health."""

from __future__ import annotations

from dataclasses import dataclass, field

from articles.models import Article
from publishing.rights.permissions import can

from . import calendar
from .debt import Debt, debts
from .health import Health, health_for
from .names import named
from .waiting import Group, Waiting


@dataclass(frozen=True)
class Home:
    waiting: list[Group]
    health: Health | None
    span: calendar.Span
    #: Whole weeks, empty for who may not see the news.
    weeks: list[list[calendar.Day]] = field(default_factory=list)
    debts: list[Debt] = field(default_factory=list)
    may_plan: bool = False


def home_for(user, begins: str | None = None) -> Home:
    """The first page for a person. ``begins`` is a day (ISO) of the first week of the calendar, as an address gives it.

    The number of queries does not grow with what there is.
    """
    span = calendar.Span.around(begins)
    sources = calendar.Sources.read(user, span)
    waiting = Waiting(user, sources)
    sees_news = can(user, "view", Article)
    found = named(
        user, waiting.keys() | sources.keys(), also=calendar.records_of(span) if sees_news else None
    )
    days = calendar.days_of(user, span, sources, found) if sees_news else []
    health = health_for(user)
    return Home(
        waiting.groups(found),
        health,
        span,
        [days[begin : begin + 7] for begin in range(0, len(days), 7)],
        debts(user, health.counted, [line.column for line in health.columns]) if health else [],
        can(user, "add", Article),
    )
