"""The numbers, sums, shares and dates of an English text.

Read in this order, each stretch claimed once: dates and clocks, parts of years, decades, words with
figures in them, fractions, numbers with what stands around them (a currency, a per cent sign, a scale).
"""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

from bilingual.checking import codes
from bilingual.checking import english_numerals as numerals
from bilingual.checking.mentions import (
    COUNT,
    CURRENCY_OF,
    DATE,
    POINTS,
    SHARE,
    Mention,
    Weight,
    clock,
    counted,
    day,
    fraction,
    month,
    months,
    order,
    with_unit,
    year,
)
from bilingual.period_spellings import MONTHS

MONTH = "(" + "|".join(sorted((name.capitalize() for name in MONTHS), key=len, reverse=True)) + r")\.?"
DASH = r" ?[-–—] ?| to "
DAY = r"(\d{1,2})(?:st|nd|rd|th)?"
QUARTER = "(first|second|third|fourth|1st|2nd|3rd|4th)"
PLACES = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
NUMBER = re.compile(
    r"(?<![A-Za-z\d.,])(?P<sign>(?:US ?\$|HK ?\$|[$€£¥￥]|RMB|CNY|USD|EUR|HKD|GBP|JPY) ?)?[-−]?"
    rf"(?:(?P<digits>{DIGITS})(?:(?P<bare>k|m|b|bn|mn|tn|trn)\b|[ -](?P<scale>thousand|million|billion|trillion)\b)?"
    rf"|(?P<words>{numerals.WORDS}))"
    r"(?:(?P<unit> ?%|[ -]per ?cent\b|[ -]percentage[ -]points?\b"
    r"|[ -](?:yuan|RMB|CNY|renminbi|US dollars?|Hong Kong dollars?|HK dollars?|dollars?|USD|euros?|EUR|yen"
    r"|pounds? sterling|pounds?(?! of))\b)|(?P<ordinal>st|nd|rd|th)\b|(?P<other>(?= other| more| further)))?",
    # Han characters are letters too, but a number may end where they begin.
    re.IGNORECASE | re.ASCII,
)
FRACTION = re.compile(
    r"(?<!and )\b(an?|one|two|three|four|five|six|seven|eight|nine)[ -]"
    rf"({'|'.join(sorted(numerals.PARTS, key=len, reverse=True))})\b(?! (?:time|floor|day|part|phase|batch))"
    r"|(?<!and a )\b(half)\b(?! an? (?:hundred|thousand|million|billion|dozen))",
    re.IGNORECASE,
)
SCALE_WORDS = numerals.SCALES
CLOCK = re.compile(
    r"(?<![\d.:,])(?:(?P<from_hour>\d{1,2})(?::(?P<from_minute>\d\d))? ?(?P<from_half>[ap]\.?m\.?)?(?: ?[-–] ?| to ))?"
    r"(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d))? ?(?P<half>[ap]\.?m\b\.?)",
    re.IGNORECASE,
)
#: 14:30, with the groups of CLOCK that it has not.
BARE_CLOCK = re.compile(
    r"(?<![\d.:,])(?P<from_hour>)(?P<from_minute>)(?P<from_half>)(?P<hour>\d{1,2}):(?P<minute>\d\d)(?P<half>)(?![\d:])"
)
#: Words that are months only where a date can stand.
AMBIGUOUS = frozenset(("May", "March", "Mar", "Jan"))
BEFORE_A_MONTH = re.compile(
    r"(?:\b(?:in|of|since|by|until|till|from|to|and|early|mid|late|last|next|this|every|for|between)|[-–(/])"
    r"[ -]?\Z",
    re.IGNORECASE,
)
LOOSE_ORDINALS = frozenset(("first", "second", "third"))


def _days(match: re.Match, name: str, *numbers: str | None) -> list[Mention] | None:
    found = [int(number) for number in numbers if number]
    if not all(1 <= number <= 31 for number in found):
        return None
    return [day(match.start(), match.end(), MONTHS[name.lower()], number) for number in found]


def _iso_day(match: re.Match) -> list[Mention] | None:
    number, in_year, in_month = int(match[3]), int(match[1]), int(match[2])
    if not (1 <= in_month <= 12 and 1 <= number <= 31):
        return None
    return [
        year(match.start(1), match.end(1), in_year),
        day(match.start(2), match.end(3), in_month, number),
    ]


def _month(match: re.Match) -> list[Mention] | None:
    name = match[1]
    if name in AMBIGUOUS and not match[2]:
        before = match.string[max(match.start() - 10, 0) : match.start()]
        if not BEFORE_A_MONTH.search(before):
            return None
    found = [month(match.start(1), match.end(1), MONTHS[name.lower()])]
    if match[2]:
        found.append(year(match.start(2), match.end(2), int(match[2])))
    return found


def _clock(match: re.Match) -> list[Mention] | None:
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    if hour > 24 or minute > 59:
        return None
    half = (match["half"] or "").lower().replace(".", "")
    found = []
    if match["from_hour"]:
        first_half = (match["from_half"] or half).lower().replace(".", "")
        first = int(match["from_hour"])
        found.append(
            clock(match.start(), match.end(), _hour(first, first_half), int(match["from_minute"] or 0))
        )
    return [*found, clock(match.start("hour"), match.end(), _hour(hour, half), minute)]


def _hour(hour: int, half: str) -> int:
    if half == "pm" and hour < 12:
        return hour + 12
    return 0 if half == "am" and hour == 12 else hour


