"""Working time: what is due when, and what stops the clock."""

import uuid
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from inquiries import clocks
from inquiries.actions import receive
from inquiries.desk import handling
from inquiries.models import Inquiry, Measure
from inquiries.tracking import by_sender
from workdays.models import SpecialDay

BEIJING = ZoneInfo("Asia/Shanghai")
DETAILS = {
    "language": "en",
    "topic": "site",
    "message": "A hall?",
    "name": "Sample",
    "email": "sample@example.com",
    "country_or_region": "DE",
}


def at(text):
    return datetime.fromisoformat(text).replace(tzinfo=BEIJING)


@pytest.fixture
def arrive(db):
    """A function that receives a message at a moment."""

    def one(moment):
        return receive(submission=uuid.uuid4(), details=DETAILS, at=at(moment))

    return one


@pytest.fixture
def clerk(make_member):
    return make_member("desk")


def written(inquiry, clerk, step, moment):
    handling.reply(inquiry, text="x", step=step, by=clerk, submission=uuid.uuid4(), at=at(moment))
    inquiry.refresh_from_db()
    return inquiry


@pytest.mark.parametrize(
    ("arrival", "due"),
    [
        ("2026-11-20 15:00", "2026-11-23 15:00"),
        ("2026-11-21 02:00", "2026-11-24 09:00"),
        ("2026-09-30 17:30", "2026-10-08 17:30"),
        ("2026-02-13 10:00", "2026-02-14 10:00"),
    ],
)
def test_a_first_reply_is_due_after_one_working_day(arrive, arrival, due):
    assert arrive(arrival).due_at == at(due)


def test_after_a_first_reply_the_answer_is_due_five_days_after_the_receipt(arrive, clerk):
    inquiry = written(arrive("2026-11-16 10:00"), clerk, "interim", "2026-11-16 11:30")
    assert inquiry.first_reply_at == at("2026-11-16 11:30")
    assert inquiry.due_at == at("2026-11-23 10:00")
    assert inquiry.state == "assigned"


def test_the_clock_stands_still_while_the_desk_waits_for_its_sender(arrive, clerk):
    inquiry = written(arrive("2026-11-16 10:00"), clerk, "question", "2026-11-16 12:00")
    assert (inquiry.state, inquiry.due_at) == ("needs-more", None)
    by_sender.answer(inquiry, text="A crane.", submission=uuid.uuid4(), at=at("2026-11-18 12:00"))
    inquiry.refresh_from_db()
    assert inquiry.state == "assigned"
    assert inquiry.due_at == at("2026-11-25 10:00")


def test_an_answer_ends_the_clock_and_its_time_is_measured(arrive, clerk):
    inquiry = written(arrive("2026-11-16 10:00"), clerk, "question", "2026-11-16 12:00")
    by_sender.answer(inquiry, text="A crane.", submission=uuid.uuid4(), at=at("2026-11-18 12:00"))
    inquiry = written(inquiry, clerk, "final", "2026-11-18 13:00")
    assert (inquiry.state, inquiry.due_at) == ("answered", None)
    measure = Measure.objects.get()
    assert (measure.first_reply_minutes, measure.answer_minutes) == (120, 180)


def test_a_sender_who_writes_again_after_an_answer_starts_the_clock_anew(arrive, clerk):
    inquiry = written(arrive("2026-11-16 10:00"), clerk, "final", "2026-11-16 12:00")
    by_sender.answer(inquiry, text="One more.", submission=uuid.uuid4(), at=at("2026-11-20 10:00"))
    inquiry.refresh_from_db()
    assert (inquiry.state, inquiry.due_at) == ("assigned", at("2026-11-27 10:00"))
    assert Measure.objects.get().answer_minutes == 120


def test_a_corrected_holiday_moves_what_is_due(arrive):
    inquiry = arrive("2026-11-20 15:00")
    SpecialDay.objects.create(of_year_id=_year(2026), day="2026-11-23", kind="off", holiday="other")
    assert clocks.recount_open() == 1
    inquiry.refresh_from_db()
    assert inquiry.due_at == at("2026-11-24 15:00")
    assert clocks.recount_open() == 0


def _year(number):
    return SpecialDay.of_year.get_queryset().get(year=number).pk


def test_spam_leaves_the_response_times_and_comes_back_when_it_was_none(arrive, clerk):
    inquiry = arrive("2026-11-20 15:00")
    handling.close(inquiry, outcome="spam", by=clerk)
    assert Measure.objects.count() == 0
    handling.open_again(inquiry, by=clerk)
    assert Measure.objects.count() == 1
    assert Inquiry.objects.get().due_at is not None
