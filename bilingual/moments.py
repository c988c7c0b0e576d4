"""Days and moments as each language writes them.

Everything is said in Beijing time (Asia/Shanghai, UTC+8), whatever zone an aware moment arrives in.
Months are short beside a day in English (Aug 18, 2021) and in full without one (August 2021).
"""

from __future__ import annotations

from datetime import date, datetime
from typing import TypeVar
from zoneinfo import ZoneInfo

from bilingual.languages import CHINESE, active_language

Day = TypeVar("Day", bound=date)

BEIJING = ZoneInfo("Asia/Shanghai")
SHORT_MONTHS = "Jan Feb March April May June July Aug Sept Oct Nov Dec".split()
LONG_MONTHS = "January February March April May June July August September October November December".split()


def day(value: date | None, language: str | None = None) -> str:
    """Says "Aug 18, 2021", "2021年8月18日"; of a moment, its day in Beijing; "" for None."""
    if value is None:
        return ""
    on = _day_of(value)
    if (language or active_language()) == CHINESE:
        return f"{on.year}年{on.month}月{on.day}日"
    return f"{_english_month_day(on)}, {on.year}"


def month(value: date | None, language: str | None = None) -> str:
    """Says "August 2021", "2021年8月"; "" for None."""
    if value is None:
        return ""
    on = _day_of(value)
    if (language or active_language()) == CHINESE:
        return f"{on.year}年{on.month}月"
    return f"{LONG_MONTHS[on.month - 1]} {on.year}"


def moment(value: datetime | None, language: str | None = None) -> str:
    """Says "2:30 pm, Aug 18, 2021 (UTC+8)", "2021年8月18日14:30（北京时间）"; "" for None.

    Raises ValueError for a moment without a time zone: it could mean any of 24 hours.
    """
    if value is None:
        return ""
    language = language or active_language()
    at = _in_beijing(value)
    return _placed(_time(at, language), at, language)


def deadline(value: date | None, language: str | None = None) -> str:
    """The end of a day, 24:00 in Beijing; "" for None.

    "by the end of Aug 18, 2021 (UTC+8)", "2021年8月18日24:00（北京时间）".
    """
    if value is None:
        return ""
    language = language or active_language()
    if language == CHINESE:
        return _placed("24:00", _day_of(value), language)
    return f"by the end of {day(value, language)} (UTC+8)"


def iso_day(value: date | None) -> str:
    """Says "2021-08-19" in both languages, for lists, feeds and the "Updated" line; "" for None."""
    return "" if value is None else _day_of(value).isoformat()


def updated(value: date | None, language: str | None = None) -> str:
    """Says "Updated: 2021-08-19", "更新时间：2021-08-19"; "" for None."""
    if value is None:
        return ""
    words = "更新时间：" if (language or active_language()) == CHINESE else "Updated: "
    return words + iso_day(value)


def day_range(first: date, last: date, language: str | None = None) -> str:
    """Says "Sept 5–8, 2025", "2025年9月5日至8日"; what both ends share is said once.

    Raises ValueError when ``last`` lies before ``first``.
    """
    language = language or active_language()
    start, end = _ordered(_day_of(first), _day_of(last))
    if start == end:
        return day(start, language)
    if language == CHINESE:
        if start.year != end.year:
            return f"{day(start, language)}至{day(end, language)}"
        until = f"{end.day}日" if start.month == end.month else f"{end.month}月{end.day}日"
        return f"{day(start, language)}至{until}"
    if start.year != end.year:
        return f"{day(start, language)} – {day(end, language)}"
    if start.month != end.month:
        return f"{_english_month_day(start)} – {day(end, language)}"
    return f"{_english_month_day(start)}–{end.day}, {end.year}"


def month_range(first: date, last: date, language: str | None = None) -> str:
    """Says "August–October 2021", "2021年8月至10月".

    Raises ValueError when ``last`` lies before ``first``.
    """
    language = language or active_language()
    start, end = _ordered(_day_of(first), _day_of(last))
    if (start.year, start.month) == (end.year, end.month):
        return month(start, language)
    if language == CHINESE:
        until = f"{end.month}月" if start.year == end.year else month(end, language)
        return f"{month(start, language)}至{until}"
    if start.year == end.year:
        return f"{LONG_MONTHS[start.month - 1]}–{month(end, language)}"
    return f"{month(start, language)} – {month(end, language)}"


def moment_range(first: datetime, last: datetime, language: str | None = None) -> str:
    """From one moment to another, the day said once when both lie in it.

    "9:00 am – 5:30 pm, Aug 18, 2021 (UTC+8)", "2021年8月18日9:00至17:30（北京时间）".
    Raises ValueError when ``last`` lies before ``first`` or a time zone is missing.
    """
    language = language or active_language()
    start, end = _ordered(_in_beijing(first), _in_beijing(last))
    if start == end:
        return moment(start, language)
    times = _time(start, language), _time(end, language)
    if start.date() == end.date():
        return _placed("至".join(times) if language == CHINESE else " – ".join(times), start, language)
    if language == CHINESE:
        return f"{day(start, language)}{times[0]}至{_placed(times[1], end, language)}"
    return f"{times[0]}, {day(start, language)} – {_placed(times[1], end, language)}"


def _placed(time: str, on: date, language: str) -> str:
    """A time with its day and its zone."""
    if language == CHINESE:
        return f"{day(on, language)}{time}（北京时间）"
    return f"{time}, {day(on, language)} (UTC+8)"


def _time(at: datetime, language: str) -> str:
    if language == CHINESE:
        return f"{at.hour}:{at.minute:02}"
    return f"{at.hour % 12 or 12}:{at.minute:02} {'am' if at.hour < 12 else 'pm'}"


def _english_month_day(on: date) -> str:
    return f"{SHORT_MONTHS[on.month - 1]} {on.day}"


def _day_of(value: date) -> date:
    return _in_beijing(value).date() if isinstance(value, datetime) else value


def _in_beijing(value: datetime) -> datetime:
    if value.tzinfo is None:
        raise ValueError(f"{value!r} has no time zone")
    return value.astimezone(BEIJING)


def _ordered(first: Day, last: Day) -> tuple[Day, Day]:
    if last < first:
        raise ValueError(f"{last} lies before {first}")
    return first, last


def moment_shown(value: datetime | None) -> str:
    """Says "2021-08-18 09:30", as lists of the newsroom do in both languages; a dash for None."""
    return f"{value.astimezone(BEIJING):%Y-%m-%d %H:%M}" if value else "–"
