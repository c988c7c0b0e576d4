from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import translation

from bilingual import moments

EN, ZH = "en", "zh-hans"
BEIJING = ZoneInfo("Asia/Shanghai")


def test_months_are_short_beside_a_day_and_long_without():
    beside = [moments.day(date(2021, number, 1), EN).split()[0] for number in range(1, 13)]
    without = [moments.month(date(2021, number, 1), EN).split()[0] for number in range(1, 13)]
    assert " ".join(beside) == "Jan Feb March April May June July Aug Sept Oct Nov Dec"
    assert without[0] == "January" and without[8] == "September" and without[11] == "December"


@pytest.mark.parametrize(
    ("hour", "minute", "english", "chinese"),
    [
        (0, 0, "12:00 am", "0:00"),
        (9, 5, "9:05 am", "9:05"),
        (12, 0, "12:00 pm", "12:00"),
        (12, 30, "12:30 pm", "12:30"),
        (23, 59, "11:59 pm", "23:59"),
    ],
)
def test_hours_are_counted_to_twelve_in_english_and_to_twenty_four_in_chinese(hour, minute, english, chinese):
    at = datetime(2021, 8, 18, hour, minute, tzinfo=BEIJING)
    assert moments.moment(at, EN) == f"{english}, Aug 18, 2021 (UTC+8)"
    assert moments.moment(at, ZH) == f"2021年8月18日{chinese}（北京时间）"


def test_a_moment_of_another_zone_is_told_in_beijing_time():
    at = datetime(2021, 8, 18, 18, 0, tzinfo=UTC)
    assert moments.moment(at, EN) == "2:00 am, Aug 19, 2021 (UTC+8)"
    assert moments.day(at, ZH) == "2021年8月19日"
    assert moments.iso_day(at) == "2021-08-19"


@pytest.mark.parametrize("say", [moments.moment, moments.day, moments.month, moments.iso_day])
def test_a_moment_without_a_zone_is_refused(say):
    with pytest.raises(ValueError, match="no time zone"):
        say(datetime(2021, 8, 18, 14, 30))


def test_a_deadline_ends_with_its_day_in_beijing():
    assert moments.deadline(date(2021, 8, 18), EN) == "by the end of Aug 18, 2021 (UTC+8)"
    assert moments.deadline(date(2021, 8, 18), ZH) == "2021年8月18日24:00（北京时间）"


@pytest.mark.parametrize(
    ("last", "english", "chinese"),
    [
        (date(2025, 9, 5), "Sept 5, 2025", "2025年9月5日"),
        (date(2025, 9, 8), "Sept 5–8, 2025", "2025年9月5日至8日"),
        (date(2025, 10, 2), "Sept 5 – Oct 2, 2025", "2025年9月5日至10月2日"),
        (date(2026, 1, 2), "Sept 5, 2025 – Jan 2, 2026", "2025年9月5日至2026年1月2日"),
    ],
)
def test_a_range_of_days_says_once_what_its_ends_share(last, english, chinese):
    first = date(2025, 9, 5)
    assert (moments.day_range(first, last, EN), moments.day_range(first, last, ZH)) == (english, chinese)


def test_a_range_of_months_within_one_month_is_that_month():
    assert moments.month_range(date(2021, 8, 1), date(2021, 8, 31), EN) == "August 2021"


@pytest.mark.parametrize(
    ("hours", "english", "chinese"),
    [
        (0, "9:00 am, Aug 18, 2021 (UTC+8)", "2021年8月18日9:00（北京时间）"),
        (8, "9:00 am – 5:00 pm, Aug 18, 2021 (UTC+8)", "2021年8月18日9:00至17:00（北京时间）"),
        (
            32,
            "9:00 am, Aug 18, 2021 – 5:00 pm, Aug 19, 2021 (UTC+8)",
            "2021年8月18日9:00至2021年8月19日17:00（北京时间）",
        ),
    ],
)
def test_a_range_of_moments_names_the_zone_once(hours, english, chinese):
    first = datetime(2021, 8, 18, 9, 0, tzinfo=BEIJING)
    last = first + timedelta(hours=hours)
    assert (moments.moment_range(first, last, EN), moments.moment_range(first, last, ZH)) == (
        english,
        chinese,
    )


@pytest.mark.parametrize("join", [moments.day_range, moments.month_range])
def test_a_range_that_ends_before_it_starts_is_refused(join):
    with pytest.raises(ValueError, match="lies before"):
        join(date(2021, 8, 18), date(2021, 7, 17))


@pytest.mark.parametrize(
    "say", [moments.day, moments.month, moments.moment, moments.deadline, moments.updated]
)
def test_no_day_says_nothing(say):
    assert say(None, EN) == say(None, ZH) == moments.iso_day(None) == ""


def test_the_active_language_is_the_default():
    with translation.override(ZH):
        assert moments.day(date(2021, 8, 18)) == "2021年8月18日"
