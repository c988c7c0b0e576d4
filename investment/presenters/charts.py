"""Bars of the register: what a chart draws, and the table behind it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bilingual.money import Money, say

from ..project_register import Bar, Register

#: Height of one bar with its words, in pixels.
STEP = 44
#: Charts stay readable; the table behind holds everything.
MOST_BARS = 10


@dataclass
class DrawnBar:
    """``y`` is where its words stand and ``bar_y`` where the bar begins; ``share`` is per cent of the longest."""

    label: str
    said: str
    projects: int
    amount: str
    url: str
    share: Decimal
    y: int
    bar_y: int


@dataclass
class Chart:
    """``described`` says in a sentence what the picture shows, for who cannot see it."""

    key: str
    title: str
    note: str
    column: str
    bars: list[DrawnBar]
    rows: list[DrawnBar]

    @property
    def height(self) -> int:
        return STEP * len(self.bars)

    @property
    def described(self) -> str:
        told = [_("%(label)s: %(said)s") % {"label": bar.label, "said": bar.said} for bar in self.bars]
        return _("; ").join(told)


def charts(register: Register, words: dict[str, dict[str, str]], address: str) -> list[Chart]:
    """The charts of the whole register. ``words`` names the values of each facet in the active language."""
    return [
        _chart("year", _("By year of signature"), "", _("Year"), register.by_year, words, address),
        _chart(
            "industry",
            _("By industry"),
            _("A project in several industries is counted in each."),
            _("Industry"),
            register.by_industry,
            words,
            address,
        ),
        _chart("stage", _("By stage reached"), "", _("Stage"), register.by_stage, words, address),
    ]


def _chart(key: str, title: str, note: str, column: str, bars: list[Bar], words, address: str) -> Chart:
    known = [bar for bar in bars if bar.value in words[key]]
    longest = max((bar.projects for bar in known), default=1)
    drawn = [
        _drawn(place, bar, words[key][bar.value], longest, key, address) for place, bar in enumerate(known)
    ]
    return Chart(key, title, note, column, drawn[:MOST_BARS], drawn)


def _drawn(place: int, bar: Bar, label: str, longest: int, key: str, address: str) -> DrawnBar:
    number = ngettext("%(number)s project", "%(number)s projects", bar.projects) % {"number": bar.projects}
    amount = say(Money(bar.amount), form="short") if bar.amount else ""
    return DrawnBar(
        label=label,
        said=_("%(projects)s, %(amount)s") % {"projects": number, "amount": amount} if amount else number,
        projects=bar.projects,
        amount=amount,
        url=f"{address}?{key}={bar.value}",
        share=(Decimal(100 * bar.projects) / longest).quantize(Decimal("0.1")),
        y=place * STEP + 14,
        bar_y=place * STEP + 21,
    )
