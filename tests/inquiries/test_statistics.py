"""Response times as the public sees them."""

from datetime import date

import pytest
from django.core.cache import cache
from django.utils import timezone

from inquiries.actions import erase
from inquiries.models import Measure
from inquiries.statistics import SMALLEST, Times, report

TODAY = date(2026, 11, 22)


def measured(month, first_replies, answers=()):
    for place, minutes in enumerate(first_replies):
        answer = answers[place] if place < len(answers) else None
        Measure.objects.create(month=month, language="en", first_reply_minutes=minutes, answer_minutes=answer)


def test_medians_and_ninetieths_are_times_that_were_really_taken():
    times = Times.of([10, 20, 30, 40, 50, 60, 70, 80, 90, 1000])
    assert (times.count, times.median, times.most) == (10, 50, 90)


@pytest.mark.parametrize(("count", "told"), [(SMALLEST - 1, False), (SMALLEST, True)])
def test_few_messages_give_no_figure(count, told):
    assert (Times.of([60] * count).median is not None) is told


def test_months_are_counted_and_small_numbers_are_not_told(db):
    measured(date(2026, 11, 1), [30] * 6)
    measured(date(2026, 10, 1), [30] * 2)
    shown = report(TODAY)
    assert len(shown.months) == 12
    assert shown.months[0].month == date(2025, 12, 1)
    assert [month.received for month in shown.months[-3:]] == [0, None, 6]
    assert shown.months[-2].first_reply.median is None
    assert (shown.received, shown.first_reply.median) == (8, 30)


def test_what_nobody_has_replied_to_counts_as_received_alone(db):
    measured(date(2026, 11, 1), [None] * 5)
    assert report(TODAY).months[-1].received == 5
    assert report(TODAY).first_reply.count == 0


def test_an_erased_message_leaves_its_times_and_nothing_else(inquiry):
    Measure.objects.update(first_reply_minutes=45)
    erase(inquiry, reason="asked for")
    measure = Measure.objects.get()
    assert (measure.inquiry_id, measure.first_reply_minutes, measure.month.day) == (None, 45, 1)


@pytest.mark.parametrize("page", ["en", "zh-hans"])
def test_the_page_shows_the_times_and_how_they_are_counted(visitor, page, django_assert_max_num_queries):
    cache.clear()
    measured(timezone.localdate().replace(day=1), [90] * 5 + [2400] * 4, [1200] * 9)
    with django_assert_max_num_queries(8):
        text = visitor.get(f"/{page}/inquiries/response-times/").content.decode()
    assert text.count("<h1") == 1
    assert "1.5" in text
    assert "4.4" in text


def test_the_page_says_so_while_there_are_too_few(visitor):
    assert "Fewer than 5 messages" in visitor.get("/en/inquiries/response-times/").content.decode()
