import pytest
from django.utils import translation

from bilingual.checking import NamePair, Term, check_one, check_pair

SANY = NamePair(("Sany Heavy Machinery", "Sany"), ("三一重机", "三一"), ("Sanyi", "三一重工"))
CHANGAN = NamePair(("Changan Automobile", "Changan"), ("长安汽车", "长安"), ("Chang'an Automobile",))
CHANGAN_FORD = NamePair(("Changan Ford",), ("长安福特",))
ZISUN = NamePair(("Zisun Technology",))
NAMES = [SANY, CHANGAN, CHANGAN_FORD, ZISUN]
GIANT = Term("little giant", "小巨人", banned=("small giant",))
FACTORY = Term("lighthouse factory", "灯塔工厂", ("lighthouse",), ("灯塔厂",))


@pytest.mark.parametrize(
    ("english", "chinese", "expected"),
    [
        ("Sany builds cranes.", "三一重机生产起重机。", []),
        ("Sany builds cranes.", "该企业生产起重机。", [("name.missing", "en", "Sany")]),
        ("It builds cranes.", "三一重机生产起重机。", [("name.missing", "zh-hans", "三一重机")]),
        (
            "Changan Ford sells cars.",
            "长安汽车卖车。",
            [("name.missing", "en", "Changan Ford"), ("name.missing", "zh-hans", "长安汽车")],
        ),
        ("Zisun Technology makes masks.", "Zisun Technology生产口罩。", []),
        ("Changan, Ford and Sany", "长安、福特和三一", []),
        ("The Changanese are not named.", "这里没有名字。", []),
    ],
)
def test_a_body_is_named_in_both_languages_or_in_none(english, chinese, expected):
    found = check_pair(english, chinese, names=NAMES)
    assert [(one.rule, one.side, one.excerpt) for one in found] == expected


@pytest.mark.parametrize(
    ("wrong", "rule", "right"),
    [
        ("Sanyi builds cranes.", "name.banned", "Sany Heavy Machinery builds cranes."),
        ("Chang’an Automobile sells cars.", "name.banned", "Changan Automobile sells cars."),
        ("Chang-an Automobile sells cars.", "name.variant", "Changan Automobile sells cars."),
        ("CHANGAN sells cars.", "name.variant", "Changan sells cars."),
    ],
)
def test_a_wrong_spelling_of_a_name_is_put_right(wrong, rule, right):
    (found,) = check_one(wrong, "en", names=NAMES)
    assert (found.rule, found.fix.apply(wrong)) == (rule, right)


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("A small giant grows.", "A little giant grows."),
        ("Small giants grow.", "Little giants grow."),
        ("small-giant firms", "little giant firms"),
    ],
)
def test_a_banned_term_is_replaced_in_its_number_and_capitals(wrong, right):
    (found,) = check_one(wrong, "en", terms=[GIANT])
    assert (found.rule, found.fix.apply(wrong)) == ("term.banned", right)


@pytest.mark.parametrize(
    ("english", "chinese", "expected"),
    [
        ("Lighthouse factories teach.", "灯塔工厂教人。", []),
        ("Lighthouse factories teach.", "这些工厂教人。", ["term.missing"]),
        ("These plants teach.", "灯塔工厂教人。", ["term.missing"]),
        ("Lighthouses teach.", "这些工厂教人。", []),
        ("Lighthouses teach.", "灯塔工厂教人。", []),
    ],
)
def test_a_term_wants_its_counterpart_and_a_short_form_does_not(english, chinese, expected):
    assert [found.rule for found in check_pair(english, chinese, terms=[FACTORY])] == expected


@pytest.mark.parametrize(
    ("english", "chinese", "expected"),
    [
        ("+86-23-67573829", "023-67573829", []),
        ("+86 23 6757 3829", "（023）67573829", []),
        ("+86-23-67573829", "023-67573820", ["phone.differs"]),
        ("Call us.", "请致电023-67573829。", ["phone.missing"]),
        ("a.b@example.com", "邮箱a.b@example.com。", []),
        ("a.b@example.com", "邮箱a.c@example.com。", ["email.differs"]),
        ("See https://example.com/en/a/.", "见https://example.com/zh-hans/a/。", []),
        ("See https://example.com/a.", "见https://example.com/b。", ["url.differs"]),
        ('<a href="/en/parks/#map">Parks</a>', '<a href="/zh-hans/parks/#ditu">园区</a>', []),
        ('<a href="/en/parks/">Parks</a>', '<a href="/zh-hans/news/">园区</a>', ["link.differs"]),
        ('<a href="/en/parks/">Parks</a>', "园区", ["link.missing"]),
    ],
)
def test_both_languages_lead_to_the_same_places(english, chinese, expected):
    assert [found.rule for found in check_pair(english, chinese)] == expected


@pytest.mark.parametrize("character", "匯滙衆礦愛幾換徹擬壩綫")
def test_a_traditional_character_that_simplified_text_never_uses_is_named(character):
    assert "characters.traditional" in [found.rule for found in check_pair("", f"两江{character}新区")]


@pytest.mark.parametrize("text", ["乾隆年间的皇后", "著名的瞭望塔", "答覆与藉口", "于是松了一口气"])
def test_characters_that_are_right_in_simplified_text_too_are_left_alone(text):
    assert check_pair("", text) == []


def test_an_explanation_speaks_the_language_of_its_reader():
    (found,) = check_pair("25 projects", "26个项目")
    with translation.override("en"):
        assert "does not match" in str(found.explanation)


def test_with_one_text_missing_only_the_other_is_checked():
    assert check_pair("25 projects", "") == []
    assert [found.rule for found in check_pair("", "共 25个")] == ["punctuation.space"]
