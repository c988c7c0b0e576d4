"""Months of the news archive, as numbers: 202108 is August 2021, Beijing time."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone


def month_of(moment: datetime) -> int:
    local = timezone.localtime(moment)
    return local.year * 100 + local.month


def first_moment_of(month: int) -> datetime:
    """Midnight with which a month begins."""
    year, number = divmod(month, 100)
    return datetime(year, number, 1, tzinfo=timezone.get_default_timezone())


def first_moment_after(month: int) -> datetime:
    """Midnight with which the month after this one begins."""
    year, number = divmod(month, 100)
    return first_moment_of((year + 1) * 100 + 1 if number == 12 else month + 1)
