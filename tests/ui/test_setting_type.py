import pytest

from ui.templatetags.setting_type import WORD_JOINER, has_short_runs, unparted


@pytest.mark.parametrize(
    ("headline", "kept_together"),
    [
        ("示例通知：12月10日开放日", "示例通知：12~月~10~日开放日"),
        ("两江签下463亿元", "两江签下463~亿元"),
        ("超10亿颗芯片", "超~10~亿颗芯片"),
        ("占比30%的企业", "占比30%~的企业"),
    ],
)
def test_digits_and_unit_stay_on_one_line_of_a_chinese_headline(headline, kept_together):
    assert unparted(headline) == kept_together.replace("~", WORD_JOINER)


def test_an_english_headline_is_left_as_it_is():
    assert unparted("An open day on Dec 10") == "An open day on Dec 10"


def test_a_missing_headline_is_an_empty_text():
    assert unparted(None) == ""


@pytest.mark.parametrize(
    ("headline", "is_short"),
    [
        ("爬出来的城市：在地图骗人的地方出行", True),
        ("一个词，两张名单：本站所说的“灯塔工厂”是什么", True),
        ("两个行业占去近九成产值：重读2021年前三季度", False),
        ("", True),
    ],
)
def test_a_headline_parts_after_its_marks_alone_where_each_run_has_room(headline, is_short):
    assert has_short_runs(headline, 10) is is_short
