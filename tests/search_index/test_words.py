"""What a text is found by: one spelling for all spellings, words by their stem, Chinese in pairs."""

import pytest

from search_index.folding import APOSTROPHES, folded
from search_index.naming import key_of
from search_index.stemming import stem
from search_index.words import LONGEST, pairs, tokens, words


@pytest.mark.parametrize(
    "typed, plain",
    [
        ("ＳＦ５", "sf5"),
        ("Ｃｈáng’ＡＮ", "chang'an"),
        ("長安汽車", "长安汽车"),
        ("專精特新「小巨人」", "专精特新「小巨人」"),
        ("檯面後面", "台面后面"),
        ("Müller Straße", "muller strasse"),
        ("ﬁrst", "first"),
        ("①２½", "121⁄2"),
        ("İstanbul", "istanbul"),
    ],
)
def test_spellings_fold_into_one(typed, plain):
    assert folded(typed) == plain


@pytest.mark.parametrize("apostrophe", APOSTROPHES)
def test_every_apostrophe_is_one(apostrophe):
    assert tokens(f"Chang{apostrophe}an") == ["changan"]
    assert key_of(f"Chang{apostrophe}an Auto") == "changanauto"


def test_an_owner_is_found_by_the_name():
    assert tokens("Changan’s plants") == tokens("Changan plant")


@pytest.mark.parametrize(
    "forms",
    [
        ("factory", "factories"),
        ("plant", "plants"),
        ("open", "opened", "opening", "opens"),
        ("manufacture", "manufactured", "manufacturing"),
        ("plan", "planned", "planning", "plans"),
        ("process", "processes", "processed"),
        ("supply", "supplies", "supplied"),
        ("box", "boxes"),
    ],
)
def test_forms_of_a_word_have_one_stem(forms):
    assert len({stem(form) for form in forms}) == 1


@pytest.mark.parametrize("word", ["news", "series", "gas", "bus", "bonus", "5gs", "sf5", "ab", "speed"])
def test_a_word_that_only_looks_like_a_form_stays(word):
    assert stem(word) == word


def test_chinese_stands_in_pairs_in_order_and_its_characters_once_at_the_end():
    assert tokens("新区规划新区") == ["新区", "区规", "规划", "划新", "新区", "新", "区", "规", "划"]


def test_a_lone_character_is_a_word():
    assert tokens("港") == ["港"]
    assert pairs("港") == ["港"]


def test_han_and_latin_are_words_of_their_own():
    assert [word.text for word in words("5G基站与UNI系列，SF5。")] == ["5g", "基站与", "uni", "系列", "sf5"]


@pytest.mark.parametrize(
    "text, expected",
    [
        ("e-commerce", ["e", "commerc", "ecommerc"]),
        ("smart‑parking", ["smart", "park", "smartpark"]),
        ("China–Europe", ["china", "europ", "chinaeurop"]),
        ("Industry 4.0", ["industry", "4.0"]),
        ("63,756 cars", ["63756", "car"]),
        ("000625.SZ", ["000625", "sz"]),
        ("2021-08-18", ["2021", "08", "18"]),
        ("R&D", ["r", "d"]),
    ],
)
def test_hyphens_and_numbers(text, expected):
    assert tokens(text) == expected


def test_letters_without_end_are_no_word():
    assert tokens("x" * (LONGEST + 1)) == []
    assert tokens("a" * 20 + "-" + "b" * 21) == ["a" * 20, "b" * 21]


@pytest.mark.parametrize("text", ["", "   ", "!?*\"'", "\x00", "🚗", "……——", "\u202e\u200f"])
def test_signs_are_no_words(text):
    assert tokens(text) == []
    assert key_of(text) == ""


def test_rare_characters_are_han():
    assert tokens("𠮷野家") == ["𠮷野", "野家", "𠮷", "野", "家"]
