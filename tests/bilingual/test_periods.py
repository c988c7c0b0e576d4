import random
from datetime import date, timedelta

import pytest
from django.utils import translation

from bilingual.period_spellings import canonical
from bilingual.periods import MAX_LENGTH, Period, Precision

EN, ZH = "en", "zh-hans"


def made_up_periods():
    """Periods of every kind, single and ranges."""
    dice = random.Random(20100618)
    first_days = [date(1862, 1, 1) + timedelta(days=dice.randrange(60_000)) for _ in range(120)]
    for day in first_days:
        later = day + timedelta(days=dice.choice([1, 9, 40, 200, 1000]))
        spellings = [
            (f"{at.year}", f"{at.year}-H{(at.month + 5) // 6}", f"{at.year}-Q{(at.month + 2) // 3}")
            + (f"{at:%Y-%m}", f"{at:%Y-%m-%d}")
            for at in (day, later)
        ]
        for start, end in zip(*spellings, strict=True):
            yield Period.parse(start)
            yield Period.parse(f"{start}/{end}")


@pytest.mark.parametrize(
    ("text", "start", "end", "precision"),
    [
        ("2021", date(2021, 1, 1), date(2021, 12, 31), Precision.YEAR),
        ("2021-H1", date(2021, 1, 1), date(2021, 6, 30), Precision.HALF),
        ("2021-H2", date(2021, 7, 1), date(2021, 12, 31), Precision.HALF),
        ("2021-Q3", date(2021, 7, 1), date(2021, 9, 30), Precision.QUARTER),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), Precision.MONTH),
        ("2021-08-18", date(2021, 8, 18), date(2021, 8, 18), Precision.DAY),
        ("2018/2021", date(2018, 1, 1), date(2021, 12, 31), Precision.YEAR),
        ("2025-09-05/2025-09-08", date(2025, 9, 5), date(2025, 9, 8), Precision.DAY),
        ("2021-Q1/2021-Q3", date(2021, 1, 1), date(2021, 9, 30), Precision.QUARTER),
    ],
)
def test_a_period_knows_its_first_and_last_day(text, start, end, precision):
    period = Period.parse(text)
    assert (period.start, period.end, period.precision) == (start, end, precision)
    assert period.is_range == ("/" in text)


@pytest.mark.parametrize(
    ("text", "english", "chinese"),
    [
        ("2021-05", "May 2021", "2021年5月"),
        ("2021-H2", "second half of 2021", "2021年下半年"),
        ("2021-Q1/2021-Q3", "first three quarters of 2021", "2021年前三季度"),
        ("2021-Q2/2021-Q3", "second quarter to third quarter of 2021", "2021年第二季度至第三季度"),
        ("2020-H2/2021-H1", "second half of 2020 to first half of 2021", "2020年下半年至2021年上半年"),
        ("2021-08/2021-10", "August–October 2021", "2021年8月至10月"),
        ("2020-08/2021-03", "August 2020 – March 2021", "2020年8月至2021年3月"),
        ("2025-08-30/2025-09-02", "Aug 30 – Sept 2, 2025", "2025年8月30日至9月2日"),
        ("2025-12-30/2026-01-02", "Dec 30, 2025 – Jan 2, 2026", "2025年12月30日至2026年1月2日"),
    ],
)
def test_what_both_ends_share_is_said_once(text, english, chinese):
    assert (Period.parse(text).say(EN), Period.parse(text).say(ZH)) == (english, chinese)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "is not recognised"),
        ("soon", "is not recognised"),
        ("2021-8", "is not recognised"),
        ("21", "is not recognised"),
        ("2021-H3", "is not recognised"),
        ("2021-Q5", "is not recognised"),
        ("2021-08-18T14:30", "is not recognised"),
        ("2021/", "is not recognised"),
        ("2018/2019/2020", "is not recognised"),
        ("２０２１", "is not recognised"),
        ("2021\n", "is not recognised"),
        ("2021\x00", "is not recognised"),
        ("0999", "between 1000 and 2999"),
        ("3000", "between 1000 and 2999"),
        ("2021-13", "between 1 and 12"),
        ("2021-00", "between 1 and 12"),
        ("2021-02-29", "no such day"),
        ("2021-04-31", "no such day"),
        ("2021/2018", "ends before it starts"),
        ("2021/2021-08", "the same unit"),
    ],
)
def test_nonsense_is_refused_with_its_reason(text, reason):
    with pytest.raises(ValueError, match=reason):
        Period.parse(text)


