from decimal import Decimal

import pytest
from django.utils import translation

from bilingual import quantities
from bilingual.quantities import UNITS, Quantity

EN, ZH = "en", "zh-hans"


def both(*args):
    return quantities.say(Quantity(*args), EN), quantities.say(Quantity(*args), ZH)


@pytest.mark.parametrize(
    ("unit", "english", "chinese"),
    [
        ("vehicles", "200 vehicles", "200辆"),
        ("chips", "200 chips", "200颗芯片"),
        ("pieces", "200 pieces", "200件"),
        ("panels", "200 panels", "200片面板"),
        ("units", "200 units", "200台"),
        ("robots", "200 robots", "200台机器人"),
        ("persons", "200 people", "200人"),
        ("visits", "200 visitors", "200人次"),
        ("sq_km", "200 sq km", "200平方公里"),
        ("sq_m", "200 sq m", "200平方米"),
        ("hectares", "200 hectares", "200公顷"),
        ("lines", "200 lines", "200条生产线"),
        ("projects", "200 projects", "200个项目"),
        ("enterprises", "200 enterprises", "200家企业"),
        ("programmes", "200 programmes", "200个项目"),
        ("percent", "200%", "200%"),
        ("points", "200 percentage points", "200个百分点"),
        ("km", "200 km", "200公里"),
        ("minutes", "200 minutes", "200分钟"),
        ("hours", "200 hours", "200小时"),
        ("days", "200 days", "200天"),
        ("working_days", "200 working days", "200个工作日"),
        ("sites", "200 sites", "200座"),
        ("tonnes", "200 tonnes", "200吨"),
        ("times", "200 times", "200倍"),
    ],
)
def test_each_unit_has_its_words(unit, english, chinese):
    assert both(200, unit) == (english, chinese)


def test_every_unit_can_be_said_with_every_comparator_and_period():
    said = 0
    for unit in UNITS:
        for comparator in ("exact", "about", "over", "at_least", "up_to", "nearly"):
            for period in (None, "day", "month", "year"):
                for text in both(1234, unit, comparator, period):
                    assert text and text == text.strip() and "  " not in text
                    said += 1
    assert said == len(UNITS) * 48


def test_unit_codes_fit_their_column():
    assert max(map(len, UNITS)) <= 20


@pytest.mark.parametrize("unit", [unit for unit in UNITS if UNITS[unit].singular != UNITS[unit].plural])
def test_one_of_something_is_singular_in_english(unit):
    assert quantities.say(Quantity(Decimal("1.0000"), unit), EN) == f"1 {UNITS[unit].singular}"
    assert quantities.say(Quantity(1_000_000, unit), EN) == f"1 million {UNITS[unit].plural}"
    assert quantities.say(Quantity(0, unit), EN) == f"0 {UNITS[unit].plural}"


@pytest.mark.parametrize(
    ("value", "unit", "chinese"),
    [
        (1_000, "robots", "1000余台机器人"),
        (50_000, "persons", "5万余人"),
        (10, "enterprises", "10余家企业"),
        (1_234, "robots", "超1234台机器人"),
        (52_300, "vehicles", "超5.23万辆"),
        (100_000_000, "persons", "超1亿人"),
        (5, "projects", "超5个项目"),
        (90, "percent", "超90%"),
        (1_000, "km", "超1000公里"),
        (0, "jobs", "超0个就业岗位"),
    ],
)
def test_over_is_a_remainder_after_round_counts_only(value, unit, chinese):
    assert quantities.say(Quantity(value, unit, "over"), ZH) == chinese


@pytest.mark.parametrize(
    ("quantity", "english", "chinese"),
    [
        (("600", "enterprises", "up_to"), "up to 600 enterprises", "最多600家企业"),
        (("80", "percent", "up_to"), "up to 80%", "最高80%"),
        (("600", "enterprises", "at_least"), "at least 600 enterprises", "不少于600家企业"),
        (("80", "percent", "at_least"), "at least 80%", "不低于80%"),
        (("80", "percent", "nearly"), "nearly 80%", "近80%"),
        (("17", "minutes", "about"), "about 17 minutes", "约17分钟"),
    ],
)
def test_bounds_differ_for_what_is_counted_and_what_is_measured(quantity, english, chinese):
    assert both(*quantity) == (english, chinese)


