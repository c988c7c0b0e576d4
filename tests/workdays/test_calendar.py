"""Which days are worked, and how working days are counted."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command

from workdays.announced import ANNOUNCED, PROVISIONAL, days_of, write_missing_years
from workdays.calendar import MOST_DAYS, Calendar
from workdays.models import HolidayYear, SpecialDay


@pytest.fixture
def calendar(db):
    return Calendar.load()


@pytest.mark.parametrize(
    ("day", "is_worked"),
    [
        (date(2026, 2, 13), True),
        (date(2026, 2, 14), True),  # a Saturday that makes up
        (date(2026, 2, 15), False),
        (date(2026, 2, 23), False),
        (date(2026, 2, 24), True),
        (date(2026, 2, 28), True),  # a Saturday that makes up
        (date(2026, 3, 1), False),
        (date(2026, 9, 20), True),  # a Sunday that makes up
        (date(2025, 10, 8), False),
        (date(2025, 10, 11), True),
        (date(2027, 2, 8), False),
        (date(2031, 10, 1), True),  # nobody knows yet: a plain Wednesday
    ],
)
def test_a_day_is_worked_as_the_notice_of_its_year_says(calendar, day, is_worked):
    assert calendar.is_workday(day) is is_worked


def test_the_delivered_years_have_as_many_days_off_as_their_notices_say():
    off = {
        year: sum(kind == "off" for _day, kind, _name in days_of(year)) for year in ANNOUNCED | PROVISIONAL
    }
    worked = {year: sum(kind == "work" for _day, kind, _name in days_of(year)) for year in ANNOUNCED}
    assert off == {2025: 28, 2026: 33, 2027: 13}
    assert worked == {2025: 5, 2026: 6}
    # Thirteen days by law, the rest are weekends that were moved.
    for year in ANNOUNCED:
        weekend = sum(kind == "off" and day.weekday() >= 5 for day, kind, _name in days_of(year))
        assert off[year] - weekend - worked[year] <= 13


def test_a_time_limit_of_five_working_days_over_spring_festival(calendar):
    assert calendar.add(date(2026, 2, 12), 5) == date(2026, 2, 26)


@pytest.mark.parametrize(
    ("day", "workdays", "end"),
    [
        (date(2026, 11, 20), 1, date(2026, 11, 23)),
        (date(2026, 11, 21), 0, date(2026, 11, 23)),
        (date(2026, 11, 23), 0, date(2026, 11, 23)),
        (date(2026, 9, 30), 1, date(2026, 10, 8)),
        (date(2026, 12, 31), 1, date(2027, 1, 4)),
    ],
)
def test_the_day_itself_is_not_counted(calendar, day, workdays, end):
    assert calendar.add(day, workdays) == end


@pytest.mark.parametrize("workdays", [-1, MOST_DAYS + 1])
def test_a_number_of_days_that_makes_no_sense_is_refused(calendar, workdays):
    with pytest.raises(ValueError, match="cannot be counted"):
        calendar.add(date(2026, 1, 5), workdays)


def test_counting_includes_both_ends_and_is_nought_backwards(calendar):
    assert calendar.count(date(2026, 10, 1), date(2026, 10, 10)) == 3
    assert calendar.count(date(2026, 10, 8), date(2026, 10, 8)) == 1
    assert calendar.count(date(2026, 10, 9), date(2026, 10, 8)) == 0


def test_adding_and_counting_agree(calendar):
    for number in range(1, 60):
        start = date(2026, 1, 20) + timedelta(days=number)
        assert calendar.count(start + timedelta(days=1), calendar.add(start, number)) == number


def test_years_that_are_not_announced_are_named(calendar):
    assert calendar.uncertain(date(2026, 12, 1), date(2026, 12, 31)) == []
    assert calendar.uncertain(date(2026, 12, 1), date(2028, 1, 2)) == [2027, 2028]


def test_what_an_administrator_entered_is_not_overwritten(db):
    year = HolidayYear.objects.get(year=2027)
    year.days.all().delete()
    HolidayYear.objects.filter(pk=year.pk).update(status="announced", source="Entered by hand")
    write_missing_years()
    assert HolidayYear.objects.get(year=2027).source == "Entered by hand"
    assert not year.days.exists()
    assert 2027 in Calendar.load().announced


@pytest.mark.django_db(transaction=True)
def test_an_emptied_database_gets_the_calendars_again_when_it_is_migrated():
    HolidayYear.objects.all().delete()
    call_command("migrate", verbosity=0)
    assert HolidayYear.objects.count() == 3
    assert SpecialDay.objects.count() == 85


@pytest.mark.parametrize(
    ("day", "kind", "field"), [(date(2026, 5, 5), "off", "day"), (date(2027, 5, 5), "work", "kind")]
)
def test_a_day_of_another_year_and_a_weekday_that_makes_up_are_refused(db, day, kind, field):
    row = SpecialDay(of_year=HolidayYear.objects.get(year=2027), day=day, kind=kind, holiday="other")
    with pytest.raises(ValidationError) as refusal:
        row.clean()
    assert set(refusal.value.message_dict) == {field}


def test_the_calendar_costs_two_queries(django_assert_num_queries, db):
    with django_assert_num_queries(2):
        Calendar.load()
