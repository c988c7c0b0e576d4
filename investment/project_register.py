"""The register of projects in memory: what facets, totals and charts count, gathered once after each change.

Every process keeps one register for each language. A view asks a single question, whether anything changed since, and
counts nothing of the database itself.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import CharField, Count, Max, Sum, Value

from bilingual.languages import active_language
from bilingual.money import Money
from bilingual.numbers import Comparator
from bilingual.periods import Period

from .bands import band_of
from .models import Event, Milestone, Project, ProjectInvestor, Realisation, Stage
from .models.project import YUAN

NO_STAGE = "none"
#: The stages from signature to full capacity, in order.
PROGRESS = [stage for stage in Stage.values if stage != Stage.STOPPED]


@dataclass(frozen=True)
class Row:
    """A project as it is counted. ``amount`` is None where it is unknown; ``values`` are those of the facets."""

    key: int
    values: Mapping[str, tuple[str, ...]]
    first_on: str
    amount: Decimal | None
    comparator: str
    currency: str
    realised: Decimal


@dataclass(frozen=True)
class Bar:
    """``value`` is what the facet calls it, ``amount`` yuan of the projects whose amount is known."""

    value: str
    projects: int
    amount: Decimal


@dataclass(frozen=True)
class Totals:
    projects: int
    with_amount: int
    pledged: Money | None
    realised: Money | None
    #: Projects in other currencies, which no sum in yuan holds.
    elsewhere: int


@dataclass(frozen=True)
class Register:
    rows: list[Row]
    totals: Totals
    by_year: list[Bar]
    by_industry: list[Bar]
    by_stage: list[Bar]

    def totals_of(self, keys: list[int]) -> Totals:
        """The same sums over a part of the register."""
        wanted = set(keys)
        return _totals([row for row in self.rows if row.key in wanted])


_kept: dict[str, tuple[tuple, Register]] = {}


def project_register() -> Register:
    """The register in the active language as it is now; one query while nothing changed."""
    language = active_language()
    now = _signature()
    before = _kept.get(language)
    if before is None or before[0] != now:
        _kept[language] = before = (now, _gathered())
    return before[1]


def _signature() -> tuple:
    """Different after every publication, withdrawal or change of what the register is made of."""
    kinds = [
        Project,
        Event,
        *(Project._meta.get_field(name).related_model for name in ("park", "industries")),
    ]
    parts = [
        model.objects.rewrite(False)
        .live()
        .order_by()
        .values(counted_kind=Value(model._meta.label, CharField()))
        .annotate(counted_rows=Count("pk"), counted_keys=Sum("pk"), counted_last=Max("changed_at"))
        .values_list("counted_kind", "counted_rows", "counted_keys", "counted_last")
        for model in kinds
    ]
    return tuple(sorted(parts[0].union(*parts[1:], all=True)))


def _gathered() -> Register:
    projects = Project.objects.live()
    parts = _parts_of(projects)
    columns = ("pk", "mode", "park__slug", "event__slug", "amount", "amount_comparator", "currency")
    rows = [_row(values, parts) for values in projects.values(*columns)]
    rows.sort(key=lambda row: (row.first_on, row.key), reverse=True)
    order = [NO_STAGE, *Stage.values]
    return Register(
        rows,
        _totals(rows),
        sorted(_bars(rows, "year"), key=lambda bar: bar.value),
        sorted(_bars(rows, "industry"), key=lambda bar: (-bar.projects, -bar.amount, bar.value)),
        sorted(_bars(rows, "stage"), key=lambda bar: order.index(bar.value)),
    )


@dataclass
class _Parts:
    """What tables of their own say about projects, by the keys of the projects."""

    stages: dict[int, dict[str, Period]]
    homes: dict[int, set[str]]
    realised: dict[int, Decimal]
    industries: dict[int, list[str]]


def _parts_of(projects) -> _Parts:
    """Four queries."""
    parts = _Parts(defaultdict(dict), defaultdict(set), defaultdict(Decimal), defaultdict(list))
    of_these = {"project__in": projects.values("pk")}
    milestones = Milestone.objects.filter(**of_these)
    for key, stage, on in milestones.values_list("project", "stage", "on"):
        parts.stages[key][stage] = on
    investors = ProjectInvestor.objects.filter(**of_these)
    for key, home, origin in investors.values_list("project", "home", "enterprise__origin"):
        parts.homes[key].add(home or _home_of(origin))
    for key, amount in Realisation.objects.filter(**of_these).values_list("project", "amount"):
        parts.realised[key] += amount
    links = Project.industries.through.objects.filter(**of_these)
    for key, slug in links.values_list("project", "industry__slug"):
        parts.industries[key].append(slug)
    return parts


def _row(project: dict, parts: _Parts) -> Row:
    """``project`` holds columns by name."""
    key, amount, currency = project["pk"], project["amount"], project["currency"]
    dates = parts.stages[key]
    signed = dates.get(Stage.SIGNED) or min(dates.values(), default=None)
    values = {
        "stage": (stage_of(dates),),
        "industry": tuple(parts.industries[key]),
        "park": (project["park__slug"],) if project["park__slug"] else (),
        "year": (str(signed.start.year),) if signed else (),
        "origin": tuple(sorted(parts.homes[key] - {""})),
        "mode": (project["mode"],) if project["mode"] else (),
        "event": (project["event__slug"],) if project["event__slug"] else (),
        "amount": (band_of(amount, currency),),
    }
    first_on = signed.text if signed else ""
    return Row(key, values, first_on, amount, project["amount_comparator"], currency, parts.realised[key])


def stage_of(dates: Mapping[str, object]) -> str:
    """The furthest stage of a project by the dated ones; stopped when it was, ``none`` when nothing is known."""
    if Stage.STOPPED in dates:
        return Stage.STOPPED
    return next((stage for stage in reversed(PROGRESS) if stage in dates), NO_STAGE)


def has_reached(dates: Mapping[str, object], stage: str) -> bool:
    """Whether a project has come to a stage, or beyond it."""
    return any(later in dates for later in PROGRESS[PROGRESS.index(stage) :])


def _home_of(origin: str | None) -> str:
    """The home of an investor in the register, by the country of its enterprise; "" for the Chinese mainland, where
    the province is not known."""
    if not origin or origin.upper() == "CN":
        return ""
    return (
        ProjectInvestor.Home.HONG_KONG
        if origin.upper() in ("HK", "MO", "TW")
        else ProjectInvestor.Home.ABROAD
    )


def _bars(rows: list[Row], name: str) -> list[Bar]:
    counts, amounts = defaultdict(int), defaultdict(Decimal)
    for row in rows:
        for value in row.values[name]:
            counts[value] += 1
            amounts[value] += row.amount if row.amount is not None and row.currency == YUAN else 0
    return [Bar(value, counts[value], amounts[value]) for value in counts]


def _totals(rows: list[Row]) -> Totals:
    known = [row for row in rows if row.amount is not None]
    yuan = [row for row in known if row.currency == YUAN]
    arrived = [row.realised for row in rows if row.realised and row.currency == YUAN]
    return Totals(
        projects=len(rows),
        with_amount=len(known),
        pledged=Money(sum(row.amount for row in yuan), comparator=_joint(yuan)) if yuan else None,
        realised=Money(sum(arrived)) if arrived else None,
        elsewhere=len(known) - len(yuan),
    )


def _joint(rows: list[Row]) -> str:
    """How a sum compares: exact only when every part of it is, a bound when its parts are no worse than that."""
    kinds = {row.comparator for row in rows}
    if kinds == {Comparator.EXACT}:
        return Comparator.EXACT
    least = {Comparator.EXACT, Comparator.OVER, Comparator.AT_LEAST}
    return Comparator.AT_LEAST if kinds <= least else Comparator.ABOUT