def test_a_range_from_something_to_itself_is_that_thing():
    assert Period.parse("2021/2021") == Period.parse("2021")


def test_periods_are_ordered_by_their_first_day_then_their_last():
    in_order = ["2020/2021", "2021-01", "2021-Q1", "2021", "2021-H2", "2021-08", "2021-08-18"]
    shuffled = [Period.parse(text) for text in sorted(in_order)]
    assert [period.text for period in sorted(shuffled)] == in_order


def test_a_period_contains_its_days_only():
    august = Period.parse("2021-08")
    assert date(2021, 8, 1) in august and date(2021, 8, 31) in august
    assert date(2021, 7, 31) not in august and date(2021, 9, 1) not in august


def test_a_day_becomes_a_period():
    assert Period.of_day(date(2021, 8, 18)) == Period.parse("2021-08-18")


def test_a_period_prints_itself_in_the_active_language():
    with translation.override(ZH):
        assert str(Period.parse("2021-H1")) == "2021年上半年"


def test_a_period_is_never_longer_than_its_column():
    assert max(len(period.text) for period in made_up_periods()) == MAX_LENGTH


@pytest.mark.parametrize("language", [EN, ZH])
def test_what_is_said_can_be_read_back(language):
    for period in made_up_periods():
        assert canonical(period.say(language)) == period.text, period.say(language)


def test_the_stored_spelling_is_understood_as_itself():
    for period in made_up_periods():
        assert canonical(period.text) == period.text


@pytest.mark.parametrize(
    ("written", "stored"),
    [
        (" 2021 ", "2021"),
        ("2021年", "2021"),
        ("２０２１年８月", "2021-08"),
        ("2021.8", "2021-08"),
        ("2021/08", "2021-08"),
        ("2021-8", "2021-08"),
        ("2021 年 8 月", "2021-08"),
        ("August 2021", "2021-08"),
        ("aug. 2021", "2021-08"),
        ("2021.8.18", "2021-08-18"),
        ("2021/08/18", "2021-08-18"),
        ("2021-8-18", "2021-08-18"),
        ("2021年8月18日", "2021-08-18"),
        ("2021年8月18号", "2021-08-18"),
        ("Aug 18, 2021", "2021-08-18"),
        ("August 18 2021", "2021-08-18"),
        ("18 August 2021", "2021-08-18"),
        ("Sep. 5, 2025", "2025-09-05"),
        ("2021 H1", "2021-H1"),
        ("h1 2021", "2021-H1"),
        ("2021上半年", "2021-H1"),
        ("the first half of 2021", "2021-H1"),
        ("2021Q3", "2021-Q3"),
        ("Q3 2021", "2021-Q3"),
        ("2021年三季度", "2021-Q3"),
        ("2021年第3季度", "2021-Q3"),
        ("2021年前三季度", "2021-Q1/2021-Q3"),
        ("2021 Q1–Q3", "2021-Q1/2021-Q3"),
        ("2018-2021", "2018/2021"),
        ("2018 - 2021", "2018/2021"),
        ("2018–2021", "2018/2021"),
        ("2018—2021年", "2018/2021"),
        ("2018年至2021年", "2018/2021"),
        ("2018～2021", "2018/2021"),
        ("2018 to 2021", "2018/2021"),
        ("2021/8/18 - 2021/8/20", "2021-08-18/2021-08-20"),
        ("2021/8/18/2021/8/20", "2021-08-18/2021-08-20"),
        ("2025年9月5日至8日", "2025-09-05/2025-09-08"),
        ("2025年8月30日—9月2日", "2025-08-30/2025-09-02"),
        ("Sept 5-8, 2025", "2025-09-05/2025-09-08"),
        ("September 5 to 8, 2025", "2025-09-05/2025-09-08"),
        ("2021年8月至10月", "2021-08/2021-10"),
    ],
)
def test_many_spellings_are_understood(written, stored):
    assert canonical(written) == stored


@pytest.mark.parametrize(
    "written",
    [
        "",
        "soon",
        "18/08/2021",
        "8/9/2021",
        "08-2021",
        "2021年8月18日14:30",
        "to",
        "至",
        "~",
        "2021" + " " * 80 + "H1",
    ],
)
def test_what_could_mean_several_things_is_not_guessed(written):
    assert canonical(written) is None
