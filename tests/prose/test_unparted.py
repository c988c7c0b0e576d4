import pytest
from django.utils.translation import override

from prose.templatetags.prose import figures_kept
from prose.unparted import keep_figures


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("投资50亿元，占地", "投资[50亿元]，占地"),
        ("2021年6月30日", "[2021年][6月][30日]"),
        ("自动化率近80%。", "自动化率近[80%]。"),
        ("1000余台机器人", "[1000余]台机器人"),
        ("4.482亿美元", "[4.482亿美]元"),
        ("用“33618”概括", "用“33618”概括"),
        ('<a href="/zh-hans/p/2021年/">第5批</a>', '<a href="/zh-hans/p/2021年/">第[5批]</a>'),
    ],
)
def test_digits_and_unit_of_chinese_text_stand_in_one_unbroken_span(text, kept):
    marked = kept.replace("[", '<span class="figure">').replace("]", "</span>")
    assert keep_figures(text, "zh-hans") == marked


def test_english_text_is_left_as_it_is():
    assert keep_figures("46.3 billion yuan, up 12%", "en") == "46.3 billion yuan, up 12%"


def test_a_plain_summary_keeps_its_figures_and_stays_plain():
    with override("zh-hans"):
        assert (
            figures_kept("汽车产业1153亿元 <b>") == '汽车产业<span class="figure">1153亿元</span> &lt;b&gt;'
        )
        assert figures_kept(None) == ""
