"""Filters that say numbers, money, days and periods in the language of the page.

``{% load say %}`` and then ``{{ project.investment|money }}``. Every filter gives "" for None and for an
empty text, so that a template needs no condition around a fact that is not known. A telephone number is
written one way in both languages and needs no filter but ``keep``.
"""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from bilingual import moments, numbers, quantities
from bilingual import money as moneys
from bilingual.counting import say_count, say_count_of
from bilingual.languages import sentence_gap
from bilingual.money import Money
from bilingual.periods import Period
from bilingual.quantities import Quantity

register = template.Library()


register.simple_tag(sentence_gap)


@register.filter
def money(value: Money | None, form: moneys.MoneyForm = "prose") -> str:
    """Says "46.3 billion yuan ($6.95 billion)"; forms: prose, short, exact, adjective."""
    return moneys.say(value, form=form) if value else ""


@register.filter
def money_exact(value: Money | None) -> str:
    return money(value, "exact")


@register.filter
def money_adjective(value: Money | None) -> str:
    """Says "1.2-billion-yuan", 总投资12亿元的: for a noun that the template adds."""
    return money(value, "adjective")


@register.filter
def money_project(value: Money | None) -> str:
    """Says "a 1.2-billion-yuan project", 总投资12亿元的项目."""
    return moneys.project(value) if value else ""


@register.filter
def quantity(value: Quantity | None, form: numbers.Form = "prose") -> str:
    """Says "over 1 billion chips a year", 年产芯片超10亿颗; forms: prose, short, exact."""
    return quantities.say(value, form=form) if value else ""


@register.filter
def amount(value: Money | Quantity | None, form: numbers.Form = "prose") -> str:
    """Money or a quantity, whichever a fact holds."""
    return money(value, form) if isinstance(value, Money) else quantity(value, form)


@register.filter
def count(value: Decimal | int | None, form: numbers.Form = "prose") -> str:
    """A bare number: "3.52 million", 352万; forms: prose, short, exact."""
    return "" if _is_empty(value) else numbers.say(value, form=form)


@register.filter
def percent(value: Decimal | int | None) -> str:
    return "" if _is_empty(value) else quantities.percent(value)


@register.filter
def growth(value: Decimal | int | None, unit: str = "percent") -> str:
    """Says "down 17.3%", 下降17.3%; unit: percent or points."""
    return "" if _is_empty(value) else quantities.growth(value, unit=unit)


@register.filter
def ordinal(value: int | None, measure: str = "个") -> str:
    """Says "25th", 第25个; the argument is the Chinese measure word."""
    return "" if _is_empty(value) else numbers.ordinal(int(value), measure=measure)


@register.filter
def batch(value: int | None) -> str:
    """Says "seventh batch", 第七批."""
    return "" if _is_empty(value) else numbers.batch(int(value))


@register.filter
def period(value: Period | None) -> str:
    """Says "first half of 2021", 2021年上半年."""
    return value.say() if value else ""


@register.filter
def day(value: date | None) -> str:
    """Says "Aug 18, 2021", 2021年8月18日; a moment gives its day in Beijing."""
    return moments.day(value) if value else ""


@register.filter
def month(value: date | None) -> str:
    """Says "August 2021", 2021年8月."""
    return moments.month(value) if value else ""


@register.filter
def moment(value: datetime | None) -> str:
    """Says "2:30 pm, Aug 18, 2021 (UTC+8)", 2021年8月18日14:30（北京时间）."""
    return moments.moment(value) if value else ""


@register.filter
def iso_day(value: date | None) -> str:
    """Says "2021-08-19" in both languages."""
    return moments.iso_day(value) if value else ""


@register.filter
def keep(value: object) -> SafeString | str:
    """The text in a span that does not break between figures and unit; "" stays ""."""
    return "" if _is_empty(value) else format_html('<span class="figure">{}</span>', value)


def _is_empty(value: object) -> bool:
    """None, and "" for a name that the template engine did not find; nought is a number."""
    return value is None or value == ""


@register.filter
def counted(options, number: int) -> str:
    """Says "12 articles" of the options of a model: ``{{ opts|counted:number }}``."""
    return say_count(options, number)


@register.filter
def counted_by_name(name: str, number: int) -> str:
    """The same, where only the plural name of a kind is known."""
    return say_count_of(str(name), number)
