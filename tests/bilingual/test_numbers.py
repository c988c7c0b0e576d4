import random
import re
from decimal import Decimal

import pytest
from django.utils import translation

from bilingual import numbers
from bilingual.numbers import Comparator

EN, ZH = "en", "zh-hans"
WORDS = {
    EN: {"": 1, "million": 10**6, "billion": 10**9, "trillion": 10**12},
    ZH: {"": 1, "万": 10**4, "亿": 10**8, "万亿": 10**12},
}


def both(value, form="prose", comparator="exact"):
    return numbers.say(value, EN, form, comparator), numbers.say(value, ZH, form, comparator)


def read_back(text, language):
    """The value of a said number, and the smallest difference it can show."""
    figures = text.rstrip("bilmnort 万亿")
    size = WORDS[language][text.removeprefix(figures).strip()]
    return Decimal(figures.replace("−", "-").replace(",", "")) * size, Decimal(size) / 100


def value_said(text, language):
    return read_back(text, language)[0]


def made_up_values():
    """Numbers of every size, with a bias for those just beside a change of unit."""
    dice = random.Random(20210818)
    for power in range(16):
        for offset in ("-1", "-0.01", "-0.004", "0", "0.004", "1", "5"):
            yield 10**power + Decimal(offset)
        for _ in range(40):
            yield Decimal(dice.randrange(10**power, 10 ** (power + 1) + 1)) / dice.choice([1, 1, 10, 1000])


@pytest.mark.parametrize(
    ("value", "english", "chinese"),
    [
        (0, "0", "0"),
        (7, "7", "7"),
        (9_999, "9,999", "9999"),
        (10_000, "10,000", "1万"),
        (63_756, "63,756", "63756"),
        (999_999, "999,999", "999999"),
        (1_000_000, "1 million", "100万"),
        (99_950_000, "99.95 million", "9995万"),
        (99_999_949, "100 million", "9999.99万"),
        (99_999_950, "100 million", "1亿"),
        (99_999_999, "100 million", "1亿"),
        (100_000_000, "100 million", "1亿"),
        (999_994_999, "999.99 million", "10亿"),
        (999_995_000, "1 billion", "10亿"),
        (999_999_500_000, "1 trillion", "1万亿"),
        (3_161_200_000_000, "3.16 trillion", "3.16万亿"),
        (12_345_678_901_234_567, "12,345.68 trillion", "12345.68万亿"),
        ("999999.996", "1 million", "100万"),
        ("9999.995", "10,000", "1万"),
        ("0.625", "0.63", "0.63"),
        ("12.500", "12.5", "12.5"),
        (-52_300, "−52,300", "−5.23万"),
        (-99_999_999, "−100 million", "−1亿"),
        ("-0.001", "0", "0"),
    ],
)
def test_the_unit_is_chosen_after_rounding(value, english, chinese):
    assert both(value) == (english, chinese)


@pytest.mark.parametrize(
    ("value", "english", "chinese"),
    [
        (1_234, "1,234", "1234"),
        (63_756, "63,800", "6.38万"),
        (316_120_000_000, "316 billion", "3160亿"),
        (999_500, "1 million", "100万"),
        (99_950_000, "100 million", "1亿"),
    ],
)
def test_a_short_number_has_three_figures_in_both_languages(value, english, chinese):
    assert both(value, "short") == (english, chinese)


def test_an_exact_number_keeps_every_figure_and_groups_them_in_english_only():
    assert both(Decimal("1234567890123.4500"), "exact") == ("1,234,567,890,123.45", "1234567890123.45")


def test_a_number_that_is_not_known_says_nothing():
    assert both(None) == ("", "")


@pytest.mark.parametrize("language", [EN, ZH])
def test_no_number_in_prose_is_off_by_more_than_half_of_its_last_figure(language):
    tried = 0
    for value in made_up_values():
        said, step = read_back(numbers.say(value, language), language)
        assert abs(said - value) <= step / 2, value
        tried += 1
    assert tried > 700


@pytest.mark.parametrize("language", [EN, ZH])
def test_no_number_in_prose_has_more_than_two_decimals_or_a_trailing_nought(language):
    for value in made_up_values():
        figures = numbers.say(value, language).rstrip("bilmnort 万亿")
        decimals = figures.partition(".")[2]
        assert len(decimals) <= 2 and not decimals.endswith("0"), (value, figures)


