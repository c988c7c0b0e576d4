"""Words with a mistake, and the words that were meant."""

import pytest

from search_index.finding import find
from search_index.spelling import correctable, distance, keys_of, nearest
from tests.factories import make_article, make_enterprise


@pytest.mark.parametrize(
    "one, other, mistakes",
    [
        ("huawei", "huawei", 0),
        ("huawie", "huawei", 1),
        ("hauwie", "huawei", 2),
        ("huawi", "huawei", 1),
        ("", "abc", 3),
    ],
)
def test_mistakes_are_letters_left_out_added_changed_or_swapped(one, other, mistakes):
    assert distance(one, other) == distance(other, one) == mistakes


@pytest.mark.parametrize("typed", ["huawie", "huawi", "huaweii", "huewei", "uhawei"])
def test_a_word_with_one_mistake_shares_a_key_with_the_right_one(typed):
    assert keys_of(typed) & keys_of("huawei")


@pytest.mark.parametrize("word", ["abc", "华为科技", "sf5sf5", "x" * 25, "it's"])
def test_short_long_and_mixed_words_are_not_corrected(word):
    assert not correctable(word)


def test_the_nearest_word_wins_unless_it_is_too_far():
    assert nearest("manufcturing", ["manufacturing", "manufacture"]) == "manufacturing"
    assert nearest("ports", ["plant"]) is None


@pytest.mark.django_db
def test_a_mistyped_name_is_put_right_and_said_so():
    enterprise = make_enterprise(short_name_en="Zweigler Robotics")
    answer = find("Zweiglre robotics", "en")
    assert answer.corrected == "zweigler robotics"
    assert list(answer.entries.values())[0].object_id == enterprise.pk


@pytest.mark.django_db
def test_a_word_that_finds_something_is_left_as_it_was_typed():
    make_enterprise(short_name_en="Zweigler")
    make_article(body_en="<p>A zweiglre is no mistake here.</p>")
    assert find("zweiglre", "en").corrected == ""


@pytest.mark.django_db
def test_nothing_is_proposed_that_finds_nothing():
    make_enterprise(languages=[], short_name_en="Zweigler")
    answer = find("Zweiglre", "en")
    assert (answer.corrected, answer.keys) == ("", [])
