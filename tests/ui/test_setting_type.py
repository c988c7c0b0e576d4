import pytest

from ui.templatetags.setting_type import WORD_JOINER, unparted


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
