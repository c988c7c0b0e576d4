"""A number, sum, share or date as a text mentions it, in a form that compares across languages.

A mention has keys, the ways in which it may be understood: "30 to 40 million" mentions 30 or 30,000,000 and
then 40,000,000. Two mentions agree when they share a key. Values are exact fractions, so that 46.3 billion
and 463亿 are the same number and a third is a third.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from enum import IntEnum
from fractions import Fraction

from bilingual.checking.texts import Text

Key = tuple[object, ...]

NUMBER, PERCENT, MONEY, DATE = "number", "percent", "money", "date"
COUNT, SHARE, POINTS, ORDER, CODE = "count", "share", "points", "order", "code"
CURRENCY_WORDS = {
    "CNY": "CNY RMB ¥ ￥ yuan renminbi 元 元人民币 人民币 人民币元 块钱",
    "USD": "USD US$ $ dollar dollars usdollar usdollars 美元 美金",
    "EUR": "EUR € euro euros 欧元",
    "HKD": "HKD HK$ hongkongdollar hongkongdollars hkdollar hkdollars 港元 港币",
    "GBP": "GBP £ pound pounds poundsterling poundssterling 英镑",
    "JPY": "JPY yen 日元",
}
CURRENCY_OF = {word: code for code, words in CURRENCY_WORDS.items() for word in words.split()}
#: Read as if typed plainly: full-width figures, and the spaces that hold a number and its unit together.
PLAIN = {code: code - 0xFEE0 for code in range(0xFF10, 0xFF1A)}
PLAIN |= {ord("％"): "%", ord("．"): ".", 0xA0: " ", 0x2009: " ", 0x202F: " "}
FIRST_YEAR, LAST_YEAR = 1500, 2199
RANGE_SIGN = re.compile(r" ?(?:[-–—~～至到]|——| to | and ) ?")
BLANK = "\0"


class Weight(IntEnum):
    """How much it means when the other language does not say it."""

    LOOSE = 0  #: one, both, first, half: said by either language as it pleases
    SOFT = 1  #: spelled out: a translator may turn it into other words
    FIRM = 2  #: in figures: it has to be there


@dataclass(frozen=True, slots=True)
class Mention:
    """``start`` and ``end`` count in the visible text. The first key is the plainest reading.

    ``scale`` is what the word after the figures stands for: 1,000,000 for million, 1 for none.
    """

    start: int
    end: int
    family: str
    keys: tuple[Key, ...]
    weight: Weight = Weight.FIRM
    scale: int = 1

    @property
    def kind(self) -> object:
        return self.keys[0][0]

    @property
    def value(self) -> object:
        return self.keys[0][-1]


Read = Callable[[re.Match], Iterable[Mention] | None]


class Reading:
    """The mentions found so far and the text that is left to read, claimed stretches blanked."""

    def __init__(self, text: Text, taken: Iterable[tuple[int, int]]) -> None:
        self.rest = text.without(list(taken), BLANK).translate(PLAIN)
        self.mentions: list[Mention] = []

    def claim(self, pattern: re.Pattern, read: Read) -> None:
        """Read each match; what ``read`` gives None for stays for the patterns that follow."""

        def take(match: re.Match) -> str:
            found = read(match)
            if found is None:
                return match[0]
            self.mentions.extend(found)
            return BLANK * len(match[0])

        self.rest = pattern.sub(take, self.rest)

    def finish(self) -> list[Mention]:
        """All mentions in order, the first of a range understood as its last is."""
        ordered = sorted(self.mentions, key=lambda mention: mention.start)
        return [*map(self._as_in_range, ordered, ordered[1:]), *ordered[-1:]]

    def _as_in_range(self, first: Mention, last: Mention) -> Mention:
        gap = self.rest[first.end : last.start]
        if len(gap) > 5 or first.kind != COUNT or not RANGE_SIGN.fullmatch(gap):
            return first
        if last.kind not in (COUNT, SHARE, POINTS, *CURRENCY_WORDS):
            return first
        scaled = first.value * last.scale if first.scale == 1 else first.value
        return replace(first, keys=(*first.keys, (last.kind, scaled), (last.kind, first.value)))


def counted(start: int, end: int, value: Fraction, scale: int = 1, weight: Weight = Weight.FIRM) -> Mention:
    """A bare number; a year is one too, told by its size and by standing without a scale."""
    is_year = scale == 1 and value.denominator == 1 and FIRST_YEAR <= value <= LAST_YEAR
    return Mention(start, end, DATE if is_year else NUMBER, ((COUNT, value),), weight, scale)


def with_unit(
    start: int, end: int, value: Fraction, unit: str, scale: int = 1, weight: Weight = Weight.FIRM
) -> Mention:
    """A share, a number of percentage points or a sum: ``unit`` is SHARE, POINTS or a currency code."""
    family = PERCENT if unit in (SHARE, POINTS) else MONEY
    return Mention(start, end, family, ((unit, value),), weight, scale)


def day(start: int, end: int, month: int, number: int) -> Mention:
    return Mention(start, end, DATE, (("day", month, number),))


def year(start: int, end: int, number: int) -> Mention:
    return Mention(start, end, DATE, ((COUNT, Fraction(number)),))


def month(start: int, end: int, number: int) -> Mention:
    return Mention(start, end, DATE, (("month", number),))


def months(start: int, end: int, first: int, last: int) -> Mention:
    """A stretch of months; statistics also call January to June a half and January to September quarters."""
    keys: tuple[Key, ...] = (("months", first, last),)
    if (first, last) in ((1, 6), (7, 12)):
        keys += (("half", 1 if first == 1 else 2),)
    elif first == 1 and last in (3, 9):
        keys += (("quarters", last // 3),)
    return Mention(start, end, DATE, keys)


def fraction(start: int, end: int, part: Fraction, weight: Weight = Weight.SOFT) -> Mention:
    """A tenth, 十分之一, 三成: also said as 10%."""
    return Mention(start, end, PERCENT, (("fraction", part), (SHARE, part * 100), (COUNT, part)), weight)


def order(start: int, end: int, number: int, weight: Weight = Weight.SOFT) -> Mention:
    """A place in a row: seventh, 第七; Chinese may leave out 第 (七期)."""
    return Mention(start, end, NUMBER, ((ORDER, number), (COUNT, Fraction(number))), weight)


def code(start: int, end: int, text: str) -> Mention:
    """A word with figures in it, compared as it is written: 5G, SF5."""
    return Mention(start, end, NUMBER, ((CODE, text.upper()),))


def clock(start: int, end: int, hour: int, minute: int, weight: Weight = Weight.FIRM) -> Mention:
    return Mention(start, end, DATE, (("time", hour * 60 + minute),), weight)
