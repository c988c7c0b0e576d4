"""The many ways people write a period, turned into the one that is stored.

Understands figures with dots, dashes, strokes or 年月日, full-width figures, English month names, quarters
and halves in both languages, ranges with every kind of dash, "to" and 至, and everything that
``Period.say`` writes. The order is always year first or a named month: 8/9/2021 is refused, since half the
world would read it as another day.
"""

from __future__ import annotations

import re
import unicodedata

LONGEST = 80
MONTHS = {
    name: number
    for number, names in enumerate(
        "jan january|feb february|mar march|apr april|may|jun june|jul july|aug august|sep sept september"
        "|oct october|nov november|dec december".split("|"),
        start=1,
    )
    for name in names.split()
}
ORDER = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
ORDER |= {"一": 1, "二": 2, "三": 3, "四": 4, "上": 1, "下": 2}
MONTH = "(" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\.?"
QUARTER_WORD = "(first|second|third|fourth|1st|2nd|3rd|4th)"
DASH = r" ?[-~] ?"

HAN_GAP = re.compile(r"(?<=[\u4e00-\u9fff]) | (?=[\u4e00-\u9fff])")
DASHES = re.compile("[‐‑‒–—―−－～〜]+|至|到| to ")
STROKE_RANGE = re.compile(r"(.+?) ?/ ?([0-9]{4}.*)")


def canonical(text: str) -> str | None:
    """The stored spelling of what someone wrote, or None when it is not understood.

    The answer has the right form but may still name a day that does not exist: ``Period.parse`` judges.
    """
    if len(text) > LONGEST:
        return None
    text = " ".join(unicodedata.normalize("NFKC", text).casefold().split())
    text = DASHES.sub("~", HAN_GAP.sub("", text))
    return _range(text) or _single(text)


def _single(text: str) -> str | None:
    for pattern, write in SINGLES:
        match = pattern.fullmatch(text)
        if match:
            return write(*match.groups())
    return None


def _range(text: str) -> str | None:
    for pattern, write in SHORTENED_RANGES:
        match = pattern.fullmatch(text)
        if match:
            return write(*match.groups())
    first, last = _split(text)
    if last is None:
        return None
    start = _single(first)
    end = _single(last) or (start and _completed(start, last))
    return f"{start}/{end}" if start and end else None


def _split(text: str) -> tuple[str, str | None]:
    """Cut at a sign that only means "to", else at a stroke or dash that has a whole year on both sides."""
    for sign in ("~", " - "):
        if text.count(sign) == 1:
            first, _, last = text.partition(sign)
            return first.strip(), last.strip()
    match = STROKE_RANGE.fullmatch(text) or re.fullmatch(r"([0-9]{4}年?)-([0-9]{4}年?)", text)
    return match.groups() if match else (text, None)


def _completed(start: str, end: str) -> str | None:
    """The end of a Chinese range leaves out what it shares with its start: 2025年9月5日至8日."""
    year, _, rest = start.partition("-")
    if re.fullmatch("[0-9]{1,2}日", end) and "-" in rest:
        return _single(f"{year}年{rest.partition('-')[0]}月{end}")
    if re.fullmatch("[0-9]{1,2}月([0-9]{1,2}日)?|第?[一二三四1-4]季度|[上下]半年", end):
        return _single(f"{year}年{end}")
    return None


def _day(year: str, month: str, day: str) -> str:
    return f"{year}-{int(MONTHS.get(month, month)):02}-{int(day):02}"


def _month(year: str, month: str) -> str:
    return f"{year}-{int(MONTHS.get(month, month)):02}"


def _quarter(year: str, quarter: str) -> str:
    return f"{year}-Q{ORDER.get(quarter, quarter)}"


def _half(year: str, half: str) -> str:
    return f"{year}-H{ORDER.get(half, half)}"


SINGLES = [
    (re.compile(pattern), write)
    for pattern, write in (
        (r"([0-9]{4})年?", lambda y: y),
        (r"([0-9]{4})[-./年]([0-9]{1,2})月?", _month),
        (r"([0-9]{4})[-./年]([0-9]{1,2})[-./月]([0-9]{1,2})[日号]?", _day),
        (rf"{MONTH},? ([0-9]{{4}})", lambda m, y: _month(y, m)),
        (rf"{MONTH} ([0-9]{{1,2}}),? ([0-9]{{4}})", lambda m, d, y: _day(y, m, d)),
        (rf"([0-9]{{1,2}}) {MONTH},? ([0-9]{{4}})", lambda d, m, y: _day(y, m, d)),
        (r"([0-9]{4})[- 年]?q([1-4])", _quarter),
        (r"q([1-4])[- ]?([0-9]{4})", lambda q, y: _quarter(y, q)),
        (rf"(?:the )?{QUARTER_WORD} quarter(?: of)? ([0-9]{{4}})", lambda q, y: _quarter(y, q)),
        (r"([0-9]{4})年?第?([一二三四1-4])季度", _quarter),
        (r"([0-9]{4})[- 年]?h([12])", _half),
        (r"h([12])[- ]?([0-9]{4})", lambda h, y: _half(y, h)),
        (r"(?:the )?(first|second) half(?: of)? ([0-9]{4})", lambda h, y: _half(y, h)),
        (r"([0-9]{4})年?([上下])半年", _half),
    )
]
# Ranges that name the year once for both ends.
SHORTENED_RANGES = [
    (re.compile(pattern), write)
    for pattern, write in (
        (
            rf"{MONTH} ([0-9]{{1,2}}){DASH}([0-9]{{1,2}}),? ([0-9]{{4}})",
            lambda m, d1, d2, y: f"{_day(y, m, d1)}/{_day(y, m, d2)}",
        ),
        (
            rf"{MONTH} ([0-9]{{1,2}}){DASH}{MONTH} ([0-9]{{1,2}}),? ([0-9]{{4}})",
            lambda m1, d1, m2, d2, y: f"{_day(y, m1, d1)}/{_day(y, m2, d2)}",
        ),
        (rf"{MONTH}{DASH}{MONTH} ([0-9]{{4}})", lambda m1, m2, y: f"{_month(y, m1)}/{_month(y, m2)}"),
        (
            rf"{QUARTER_WORD}(?: quarter)?{DASH}{QUARTER_WORD} quarters?(?: of)? ([0-9]{{4}})",
            lambda q1, q2, y: f"{_quarter(y, q1)}/{_quarter(y, q2)}",
        ),
        (r"(?:the )?first three quarters(?: of)? ([0-9]{4})", lambda y: f"{y}-Q1/{y}-Q3"),
        (r"([0-9]{4})年?前三季度", lambda y: f"{y}-Q1/{y}-Q3"),
        (rf"([0-9]{{4}})[- ]?q([1-4]){DASH}q([1-4])", lambda y, q1, q2: f"{y}-Q{q1}/{y}-Q{q2}"),
        (
            rf"(first|second) half{DASH}(first|second) half(?: of)? ([0-9]{{4}})",
            lambda h1, h2, y: f"{_half(y, h1)}/{_half(y, h2)}",
        ),
    )
]
