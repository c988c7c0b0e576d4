import random
import re

import pytest

from bilingual.checking import check_one, check_pair
from tests.bilingual.checking.errors import NAMES, PAIRS, TERMS
from tests.effort import processor_seconds

SIZE = 100_000
HOSTILE = [
    "1",
    "<",
    "&",
    "(",
    '"',
    "'",
    "一",
    "十",
    "亿",
    "第",
    "1,",
    ".",
    "one ",
    "hundred and ",
    "a",
    " ",
    "-",
    "a@",
    "a.",
]
HOSTILE += [
    "0-",
    "A1",
    "中 ",
    "\n",
    "，",
    "《",
    "<b>x",
    "a;",
    "；",
    "$",
    "Changan",
    "http://",
    "<a href='",
    "《a",
    "no ",
]


def test_a_text_of_100_kilobytes_and_its_translation_take_less_than_a_second():
    times = SIZE // len("\n".join(english for english, _ in PAIRS)) + 1
    english = "\n".join(english for english, _ in PAIRS * times)[:SIZE]
    chinese = "\n".join(chinese for _, chinese in PAIRS * times)
    assert processor_seconds(check_pair, english, chinese, names=NAMES, terms=TERMS) < 1


@pytest.mark.parametrize("piece", HOSTILE)
@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_a_hostile_text_of_50_kilobytes_takes_less_than_two_seconds(piece, language):
    text = piece * (SIZE // 2 // len(piece))
    assert processor_seconds(check_one, text, language, names=NAMES, terms=TERMS, attempts=1) < 2


@pytest.mark.parametrize("piece", ["Aug 1 ", "1万至", "1 and ", "0-", "up 1% ", "(", "2021年", "1<br>"])
def test_comparing_hostile_texts_of_50_kilobytes_takes_less_than_six_seconds(piece):
    text = piece * (SIZE // 2 // len(piece))
    assert processor_seconds(check_pair, text, text, names=NAMES, terms=TERMS, attempts=1) < 6


def test_figures_of_any_length_are_read():
    assert check_pair("1" * 50_000, "1" * 50_000) == []
    assert check_pair("1" * 500 + ".5 billion", "亿" * 5_000) != []


def test_nothing_that_can_be_typed_breaks_a_check():
    chance = random.Random(7)
    pieces = re.findall(r"[A-Za-z]+|[\u4e00-\u9fff]{1,2}|\d+|.", "".join(en + zh for en, zh in PAIRS))
    pieces += [
        "<",
        ">",
        "<b lang='zh'>",
        "</b>",
        "&amp;",
        "&#0;",
        "\0",
        "İ",
        "\n",
        "\u00a0",
        "三万",
        "点五",
        "½",
        "٣",
        "'",
        '"',
    ]
    for _round in range(400):
        english, chinese = ("".join(chance.choices(pieces, k=60)) for _side in range(2))
        for found in check_pair(english, chinese, names=NAMES, terms=TERMS):
            text = english if found.side == "en" else chinese
            assert 0 <= found.start < found.end <= len(text)
            assert str(found.explanation)
