"""How long a message is kept: no longer than answering it and following it up needs."""

from __future__ import annotations

from datetime import date

YEARS = 1


def erase_day(received_on: date) -> date:
    """The day on which a message of this day is erased, twelve months later; of Feb 29, Feb 28."""
    year = received_on.year + YEARS
    try:
        return received_on.replace(year=year)
    except ValueError:
        return received_on.replace(year=year, day=28)
