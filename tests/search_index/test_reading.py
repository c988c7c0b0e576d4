"""From what a person typed to what is asked."""

import pytest

from search_index.expressions import All, Any, Phrase
from search_index.reading import MAX_LENGTH, MOST_PIECES, clean, read, wording


def nothing_known(keys):
    return {}


def asked(text, known=nothing_known):
    return read(text, known)


def phrases(expression) -> set[tuple[str, ...]]:
    if isinstance(expression, Phrase):
        return {expression.tokens}
    return {phrase for part in expression.parts for phrase in phrases(part)}


@pytest.mark.parametrize("text", ["", "  ", "***", '"', "\x00", "🚗🚗", "——"])
def test_what_holds_no_word_asks_nothing(text):
    assert asked(text) is None


def test_chinese_is_asked_as_a_phrase_of_pairs():
    assert asked("新区规划").strict == Phrase(("新区", "区规", "规划"))
    assert asked("港").strict == Phrase(("港",))


def test_english_words_are_all_asked_wherever_they_stand():
    assert asked("excavator plants").strict.parts[0] == All((Phrase(("excavator",)), Phrase(("plant",))))


def test_words_that_only_join_are_not_asked():
    assert ("how",) not in phrases(asked("how to register").strict)


def test_a_question_of_nothing_but_such_words_asks_for_them():
    assert ("who",) in phrases(asked("who").strict)


def test_letters_may_be_a_word_pinyin_or_first_letters():
    assert phrases(asked("changan").strict) == {("changan",), ("~chang", "~an"), ("~chan", "~gan"), *INITIALS}
    assert ("^lj", "^jx", "^xq") in phrases(asked("ljxq").strict)


INITIALS = {("^ch", "^ha", "^an", "^ng", "^ga", "^an")}


def test_two_words_may_be_one():
    assert ("ecommerc",) in phrases(asked("e commerce").strict)


def test_a_term_asks_for_every_wording_of_it():
    def known(keys):
        return {"灯塔工厂": ("lighthouse factory", "灯塔工厂")} if "灯塔工厂" in keys else {}

    reading = asked("灯塔工厂", known)
    assert ("lighthous", "factory") in phrases(reading.strict)
    assert {"灯塔工厂", "lighthous", "factory"} <= reading.wordings


def test_what_a_legal_name_says_besides_is_not_marked():
    names = ("重庆长安汽车股份有限公司", "长安UNI系列", "Changan", "Chongqing Changan Automobile Co", "长安")
    assert asked("长安", lambda keys: {"长安": names}).wordings == {"长安", "changan"}
    former = ("Seres", "Chongqing Jinkang New Energy Automobile Co")
    assert asked("seres", lambda keys: {"seres": former}).wordings == {"sere"}


def test_a_term_is_known_inside_a_run():
    def known(keys):
        return {"灯塔工厂": ("lighthouse",)} if "灯塔工厂" in keys else {}

    assert {("龙兴",), ("lighthous",)} <= phrases(asked("龙兴灯塔工厂", known).strict)


def test_all_names_are_asked_for_at_once():
    calls = []

    def count(keys):
        calls.append(keys)
        return {}

    read("长安汽车 and Ford plants 在重庆", count)
    assert len(calls) == 1
    assert {"长安", "汽车", "ford", "fordplants", "在重庆"} <= calls[0]


def test_questions_loosen_from_their_joints_to_their_pieces():
    reading = asked("果园港在哪里")
    assert reading.looser[0] == Phrase(("果园", "园港"))
    assert [piece.tokens for piece in reading.pieces] == [("果园",), ("园港",)]


def test_a_long_question_has_a_bounded_number_of_parts():
    reading = asked("新区规划" * 50)
    assert len(reading.pieces) <= MOST_PIECES
    assert len(phrases(Any((reading.strict, *reading.looser)))) < 200


def test_text_is_cleaned_and_cut():
    assert clean("  a\x00b\tc\n\u202e d ") == "a b c d"
    assert len(clean("汉" * 10_000)) == MAX_LENGTH


def test_a_wording_is_asked_run_by_run():
    assert wording("专精特新“小巨人”") == All((Phrase(("专精", "精特", "特新")), Phrase(("小巨", "巨人"))))
    assert wording("…") is None
