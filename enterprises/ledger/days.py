"""The day for which the ledger is asked, ``?on=2021-12-31``. No address is an error: nonsense means today."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from ui.query_strings import LONGEST_SHOWN, printable

from ..filters import FIRST_DAY, last_day


def read_day(asked: str, today: date) -> tuple[date, str]:
    """The day, and a sentence that says what was left out; the sentence is empty when nothing was."""
    text = printable(asked)
    if not text:
        return today, ""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return today, _(
            "“%(value)s” is not a valid date (for example, 2021-12-31). The list shows today."
        ) % {"value": text[:LONGEST_SHOWN]}
    if FIRST_DAY <= day <= last_day(today):
        return day, ""
    words = {"first": FIRST_DAY.isoformat(), "last": last_day(today).isoformat(), "day": day.isoformat()}
    return today, _(
        "The ledger covers dates from %(first)s to %(last)s; %(day)s was ignored and the list shows today."
    ) % words
