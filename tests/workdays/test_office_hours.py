"""The clock that runs while the office works."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from workdays.calendar import Calendar
from workdays.office_hours import DAY_MINUTES, add_minutes, due, minutes_between, start_of_work

BEIJING = ZoneInfo("Asia/Shanghai")


def at(text):
    return datetime.fromisoformat(text).replace(tzinfo=BEIJING)


@pytest.fixture
def calendar(db):
    return Calendar.load()


@pytest.mark.parametrize(
    ("moment", "begins"),
    [
        ("2026-11-20 10:00", "2026-11-20 10:00"),
        ("2026-11-20 06:00", "2026-11-20 09:00"),
        ("2026-11-20 18:00", "2026-11-23 09:00"),
        ("2026-11-21 12:00", "2026-11-23 09:00"),
        ("2026-09-30 18:30", "2026-10-08 09:00"),
        ("2026-09-19 23:00", "2026-09-20 09:00"),
    ],
)
def test_what_arrives_outside_hours_arrives_when_the_office_opens(calendar, moment, begins):
    assert start_of_work(at(moment), calendar) == at(begins)


@pytest.mark.parametrize(
    ("moment", "days", "deadline"),
    [
        ("2026-11-20 15:00", 1, "2026-11-23 15:00"),
        ("2026-11-21 03:00", 1, "2026-11-24 09:00"),
        ("2026-09-30 17:00", 1, "2026-10-08 17:00"),
        ("2026-02-12 10:00", 5, "2026-02-26 10:00"),
    ],
)
def test_a_deadline_lies_working_days_later_at_the_same_time_of_day(calendar, moment, days, deadline):
    assert due(at(moment), days, calendar) == at(deadline)


def test_a_moment_of_another_zone_is_read_in_beijing(calendar):
    moment = datetime(2026, 11, 20, 23, 0, tzinfo=ZoneInfo("UTC"))
    assert due(moment, 1, calendar) == at("2026-11-24 09:00")


@pytest.mark.parametrize(
    ("first", "last", "minutes"),
    [
        ("2026-11-20 10:00", "2026-11-20 10:45", 45),
        ("2026-11-20 17:00", "2026-11-23 10:00", 120),
        ("2026-11-20 20:00", "2026-11-22 20:00", 0),
        ("2026-11-20 10:00", "2026-11-20 09:30", 0),
        ("2026-09-30 17:00", "2026-10-08 09:10", 70),
    ],
)
def test_only_working_time_counts(calendar, first, last, minutes):
    assert minutes_between(at(first), at(last), calendar) == minutes


@pytest.mark.parametrize("minutes", [0, 1, 60, DAY_MINUTES, DAY_MINUTES + 1, 5 * DAY_MINUTES])
def test_adding_minutes_and_counting_them_agree(calendar, minutes):
    start = at("2026-09-29 16:20")
    assert minutes_between(start, add_minutes(start, minutes, calendar), calendar) == minutes
