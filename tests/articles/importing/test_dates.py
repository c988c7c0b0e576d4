"""Printed days are read in both languages, and never guessed."""

import datetime

import pytest

from articles.importing.dates import find_date
from articles.importing.report import Reason


@pytest.mark.parametrize(
    "text",
    [
        "Updated: 2021-08-18",
        "Aug 18,2021",
        "Aug. 18, 2021",
        "August 18, 2021",
        "18 August 2021",
        "18th Aug 2021",
        "2021/8/18",
        "2021.08.18",
        "2021年8月18日",
        "2021 年 8 月 18 日",
        "二〇二一年八月十八日",
        "2021-08-18T10:20:00+08:00",
    ],
)
def test_one_day_in_its_many_spellings(text):
    assert find_date(text).on == datetime.date(2021, 8, 18)


def test_september_has_two_short_forms():
    assert find_date("Sept 5, 2021").on == find_date("Sep 5, 2021").on == datetime.date(2021, 9, 5)


@pytest.mark.parametrize("text", ["2021-08-18 10:20", "2021年8月18日 10:20:59", "2021年8月18日10：20"])
def test_the_clock_beside_the_day_is_kept(text):
    assert find_date(text).clock == "10:20"


@pytest.mark.parametrize("text", ["2021-02-30", "2021年13月1日", "Feb 30, 2021", "1021-02-03"])
def test_a_day_that_does_not_exist_is_reported_not_bent(text):
    assert find_date(text).on is None
    assert find_date(text).problem == Reason.IMPOSSIBLE_DATE


def test_a_day_that_could_be_two_is_not_guessed():
    assert find_date("08/09/2021").problem == Reason.AMBIGUOUS_DATE


@pytest.mark.parametrize("text", ["in 2021", "May we go", "8月18日", "1.2 billion", "2021-2022"])
def test_what_is_no_full_day_is_none(text):
    assert find_date(text) is None
