"""The calendars that the portal is delivered with.

2025 and 2026: the yearly notices of the General Office of the State Council. 2027: only the thirteen days which the
regulation on national holidays gives by itself, until the notice of that year is entered by an administrator.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from django.db import transaction

LAW = "全国年节及纪念日放假办法（2024年11月10日第四次修订）"
NOTICE = "国务院办公厅关于{year}年部分节假日安排的通知"

#: By year: (holiday, first day off, last day off, make-up workdays), each day as (month, day).
ANNOUNCED = {
    2025: [
        ("new-year", (1, 1), (1, 1), []),
        ("spring-festival", (1, 28), (2, 4), [(1, 26), (2, 8)]),
        ("qingming", (4, 4), (4, 6), []),
        ("labour-day", (5, 1), (5, 5), [(4, 27)]),
        ("dragon-boat", (5, 31), (6, 2), []),
        # National Day and Mid-Autumn are one holiday in this year.
        ("national-day", (10, 1), (10, 8), [(9, 28), (10, 11)]),
    ],
    2026: [
        ("new-year", (1, 1), (1, 3), [(1, 4)]),
        ("spring-festival", (2, 15), (2, 23), [(2, 14), (2, 28)]),
        ("qingming", (4, 4), (4, 6), []),
        ("labour-day", (5, 1), (5, 5), [(5, 9)]),
        ("dragon-boat", (6, 19), (6, 21), []),
        ("mid-autumn", (9, 25), (9, 27), []),
        ("national-day", (10, 1), (10, 7), [(9, 20), (10, 10)]),
    ],
}
PROVISIONAL = {
    2027: [
        ("new-year", (1, 1), (1, 1), []),
        ("spring-festival", (2, 5), (2, 8), []),
        ("qingming", (4, 5), (4, 5), []),
        ("labour-day", (5, 1), (5, 2), []),
        ("dragon-boat", (6, 9), (6, 9), []),
        ("mid-autumn", (9, 15), (9, 15), []),
        ("national-day", (10, 1), (10, 3), []),
    ],
}


def days_of(year: int) -> Iterator[tuple[date, str, str]]:
    """(day, ``off`` or ``work``, holiday) of each special day of a delivered year."""
    for holiday, first, last, make_up in (ANNOUNCED | PROVISIONAL)[year]:
        day, end = date(year, *first), date(year, *last)
        while day <= end:
            yield day, "off", holiday
            day += timedelta(days=1)
        for month_and_day in make_up:
            yield date(year, *month_and_day), "work", holiday


@transaction.atomic
def write_missing_years(using: str = "default", **_signal) -> None:
    """Write each delivered year that the database has no calendar of; what people entered stays as it is."""
    # Looked up late: this runs while apps are still being set up, and in the middle of migrating back.
    from .models import HolidayYear, SpecialDay

    known = set(HolidayYear.objects.using(using).values_list("year", flat=True))
    for year in sorted((ANNOUNCED | PROVISIONAL).keys() - known):
        is_announced = year in ANNOUNCED
        row = HolidayYear.objects.using(using).create(
            year=year,
            status=HolidayYear.Status.ANNOUNCED if is_announced else HolidayYear.Status.PROVISIONAL,
            source=NOTICE.format(year=year) if is_announced else LAW,
        )
        SpecialDay.objects.using(using).bulk_create(
            SpecialDay(of_year=row, day=day, kind=kind, holiday=holiday)
            for day, kind, holiday in days_of(year)
        )