def test_a_word_is_never_counted_up_to_the_next_word():
    for value in made_up_values():
        assert not re.search(
            "[0-9]{5,}[0-9.]*万$|[0-9]{5,}[0-9.]*亿$", numbers.say(value, ZH).replace("万亿", "")
        )
        assert not re.search("[0-9,]{4,}[0-9.]* [mb]illion$", numbers.say(value, EN)), value


def test_both_languages_say_the_same_value_below_a_million_and_when_short():
    for value in made_up_values():
        english, chinese = both(value, "short")
        assert value_said(english, EN) == value_said(chinese, ZH), value
        if value < 999_999:
            english, chinese = both(value)
            assert value_said(english, EN) == value_said(chinese, ZH), value


@pytest.mark.parametrize("comparator", ["over", "at_least", "up_to", "nearly"])
@pytest.mark.parametrize("form", ["prose", "short"])
def test_a_rounded_bound_stays_true(comparator, form):
    for value in made_up_values():
        for language in (EN, ZH):
            said = numbers.figures(value, language, form, comparator)
            said = said.value * WORDS[language][said.word]
            assert said <= value if comparator in ("over", "at_least") else said >= value, (value, language)


@pytest.mark.parametrize(
    ("comparator", "english", "chinese"),
    [
        ("exact", "600", "600"),
        ("about", "about 600", "约600"),
        ("over", "over 600", "超600"),
        ("at_least", "at least 600", "不少于600"),
        ("up_to", "up to 600", "最多600"),
        ("nearly", "nearly 600", "近600"),
    ],
)
def test_a_comparator_stands_before_a_bare_number(comparator, english, chinese):
    assert both(600, comparator=comparator) == (english, chinese)


def test_every_comparator_can_be_said_and_rounded():
    for words in (numbers.ROUNDING, numbers.ENGLISH_LEADS, numbers.CHINESE_LEADS):
        assert set(words) == set(Comparator)


def test_the_active_language_is_the_default():
    with translation.override(ZH):
        assert numbers.say(3_520_000) == "352万"
    with translation.override(EN):
        assert numbers.say(3_520_000) == "3.52 million"


@pytest.mark.parametrize("nonsense", ["abc", "", "NaN", "Infinity", float("inf")])
def test_what_does_not_read_as_a_number_is_refused(nonsense):
    with pytest.raises(ValueError, match="number"):
        numbers.say(nonsense, EN)


@pytest.mark.parametrize("nonsense", [True, [], object()])
def test_what_is_no_number_is_refused(nonsense):
    with pytest.raises(TypeError):
        numbers.say(nonsense, EN)


def test_a_float_is_read_as_it_prints():
    assert numbers.say(0.1, EN, "exact") == "0.1"


def test_an_unknown_form_is_refused():
    with pytest.raises(ValueError, match="prose, short, exact"):
        numbers.say(1, EN, "long")


@pytest.mark.parametrize(
    ("number", "english"),
    [(1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (12, "12th"), (13, "13th"), (21, "21st")]
    + [(25, "25th"), (111, "111th"), (122, "122nd"), (1003, "1,003rd")],
)
def test_english_ordinals_end_as_they_are_spoken(number, english):
    assert numbers.ordinal(number, EN) == english


def test_a_chinese_ordinal_takes_a_measure_word():
    assert numbers.ordinal(25, ZH) == "第25个"
    assert numbers.ordinal(4, ZH, "届") == "第4届"


@pytest.mark.parametrize(
    ("number", "english", "chinese"),
    [
        (1, "first batch", "第一批"),
        (7, "seventh batch", "第七批"),
        (10, "tenth batch", "第十批"),
        (12, "12th batch", "第十二批"),
        (20, "20th batch", "第二十批"),
        (25, "25th batch", "第二十五批"),
    ],
)
def test_batches_are_written_in_chinese_numerals(number, english, chinese):
    assert (numbers.batch(number, EN), numbers.batch(number, ZH)) == (english, chinese)


@pytest.mark.parametrize("number", [0, -1, 100])
def test_a_batch_that_cannot_be_written_is_refused(number):
    with pytest.raises(ValueError, match="1 to 99"):
        numbers.batch(number, ZH)
