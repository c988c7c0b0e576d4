"""Chinese typed in Latin letters: syllables, tones, first letters, and the readings of names here."""

import pytest

from search_index.naming import spelt
from search_index.pinyin import plain, readings, syllables
from search_index.words import initial_tokens, sound_tokens


@pytest.mark.parametrize(
    "han, said",
    [
        ("重庆", "chong qing"),
        ("长安", "chang an"),
        ("重庆长安汽车", "chong qing chang an qi che"),
        ("北碚", "bei bei"),
        ("涪陵", "fu ling"),
        ("綦江", "qi jiang"),
        ("洛碛", "luo qi"),
        ("朝天门", "chao tian men"),
        ("银行行长", "yin hang hang zhang"),
        ("重型机械", "zhong xing ji xie"),
        ("绿色", "lu se"),
        ("女", "nu"),
    ],
)
def test_names_here_are_read_as_people_here_read_them(han, said):
    assert syllables(han) == said.split()


def test_what_is_not_han_makes_no_sound():
    assert syllables("UNI系列2") == ["xi", "lie"]


@pytest.mark.parametrize("typed", ["lvse", "luse", "lv4se4", "lu4se4"])
def test_the_two_dots_and_the_tones_need_not_be_typed(typed):
    assert plain(typed) == "luse"
    assert ("lu", "se") in readings(typed)


@pytest.mark.parametrize(
    "letters, ways",
    [
        ("changan", [("chang", "an"), ("chan", "gan")]),
        ("xian", [("xian",), ("xi", "an")]),
        ("jichengdianlu", [("ji", "cheng", "dian", "lu"), ("ji", "chen", "g", "dian", "lu")]),
    ],
)
def test_letters_are_cut_into_syllables(letters, ways):
    found = readings(letters)
    assert ways[0] in found
    assert all("".join(way) == letters for way in found)


@pytest.mark.parametrize("letters", ["plant", "huawei5g", "sf5", "strength", "", "北京"])
def test_letters_that_are_no_pinyin_have_no_reading(letters):
    assert [way for way in readings(letters) if way] == []


def test_letters_without_end_are_cut_in_a_few_ways_and_at_once():
    assert len(readings("an" * 100)) <= 4


def test_a_name_is_typed_by_letters_sound_or_first_letters():
    ways = spelt("長安 Auto（集团）")
    assert (ways.key, ways.sound, ways.initials) == ("长安auto集团", "changanjituan", "cajt")


def test_sounds_and_first_letters_are_marked_as_what_they_are():
    assert sound_tokens("长安") == ["~chang", "~an"]
    assert initial_tokens("两江新区") == ["^lj", "^jx", "^xq"]
    assert initial_tokens("港") == []
