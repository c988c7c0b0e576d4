"""Quantities: a number of something, with the words that each language needs around it.

Chinese needs a measure word, sometimes the noun after it (1000余台机器人), and puts the noun first when
the number is a yearly or daily rate (年产芯片超10亿颗). Values are in the unit itself: persons, square
metres, per cent (17.3 for 17.3%).
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from bilingual.languages import CHINESE, ENGLISH, active_language
from bilingual.numbers import MINUS, Comparator, Figures, Form, decimal, digits, figures, lead

Rate = Literal["day", "month", "year"]
CHINESE_RATES: dict[str, str] = {"day": "日", "month": "月", "year": "年"}
MU_PER_HECTARE = 15


@dataclass(frozen=True)
class Unit:
    """What a number counts or measures.

    ``counted`` things take 余 after a round number and 最多 / 不少于; measured ones 超, 最高, 不低于.
    ``noun`` follows the Chinese measure word; ``topic`` stands before the number of a rate (default: the
    noun); ``rate`` is the character that makes 年产 or 日均, empty for 每年 / 每日.
    """

    label: Promise
    singular: str
    plural: str
    measure: str
    noun: str = ""
    topic: str = ""
    rate: str = ""
    counted: bool = True


def _thing(label: Promise, singular: str, plural: str, measure: str, noun: str = "", topic: str = "") -> Unit:
    """Something that is made, so that a yearly number of it is an output."""
    return Unit(label, singular, plural, measure, noun, topic or noun, rate="产")


def _measure(label: Promise, singular: str, plural: str, measure: str) -> Unit:
    return Unit(label, singular, plural, measure, counted=False)


#: Every unit by its code; codes are stored, so they are never renamed.
UNITS: dict[str, Unit] = {
    "vehicles": _thing(_("vehicles"), "vehicle", "vehicles", "辆", topic="汽车"),
    "excavators": _thing(_("excavators"), "excavator", "excavators", "台", "挖掘机"),
    "chips": _thing(_("chips"), "chip", "chips", "颗", "芯片"),
    "pieces": _thing(_("pieces"), "piece", "pieces", "件"),
    "panels": _thing(_("panels"), "panel", "panels", "片", "面板"),
    "units": _thing(_("units of equipment"), "unit", "units", "台"),
    "robots": _thing(_("robots"), "robot", "robots", "台", "机器人"),
    "tonnes": Unit(_("tonnes"), "tonne", "tonnes", "吨", rate="产", counted=False),
    "persons": Unit(_("people"), "person", "people", "人", rate="均"),
    "visits": Unit(_("visitors"), "visitor", "visitors", "人次", topic="游客", rate="均"),
    "jobs": Unit(_("jobs"), "job", "jobs", "个", "就业岗位"),
    "enterprises": Unit(_("enterprises"), "enterprise", "enterprises", "家", "企业"),
    "organisations": Unit(_("organisations"), "organisation", "organisations", "家", "机构"),
    "projects": Unit(_("projects"), "project", "projects", "个", "项目"),
    "programmes": Unit(_("programmes"), "programme", "programmes", "个", "项目"),
    "lines": Unit(_("production lines"), "line", "lines", "条", "生产线"),
    "workshops": Unit(_("workshops"), "workshop", "workshops", "个", "车间"),
    "factories": Unit(_("factories"), "factory", "factories", "座", "工厂"),
    "sites": Unit(_("sites"), "site", "sites", "座"),
    "items": Unit(_("items"), "item", "items", "个"),
    "sq_km": _measure(_("square kilometres"), "sq km", "sq km", "平方公里"),
    "sq_m": _measure(_("square metres"), "sq m", "sq m", "平方米"),
    "hectares": _measure(_("hectares"), "hectare", "hectares", "公顷"),
    "mu": _measure(_("mu (1/15 hectare)"), "mu", "mu", "亩"),
    "km": _measure(_("kilometres"), "km", "km", "公里"),
    "minutes": _measure(_("minutes"), "minute", "minutes", "分钟"),
    "hours": _measure(_("hours"), "hour", "hours", "小时"),
    "days": _measure(_("days"), "day", "days", "天"),
    "working_days": _measure(_("working days"), "working day", "working days", "个工作日"),
    "months": _measure(_("months"), "month", "months", "个月"),
    "years": _measure(_("years"), "year", "years", "年"),
    "percent": _measure(_("per cent"), "%", "%", "%"),
    "points": _measure(_("percentage points"), "percentage point", "percentage points", "个百分点"),
    "times": _measure(_("times"), "time", "times", "倍"),
}


@dataclass(frozen=True)
class Quantity:
    """``value`` of ``unit`` (a code of UNITS), optionally for every day, month or year.

    Raises ValueError for an unknown unit, comparator or period, or what is no number.
    """

    value: Decimal
    unit: str
    comparator: str = Comparator.EXACT
    period: Rate | None = None

    def __post_init__(self) -> None:
        if self.unit not in UNITS:
            raise ValueError(f"{self.unit!r} is not one of {', '.join(UNITS)}")
        if self.period is not None and self.period not in CHINESE_RATES:
            raise ValueError(f"{self.period!r} is not one of {', '.join(CHINESE_RATES)}")
        object.__setattr__(self, "value", decimal(self.value))
        object.__setattr__(self, "comparator", Comparator(self.comparator))

    def __str__(self) -> str:
        return say(self)


def say(quantity: Quantity | None, language: str | None = None, form: Form = "prose") -> str:
    """A quantity in a language (default: the active one); "" for None.

    ``Quantity(10**9, "chips", "over", "year")`` → "over 1 billion chips a year", "年产芯片超10亿颗".
    Land in mu is given in hectares beside it.
    """
    if quantity is None:
        return ""
    language = language or active_language()
    number = figures(quantity.value, language, form, quantity.comparator)
    if language == CHINESE:
        return _chinese(quantity, number) + _hectares(quantity, language)
    unit = UNITS[quantity.unit]
    text = lead(quantity.comparator, language, counted=unit.counted) + _english(number, unit)
    return text + _hectares(quantity, language) + (f" a {quantity.period}" if quantity.period else "")


def percent(value: object, language: str | None = None, comparator: str = Comparator.EXACT) -> str:
    """A share: ``19.2`` → "19.2%" in both languages, at most two decimals; "" for None."""
    return "" if value is None else say(Quantity(decimal(value), "percent", comparator), language)


def growth(value: object, language: str | None = None, unit: str = "percent") -> str:
    """A change: ``-17.3`` → "down 17.3%", "下降17.3%"; ``unit`` is "percent" or "points"; "" for None."""
    if value is None:
        return ""
    if unit not in ("percent", "points"):
        raise ValueError(f"a change is in percent or points, not {unit!r}")
    language = language or active_language()
    change = figures(decimal(value), language)
    if not change.value:
        return "unchanged" if language == ENGLISH else "持平"
    size = Figures(abs(change.value), change.word)
    if language == ENGLISH:
        return f"{'up' if change.value > 0 else 'down'} {_english(size, UNITS[unit])}"
    rise = "增长" if unit == "percent" else "上升"
    return f"{rise if change.value > 0 else '下降'}{size.say(language)}{UNITS[unit].measure}"


def say_range(low: object, high: object, unit: str | None = None, language: str | None = None) -> str:
    """From one number to another: "100–150 robots", "100～150台机器人"; bare numbers without a unit.

    English names the size once when both share it (100–150 million); Chinese always twice (1亿～1.5亿),
    as it does with the per cent sign. Raises ValueError when ``low`` is above ``high``.
    """
    language = language or active_language()
    first, last = decimal(low), decimal(high)
    if first > last:
        raise ValueError(f"a range runs upwards, not from {low} to {high}")
    ends = figures(first, language), figures(last, language)
    kind = UNITS[unit] if unit else None
    if ends[0] == ends[1]:
        return _with_unit(ends[0].say(language), ends[0], kind, language)
    return _with_unit(_between(*ends, kind, language), ends[1], kind, language)


def _between(first: Figures, last: Figures, unit: Unit | None, language: str) -> str:
    if language == CHINESE:
        sign = "%" if unit is UNITS["percent"] else ""
        return f"{first.say(language)}{sign}～{last.say(language)}"
    same_word = first.word == last.word
    start = digits(first.value, language) if same_word else first.say(language)
    # A dash next to a minus sign reads as a second minus.
    joint = " to " if MINUS in start or MINUS in last.say(language) else "–"
    return f"{start}{joint}{last.say(language)}"


def _with_unit(text: str, number: Figures, unit: Unit | None, language: str) -> str:
    if unit is None:
        return text
    if language == CHINESE:
        return text + unit.measure + unit.noun
    return text + _english_unit(number, unit)


def _english(number: Figures, unit: Unit) -> str:
    return number.say(ENGLISH) + _english_unit(number, unit)


def _english_unit(number: Figures, unit: Unit) -> str:
    word = unit.singular if abs(number.value) == 1 and not number.word else unit.plural
    return word if word == "%" else f" {word}"


def _chinese(quantity: Quantity, number: Figures) -> str:
    unit = UNITS[quantity.unit]
    if not quantity.period:
        return _chinese_amount(quantity.comparator, number, unit) + unit.noun
    rate = CHINESE_RATES[quantity.period]
    if not unit.rate:
        return f"每{rate}{_chinese_amount(quantity.comparator, number, unit)}{unit.noun}"
    return f"{rate}{unit.rate}{unit.topic}{_chinese_amount(quantity.comparator, number, unit)}"


def _chinese_amount(comparator: str, number: Figures, unit: Unit) -> str:
    if comparator == Comparator.OVER and unit.counted and _takes_remainder(number):
        return f"{number.say(CHINESE)}余{unit.measure}"
    return f"{lead(comparator, CHINESE, counted=unit.counted)}{number.say(CHINESE)}{unit.measure}"


def _takes_remainder(number: Figures) -> bool:
    """余 follows round numbers only: 1000余, 1万余; not 1234, not 1.2万; from 亿 on the language says 超."""
    if number.value <= 0 or number.value % 1:
        return False
    return number.word == "万" or (not number.word and number.value % 10 == 0)


def _hectares(quantity: Quantity, language: str) -> str:
    if quantity.unit != "mu":
        return ""
    number = figures(quantity.value / MU_PER_HECTARE, language)
    if language == CHINESE:
        return f"（{number.say(language)}{UNITS['hectares'].measure}）"
    return f" ({_english(number, UNITS['hectares'])})"
