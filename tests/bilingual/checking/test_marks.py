import pytest

from bilingual.checking import check_one, check_pair
from tests.bilingual.checking.errors import NAMES, TERMS, seeded_errors

CHINESE_FIXES = [
    ("两江新区,重庆", "punctuation.halfwidth", "两江新区，重庆"),
    ("两江新区, 重庆", "punctuation.halfwidth", "两江新区，重庆"),
    ("注:见第4页", "punctuation.halfwidth", "注：见第4页"),
    ("建成投产.随后扩建", "punctuation.halfwidth", "建成投产。随后扩建"),
    ("售出5辆.", "punctuation.halfwidth", "售出5辆。"),
    ("SF5,赛力斯", "punctuation.halfwidth", "SF5，赛力斯"),
    ('他说"很快"。', "punctuation.quotes", "他说“很快”。"),
    ("他说'很快'。", "punctuation.quotes", "他说‘很快’。"),
    ("等等...", "punctuation.ellipsis", "等等……"),
    ("等等。。。", "punctuation.ellipsis", "等等……"),
    ("重庆--山城", "punctuation.dash", "重庆——山城"),
    ("共 25个", "punctuation.space", "共25个"),
    ("共25 个", "punctuation.space", "共25个"),
    ("用 SERES品牌", "punctuation.space", "用SERES品牌"),
    ("投产 ，扩建", "punctuation.space", "投产，扩建"),
    ("投产，，扩建", "punctuation.double", "投产，扩建"),
    ("投产。。扩建", "punctuation.double", "投产。扩建"),
    ("共２５个", "characters.fullwidth", "共25个"),
    ("汽車產業", "characters.traditional", "汽车产业"),
]
ENGLISH_FIXES = [
    ("Cars，robots", "punctuation.fullwidth", "Cars, robots"),
    ("Cars， robots", "punctuation.fullwidth", "Cars, robots"),
    ("It opened。", "punctuation.fullwidth", "It opened."),
    ("a plant（in Longxing", "punctuation.fullwidth", "a plant (in Longxing"),
    ("It opened...", "punctuation.ellipsis", "It opened…"),
    ("Cars -- robots", "punctuation.dash", "Cars—robots"),
    ("Cars , robots", "punctuation.space", "Cars, robots"),
    ("Cars,, robots", "punctuation.double", "Cars, robots"),
    ("It opened..", "punctuation.double", "It opened."),
    ("in ２０21", "characters.fullwidth", "in 2021"),
]
CLEAN = [
    ("zh-hans", "见https://example.com/a,b?c=1，或致信a.b@example.com。"),
    ("zh-hans", "每天9:00至17:30，比分3:2。"),
    ("zh-hans", "2018—2021年，“一带一路”（见附件）……《规划》——新篇。"),
    ("zh-hans", "采用Plug & Play, Inc.的方案"),
    ("zh-hans", "芯片;汽车;机器人"),
    ("zh-hans", "1. 概述"),
    ("zh-hans", "（1）概述；2）范围"),
    ("zh-hans", "<p>人物<span lang='en'>a man, a plan</span>。</p>"),
    ("zh-hans", "iPhone与Changan Ford合作"),
    ("zh-hans", "重启后记：乾隆著作"),
    ("en", "The city’s “lighthouse” list, the firms’ own (see page 4)."),
    ("en", "1) cars; 2) robots"),
    ("en", "e.g. Sany, etc., and so on… at 9:30."),
    ("en", "The firm, in Chinese 小康, became Seres (赛力斯)."),
    ("en", "Ask for “素” or 清真, qing zhen."),
    ("en", "The <span lang='zh-Hans'>专精特新“小巨人”</span> list"),
    ("en", "“First paragraph.\n“Second paragraph.”"),
]
FOUND = [
    ("zh-hans", "（一期", "punctuation.unbalanced"),
    ("zh-hans", "“一期", "punctuation.unbalanced"),
    ("zh-hans", "一期”", "punctuation.unbalanced"),
    ("zh-hans", "一期，。二期", "punctuation.double"),
    ("zh-hans", "该项目will be built soon。", "leftover.latin"),
    ("zh-hans", "项目位于the龙兴", "leftover.latin"),
    ("en", "a plant (in Longxing", "punctuation.unbalanced"),
    ("en", "a plant in Longxing”", "punctuation.unbalanced"),
    ("en", "the 总投资 came to more", "leftover.han"),
    ("en", "《Plan》of the city", "punctuation.fullwidth"),
]


@pytest.mark.parametrize(("wrong", "rule", "right"), CHINESE_FIXES)
def test_one_click_puts_a_chinese_mark_right(wrong, rule, right):
    assert fixed(wrong, "zh-hans", rule) == right


@pytest.mark.parametrize(("wrong", "rule", "right"), ENGLISH_FIXES)
def test_one_click_puts_an_english_mark_right(wrong, rule, right):
    assert fixed(wrong, "en", rule) == right


@pytest.mark.parametrize(("language", "text"), CLEAN)
def test_text_as_it_should_be_passes(language, text):
    assert [(found.rule, found.excerpt) for found in check_one(text, language)] == []


@pytest.mark.parametrize(("language", "text", "rule"), FOUND)
def test_what_only_a_person_can_mend_is_found_without_a_fix(language, text, rule):
    found = [one for one in check_one(text, language) if one.rule == rule]
    assert [one.fix for one in found] == [None]


def test_both_brackets_are_widened():
    text = "重庆(直辖市)"
    for _bracket in "()":
        text = check_one(text, "zh-hans")[0].fix.apply(text)
    assert text == "重庆（直辖市）"


def test_a_fix_that_would_touch_a_tag_is_not_offered():
    assert check_one('<p>他说"<b>很快</b>"。</p>', "zh-hans")[0].fix is None


def test_a_fix_counts_in_the_source_with_its_tags():
    assert fixed("<p>A&amp;B <b>公司</b>,重庆</p>", "zh-hans", "punctuation.halfwidth") == (
        "<p>A&amp;B <b>公司</b>，重庆</p>"
    )


def test_after_its_fix_a_finding_is_gone_and_no_other_has_come():
    fixes = 0
    for error in seeded_errors(200):
        texts = {"en": error.english, "zh-hans": error.chinese}
        before = check_pair(*texts.values(), names=NAMES, terms=TERMS)
        for found in before:
            if found.fix:
                mended = texts | {found.side: found.fix.apply(texts[found.side])}
                after = check_pair(*mended.values(), names=NAMES, terms=TERMS)
                assert len(after) < len(before), (error, found)
                fixes += 1
    assert fixes > 40


def test_a_language_of_another_site_is_refused():
    with pytest.raises(ValueError, match="'fr' is not one of en, zh-hans"):
        check_one("Bonjour", "fr")


def fixed(text: str, language: str, rule: str) -> str:
    (found,) = [one for one in check_one(text, language) if one.rule == rule]
    return found.fix.apply(text)