def _fraction(match: re.Match) -> list[Mention] | None:
    if match[3]:
        return [fraction(match.start(), match.end(), Fraction(1, 2), Weight.LOOSE)]
    share = Fraction(numerals.ONES.get(match[1].lower(), 1), numerals.PARTS[match[2].lower()])
    weight = Weight.LOOSE if share == Fraction(1, 2) else Weight.SOFT
    return [fraction(match.start(), match.end(), share, weight)] if share < 1 else None


def _ordinal_word(match: re.Match) -> list[Mention]:
    word = match[0].lower().replace(" ", "-")
    weight = Weight.LOOSE if word in LOOSE_ORDINALS else Weight.SOFT
    return [order(match.start(), match.end(), numerals.ORDINALS[word], weight)]


def number(match: re.Match) -> list[Mention] | None:
    """What a match of NUMBER mentions; None when its words make no number."""
    start, end = match.span()
    if match["digits"]:
        (value, scale), weight = _in_digits(match), Weight.FIRM
    else:
        in_words = numerals.value_of(match["words"])
        if in_words is None:
            return None
        value, scale = in_words
        is_vague = value == 1 or match["words"].lower() in ("a hundred", "a thousand", "a dozen")
        weight = Weight.LOOSE if is_vague else Weight.SOFT
    if match["ordinal"] and match["digits"]:
        return [order(start, end, int(value), Weight.FIRM)] if value.denominator == 1 else None
    unit = _unit(match)
    if unit:
        return [with_unit(start, end, value, unit, scale, Weight.FIRM)]
    mention = counted(start, end, value, scale, weight)
    if match["other"] is not None:
        # "Five other bodies" are six with the one named before.
        mention = replace(mention, keys=(*mention.keys, (COUNT, value + 1)))
    return [mention]


def _in_digits(match: re.Match) -> tuple[Fraction, int]:
    """The value and the scale that its word stands for, 1 for none."""
    scale = numerals.SCALES.get((match["scale"] or "").lower(), 1)
    bare = (match["bare"] or "").lower()
    if bare in ("bn", "mn", "trn") or (bare and match["sign"]):
        # "30m" is metres unless money stands before it.
        scale = numerals.SHORT_SCALES[bare]
    return Fraction(match["digits"].replace(",", "")) * scale, scale


def _unit(match: re.Match) -> str | None:
    """What the number counts, from what stands behind it or before it: a share, points, a currency."""
    word = re.sub(r"[ -]", "", match["unit"] or "").lower()
    if word in ("%", "percent"):
        return SHARE
    if word.startswith("percentagepoint"):
        return POINTS
    sign = re.sub(" ", "", match["sign"] or "").upper()
    return CURRENCY_OF.get(sign) or CURRENCY_OF.get(word) or CURRENCY_OF.get(word.upper())


def _quarter(match: re.Match) -> list[Mention]:
    if match[1]:
        return [Mention(*match.span(), DATE, (("quarters", 3), ("months", 1, 9)))]
    number = PLACES[match[2].lower()] if match[2] else int(match[3])
    return [Mention(*match.span(), DATE, (("quarter", number),))]


def _half(match: re.Match) -> list[Mention]:
    # The second half of a list is no part of a year; a year, or the year, has to stand by it.
    number = PLACES[match[1].lower()] if match[1] else int(match[3])
    keys = (("half", number), ("months", 6 * number - 5, 6 * number))
    weight = Weight.SOFT if match[2] is None and match[3] is None else Weight.FIRM
    return [Mention(*match.span(), DATE, keys, weight)]


STEPS = [
    (re.compile(r"(?<!\d)(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?!\d)"), _iso_day),
    (
        re.compile(rf"\b{MONTH} {DAY}(?:{DASH}){MONTH} {DAY}(?!\d)"),
        lambda m: [*(_days(m, m[1], m[2]) or []), *(_days(m, m[3], m[4]) or [])] or None,
    ),
    (re.compile(rf"\b{MONTH} {DAY}(?:(?:{DASH}| and ){DAY})?(?!\d)"), lambda m: _days(m, *m.groups())),
    (
        re.compile(rf"(?<![\d.,]){DAY}(?:(?:{DASH}| and ){DAY})?(?: of)? {MONTH}(?!\w)"),
        lambda m: _days(m, m[3], m[1], m[2]),
    ),
    (
        re.compile(rf"\b{MONTH}(?:{DASH}){MONTH}(?!\w)"),
        lambda m: [months(*m.span(), MONTHS[m[1].lower()], MONTHS[m[2].lower()])],
    ),
    (re.compile(rf"\b{MONTH}(?!\w)(?:,? (\d{{4}})(?!\d))?"), _month),
    (CLOCK, _clock),
    (BARE_CLOCK, _clock),
    (
        re.compile(
            rf"\b(first three quarters|first nine months)\b|\b{QUARTER} quarter\b(?!-)|\bQ([1-4])\b", re.I
        ),
        _quarter,
    ),
    (
        re.compile(
            r"\b(first|second) half(-year|(?= of (?:\d{4}|the (?:same )?year|that year|last year)))?\b|\bH([12])\b",
            re.I,
        ),
        _half,
    ),
    (
        re.compile(r"(?<!\d)(\d{3}0)[’']?s\b"),
        lambda m: [Mention(*m.span(), DATE, (("decade", int(m[1])),))],
    ),
    (
        re.compile(r"(?<!\d)(\d{1,2})(?:st|nd|rd|th)[ -]century\b"),
        lambda m: [Mention(*m.span(), DATE, (("century", int(m[1])),), Weight.SOFT)],
    ),
    (FRACTION, _fraction),
    (codes.PATTERN, codes.read),
    (
        re.compile(rf"\b(?:{'|'.join(sorted(numerals.ORDINALS, key=len, reverse=True))})\b", re.I),
        _ordinal_word,
    ),
    (NUMBER, number),
]
