"""The ledger over the years: how many were held, candidates and lapsed at the end of each."""

from __future__ import annotations

from collections import Counter
from datetime import date

from django.utils.translation import gettext as _

from bilingual.numbers import say
from bilingual.periods import Period
from ui.column_chart import Column, ColumnChart, Segment

from ..directory.shelf import CANDIDATE, LAPSED, VALID
from ..models import Scheme
from .filters import LedgerFilters
from .rows import Row, stood

KINDS = {VALID: "solid", CANDIDATE: "dashed", LAPSED: "hollow"}
#: From the first award on, but not over more years than these.
MOST_YEARS = 30


def by_year(filters: LedgerFilters, address: str) -> ColumnChart | None:
    """What the directory records at the end of each year, and on the day that is asked for; None for nothing."""
    rows = [row for row in filters.narrowed() if row.held.begins and row.held.begins <= filters.on]
    if not rows:
        return None
    first = max(min(row.held.begins.year for row in rows), filters.on.year - MOST_YEARS + 1)
    columns = [_year(year, rows, filters, address) for year in range(first, filters.on.year + 1)]
    return ColumnChart(
        _("In this directory, by year"),
        _("Year"),
        columns,
        _(
            "Counted at the end of each year; the last year is counted on the date of this list. "
            "Awards without a recorded date are left out."
        ),
    )


def _year(year: int, rows: list[Row], filters: LedgerFilters, address: str) -> Column:
    day = min(date(year, 12, 31), filters.on)
    counts = _counted(day, rows, filters)
    numbers = {standing: counts[standing] for standing in KINDS}
    words = {VALID: _("Held"), CANDIDATE: _("Candidates"), LAPSED: _("Lapsed")}
    return Column(
        str(year),
        [Segment(KINDS[standing], words[standing], number) for standing, number in numbers.items()],
        said=str(sum(numbers.values()) or ""),
        name=Period.of_day(day).say(),
        url=address if day == filters.today else f"{address}?on={day.isoformat()}",
    )


def _counted(day: date, rows: list[Row], filters: LedgerFilters) -> Counter:
    """How many stood how on a day; of the whole ledger it is counted once."""
    years = filters.day.years
    if not filters.is_whole:
        return Counter(stood(row, day, filters.today) for row in rows)
    if day not in years:
        years[day] = Counter(stood(row, day, filters.today) for row in rows)
    return years[day]


def by_batch(scheme: Scheme) -> ColumnChart | None:
    """The sizes of the batches as their publishers give them; None where there are fewer than two."""
    sized = [batch for batch in scheme.batches.all() if batch.size and batch.announced and batch.name]
    if len(sized) < 2:
        return None
    sized.sort(key=lambda batch: batch.announced.start)
    columns = [
        Column(
            batch.announced.text.partition("/")[0],
            [Segment("solid", _("Entries"), batch.size, say(batch.size, form="exact"))],
            said=say(batch.size, form="short"),
            name=batch.name,
        )
        for batch in sized
    ]
    return ColumnChart(_("As announced"), _("Batch"), columns)
