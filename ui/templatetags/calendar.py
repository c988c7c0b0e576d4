"""Parts of a date for the calendar sheet that ``components/date_block.html`` draws."""

from __future__ import annotations

from datetime import date

from django import template

from bilingual.languages import CHINESE, active_language
from bilingual.moments import SHORT_MONTHS

register = template.Library()


@register.filter
def short_month(day: date) -> str:
    """Says "Sept", 9月."""
    return f"{day.month}月" if active_language() == CHINESE else SHORT_MONTHS[day.month - 1]


@register.filter
def month_day(day: date) -> str:
    """Says "Nov 23", 11月23日."""
    return (
        f"{short_month(day)}{day.day}日" if active_language() == CHINESE else f"{short_month(day)} {day.day}"
    )