@pytest.mark.parametrize(
    ("quantity", "english", "chinese"),
    [
        ((28_000, "excavators", "exact", "year"), "28,000 excavators a year", "年产挖掘机2.8万台"),
        ((300, "vehicles", "about", "day"), "about 300 vehicles a day", "日产汽车约300辆"),
        ((5_000, "tonnes", "exact", "month"), "5,000 tonnes a month", "月产5000吨"),
        ((20, "projects", "over", "year"), "over 20 projects a year", "每年20余个项目"),
    ],
)
def test_a_rate_names_its_period(quantity, english, chinese):
    assert both(*quantity) == (english, chinese)


@pytest.mark.parametrize(
    ("mu", "english", "chinese"),
    [
        (15, "15 mu (1 hectare)", "15亩（1公顷）"),
        (100, "100 mu (6.67 hectares)", "100亩（6.67公顷）"),
        (15_000_000, "15 million mu (1 million hectares)", "1500万亩（100万公顷）"),
    ],
)
def test_mu_are_given_in_hectares_beside(mu, english, chinese):
    assert both(mu, "mu") == (english, chinese)


@pytest.mark.parametrize(
    ("change", "unit", "english", "chinese"),
    [
        ("29.4", "percent", "up 29.4%", "增长29.4%"),
        ("0", "percent", "unchanged", "持平"),
        ("-0.001", "percent", "unchanged", "持平"),
        ("2.50", "points", "up 2.5 percentage points", "上升2.5个百分点"),
        ("-1", "points", "down 1 percentage point", "下降1个百分点"),
        ("1200", "percent", "up 1,200%", "增长1200%"),
    ],
)
def test_a_change_is_said_with_its_direction(change, unit, english, chinese):
    assert quantities.growth(Decimal(change), EN, unit) == english
    assert quantities.growth(Decimal(change), ZH, unit) == chinese


@pytest.mark.parametrize("language", [EN, ZH])
def test_a_share_is_said_with_at_most_two_decimals(language):
    assert quantities.percent(Decimal("22.9"), language) == "22.9%"
    assert quantities.percent(Decimal("33.333"), language) == "33.33%"


@pytest.mark.parametrize(
    ("low", "high", "unit", "english", "chinese"),
    [
        (100, 150, None, "100–150", "100～150"),
        (100, 150, "robots", "100–150 robots", "100～150台机器人"),
        (100, 100, "robots", "100 robots", "100台机器人"),
        (0, 1, "lines", "0–1 line", "0～1条生产线"),
        (10, 15, "percent", "10–15%", "10%～15%"),
        (100_000_000, 150_000_000, "chips", "100–150 million chips", "1亿～1.5亿颗芯片"),
        (10_000_000, 100_000_000, None, "10–100 million", "1000万～1亿"),
        (900_000, 1_200_000, "persons", "900,000–1.2 million people", "90万～120万人"),
        (-5, 10, None, "−5 to 10", "−5～10"),
    ],
)
def test_a_range_is_joined_as_each_language_joins(low, high, unit, english, chinese):
    assert quantities.say_range(low, high, unit, EN) == english
    assert quantities.say_range(low, high, unit, ZH) == chinese


def test_a_range_that_runs_downwards_is_refused():
    with pytest.raises(ValueError, match="upwards"):
        quantities.say_range(150, 100)


def test_nothing_says_nothing():
    assert quantities.say(None, EN) == quantities.percent(None, EN) == quantities.growth(None, EN) == ""


def test_a_quantity_prints_itself_in_the_active_language():
    with translation.override(ZH):
        assert str(Quantity(25, "projects")) == "25个项目"


@pytest.mark.parametrize(
    "wrong", [{"unit": "furlongs"}, {"comparator": "roughly"}, {"period": "hour"}, {"value": "many"}]
)
def test_a_quantity_that_cannot_be_said_is_refused(wrong):
    with pytest.raises(ValueError):
        Quantity(**{"value": 1, "unit": "km", **wrong})


def test_a_change_in_another_unit_is_refused():
    with pytest.raises(ValueError, match="percent or points"):
        quantities.growth(1, EN, "km")
