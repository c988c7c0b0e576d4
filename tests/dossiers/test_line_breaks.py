"""Where lines of a PDF file end."""

import pytest

from dossiers.pdf.breaking import lines


def wide(text):
    """A Han is as wide as two letters."""
    return sum(2 if letter > "\u2e80" else 1 for letter in text)


def broken(text, room):
    return lines(text, room, wide)


def test_words_stay_whole():
    assert broken("Made in Liangjiang today", 12) == ["Made in", "Liangjiang", "today"]


def test_han_fill_the_line():
    assert broken("重庆两江新区企业", 8) == ["重庆两江", "新区企业"]


@pytest.mark.parametrize("mark", ["，", "。", "）", "”", "》"])
def test_a_closing_mark_never_begins_a_line(mark):
    assert all(not line.startswith(mark) for line in broken(f"重庆两江{mark}新区", 8))


@pytest.mark.parametrize("mark", ["（", "“", "《"])
def test_an_opening_mark_never_ends_a_line(mark):
    assert all(not line.endswith(mark) for line in broken(f"重庆两{mark}江新区", 8))


def test_figures_keep_their_unit():
    assert broken("总投资共463亿元", 10) == ["总投资共", "463亿元"]


def test_an_address_parts_at_its_seams_and_loses_nothing():
    address = "https://example.org/a/very/long/address?with=many&parts=too"
    made = broken(address, 24)
    assert "".join(made) == address
    assert all(wide(line) <= 24 for line in made) and made[0] == "https://example.org/a/"


def test_a_word_that_is_wider_than_the_column_parts_anyway():
    assert broken("x" * 25, 10) == ["x" * 10, "x" * 10, "x" * 5]


def test_nothing_is_no_line():
    assert broken("", 10) == broken("   ", 10) == []
