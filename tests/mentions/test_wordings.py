"""What counts as a stretch of text that might be a name."""

import pytest

from mentions.wordings import MOST_CHARACTERS, wordings
from search_index.naming import key_of


def stretches(text):
    return {text[one.start : one.end] for one in wordings(text)}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("On Friday Chang’an Automobile opened a hall.", "Chang’an Automobile"),
        ("The plant of HKC, in Yufu.", "HKC"),
        ("由长安汽车投资建设", "长安汽车"),
        ("京东方与BOE同名", "BOE"),
        ("SF5上市", "SF5"),
        ("三一重机重庆基地二期（起重机）开工", "三一重机重庆基地二期（起重机"),
        ("Great Wall Motor, Yongchuan opened", "Great Wall Motor, Yongchuan"),
    ],
)
def test_a_name_is_found_where_it_stands(text, name):
    assert name in stretches(text)
    assert key_of(name) in {one.key for one in wordings(text)}


@pytest.mark.parametrize(
    ("text", "no_name"),
    [
        ("He went. Ford came.", "went. Ford"),
        ("由长安、福特合资", "长安、福特"),
        ("the automobile opened", "automobile"),
        ("sold 000625 cars", "000625"),
        ("在重庆", "重"),
    ],
)
def test_what_is_no_name_is_not_looked_up(text, no_name):
    assert no_name not in stretches(text)


def test_a_text_without_end_costs_no_more_than_a_long_one():
    assert max(one.end for one in wordings("长" * (2 * MOST_CHARACTERS))) <= MOST_CHARACTERS
