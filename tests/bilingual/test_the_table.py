"""Every row of the table that says how stored values read in each language."""

from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from bilingual import moments, money, quantities
from bilingual.money import Money
from bilingual.periods import Period
from bilingual.quantities import Quantity

EN, ZH = "en", "zh-hans"


@pytest.mark.parametrize(
    ("stored", "english", "chinese"),
    [
        (
            Money(46_300_000_000, usd_as_printed=Decimal(6_950_000_000)),
            "46.3 billion yuan ($6.95 billion)",
            "463亿元（69.5亿美元）",
        ),
        (Money(1_200_000_000), "1.2 billion yuan", "12亿元"),
        (Money(300_000_000), "300 million yuan", "3亿元"),
        (Money(100_000_000), "100 million yuan", "1亿元"),
        (
            Money(316_120_000_000, usd_as_printed=Decimal(47_420_000_000)),
            "316.12 billion yuan ($47.42 billion)",
            "3161.2亿元（474.2亿美元）",
        ),
        (Money(1_000_000_000_000), "1 trillion yuan", "1万亿元"),
        (Money(52_300), "52,300 yuan", "5.23万元"),
    ],
)
def test_money_reads_as_the_table_says(stored, english, chinese):
    assert (money.say(stored, EN), money.say(stored, ZH)) == (english, chinese)


def test_money_stands_before_a_noun_as_the_table_says():
    stored = Money(1_200_000_000)
    assert money.project(stored, EN) == "a 1.2-billion-yuan project"
    assert money.project(stored, ZH) == "总投资12亿元的项目"
    assert money.say(stored, EN, "adjective") == "1.2-billion-yuan"
    assert money.say(stored, ZH, "adjective") == "总投资12亿元的"


@pytest.mark.parametrize(
    ("stored", "form", "english", "chinese"),
    [
        (Quantity(63_756, "vehicles"), "exact", "63,756 vehicles", "63756辆"),
        (Quantity(63_756, "vehicles"), "short", "63,800 vehicles", "6.38万辆"),
        (
            Quantity(1_000_000_000, "chips", "over", "year"),
            "prose",
            "over 1 billion chips a year",
            "年产芯片超10亿颗",
        ),
        (Quantity(1_000, "robots", "over"), "prose", "over 1,000 robots", "1000余台机器人"),
        (
            Quantity(10_000, "visits", "over", "day"),
            "prose",
            "over 10,000 visitors a day",
            "日均游客1万余人次",
        ),
        (Quantity(3_520_000, "persons"), "prose", "3.52 million people", "352万人"),
        (Quantity(1_360, "sq_km"), "prose", "1,360 sq km", "1360平方公里"),
        (Quantity(30, "mu"), "prose", "30 mu (2 hectares)", "30亩（2公顷）"),
        (Quantity(10, "points"), "prose", "10 percentage points", "10个百分点"),
    ],
)
def test_quantities_read_as_the_table_says(stored, form, english, chinese):
    assert (quantities.say(stored, EN, form), quantities.say(stored, ZH, form)) == (english, chinese)


@pytest.mark.parametrize(
    ("stored", "english", "chinese"),
    [("-17.3", "down 17.3%", "下降17.3%"), ("19.2", "up 19.2%", "增长19.2%")],
)
def test_growth_reads_as_the_table_says(stored, english, chinese):
    assert quantities.growth(Decimal(stored), EN) == english
    assert quantities.growth(Decimal(stored), ZH) == chinese


@pytest.mark.parametrize(
    ("stored", "english", "chinese"),
    [
        ("2021-08-18", "Aug 18, 2021", "2021年8月18日"),
        ("2021-08", "August 2021", "2021年8月"),
        ("2021-H1", "first half of 2021", "2021年上半年"),
        ("2021-Q3", "third quarter of 2021", "2021年第三季度"),
        ("2018/2021", "2018–2021", "2018—2021年"),
        ("2025-09-05/2025-09-08", "Sept 5–8, 2025", "2025年9月5日至8日"),
    ],
)
def test_periods_read_as_the_table_says(stored, english, chinese):
    period = Period.parse(stored)
    assert (period.say(EN), period.say(ZH)) == (english, chinese)


def test_a_day_reads_as_the_table_says():
    assert moments.day(date(2021, 8, 18), EN) == "Aug 18, 2021"
    assert moments.day(date(2021, 8, 18), ZH) == "2021年8月18日"


def test_a_moment_reads_as_the_table_says():
    at = datetime(2021, 8, 18, 14, 30, tzinfo=ZoneInfo("Asia/Shanghai"))
    assert moments.moment(at, EN) == "2:30 pm, Aug 18, 2021 (UTC+8)"
    assert moments.moment(at, ZH) == "2021年8月18日14:30（北京时间）"


def test_the_updated_line_reads_as_the_table_says():
    assert moments.updated(date(2021, 8, 19), EN) == "Updated: 2021-08-19"
    assert moments.updated(date(2021, 8, 19), ZH) == "更新时间：2021-08-19"
