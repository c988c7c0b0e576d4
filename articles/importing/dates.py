"""Calendar days as printed in both languages, told apart from days that do not exist or could be two."""

import datetime
import re
from dataclasses import dataclass

from articles.importing.report import Reason

MONTHS = {
    name: number
    for number, names in enumerate(
        [
            ("jan", "january"),
            ("feb", "february"),
            ("mar", "march"),
            ("apr", "april"),
            ("may",),
            ("jun", "june"),
            ("jul", "july"),
            ("aug", "august"),
            ("sep", "sept", "september"),
            ("oct", "october"),
            ("nov", "november"),
            ("dec", "december"),
        ],
        start=1,
    )
    for name in names
}
MONTH = r"(?P<month_name>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
CLOCK = r"(?:[ T,，\u3000]*(?P<hour>\d{1,2})[:：](?P<minute>\d{2})(?:[:：]\d{2})?)?"
DIGITS = dict(zip("〇零○一二三四五六七八九", [0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9], strict=True))
HAN_DAY = re.compile(
    r"(?P<y>[〇零○一二三四五六七八九]{4})年(?P<m>[一二三四五六七八九十]{1,2})月(?P<d>[一二三四五六七八九十]{1,3})日"
)

SHAPES = [
    re.compile(r"(?<!\d)(?P<year>\d{4}) ?年 ?(?P<month>\d{1,2}) ?月 ?(?P<day>\d{1,2}) ?日" + CLOCK),
    re.compile(r"(?<!\d)(?P<year>\d{4})([-/.])(?P<month>\d{1,2})\2(?P<day>\d{1,2})(?!\d)" + CLOCK),
    re.compile(MONTH + r" ?(?P<day>\d{1,2})(?:st|nd|rd|th)?,? ?(?P<year>\d{4})(?!\d)" + CLOCK, re.I),
    re.compile(
        r"(?<!\d)(?P<day>\d{1,2})(?:st|nd|rd|th)? " + MONTH + r",? ?(?P<year>\d{4})(?!\d)" + CLOCK, re.I
    ),
]
SLASHED = re.compile(r"(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?!\d)")
YEARS = range(1980, 2101)


@dataclass(frozen=True)
class PrintedDate:
    """A day found in a text. `on` is None when `problem` says why it cannot be used.

    `clock` is "HH:MM" in Beijing time or "". `start` and `end` are where it stood in the text.
    """

    on: datetime.date | None
    start: int
    end: int
    clock: str = ""
    problem: Reason | None = None


def find_date(text):
    """The first day printed in `text` as a PrintedDate, or None. Never guesses between two readings."""
    found = [date for date in (read(shape.search(text)) for shape in SHAPES) if date]
    slashed = SLASHED.search(text)
    if slashed:
        found.append(PrintedDate(None, *slashed.span(), problem=Reason.AMBIGUOUS_DATE))
    han = HAN_DAY.search(text)
    if han:
        year = int("".join(str(DIGITS[character]) for character in han["y"]))
        found.append(dated(year, han_number(han["m"]), han_number(han["d"]), han))
    return min(found, key=lambda date: date.start, default=None)


def read(match):
    if match is None:
        return None
    parts = match.groupdict()
    month = MONTHS[parts["month_name"].lower()] if parts.get("month_name") else int(parts["month"])
    return dated(int(parts["year"]), month, int(parts["day"]), match, parts.get("hour"), parts.get("minute"))


def dated(year, month, day, match, hour=None, minute=None):
    clock = f"{int(hour):02}:{minute}" if hour and int(hour) < 24 and int(minute) < 60 else ""
    try:
        on = datetime.date(year, month, day)
    except ValueError:
        return PrintedDate(None, *match.span(), problem=Reason.IMPOSSIBLE_DATE)
    if year not in YEARS:
        return PrintedDate(None, *match.span(), problem=Reason.IMPOSSIBLE_DATE)
    return PrintedDate(on, *match.span(), clock=clock)


def han_number(text):
    tens, mark, ones = text.partition("十")
    if not mark:
        return DIGITS[text] if len(text) == 1 else 0
    return (DIGITS[tens] if tens else 1) * 10 + (DIGITS[ones] if ones else 0)
