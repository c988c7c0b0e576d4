"""Words of the other script carry their language."""

from prose.foreign import mark_foreign


def test_a_chinese_name_in_english_text_is_marked_as_chinese():
    marked = mark_foreign("<p>Sany, 三一重机（重庆）有限公司, builds excavators.</p>", "en")
    assert marked == '<p>Sany, <span lang="zh-Hans">三一重机（重庆）有限公司</span>, builds excavators.</p>'


def test_a_chinese_date_or_amount_keeps_its_digits():
    assert mark_foreign("as 2021年8月18日 and 463亿元", "en") == (
        'as <span lang="zh-Hans">2021年8月18日</span> and <span lang="zh-Hans">463亿元</span>'
    )


def test_quotation_marks_of_the_text_stay_outside():
    assert mark_foreign("named “小康” then", "en") == 'named “<span lang="zh-Hans">小康</span>” then'


def test_an_english_phrase_in_chinese_text_is_marked_as_english():
    assert mark_foreign("<td>由Chongqing Dayou Microelectronics Co签约</td>", "zh-hans") == (
        '<td>由<span lang="en">Chongqing Dayou Microelectronics Co</span>签约</td>'
    )


def test_a_single_latin_word_in_chinese_text_is_left_alone():
    assert mark_foreign("长安UNI系列与SF5，ViMo平台", "zh-hans") == "长安UNI系列与SF5，ViMo平台"


def test_an_amount_in_english_keeps_its_digits():
    assert mark_foreign("463亿元与46.3 billion yuan", "zh-hans") == (
        '463亿元与<span lang="en">46.3 billion yuan</span>'
    )


def test_attributes_of_tags_are_left_alone():
    html = '<a href="https://example.com/重庆" title="重庆">map</a>'
    assert mark_foreign(html, "en") == html


def test_a_word_without_end_costs_no_more_than_its_length():
    assert mark_foreign("a" * 200_000, "zh-hans") == "a" * 200_000
    assert mark_foreign("1" * 200_000, "en") == "1" * 200_000
