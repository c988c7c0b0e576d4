"""Two versions of one place are told as people read them: no markup, no keys."""

import pytest
from django.utils import translation

from articles.models import Article, Column
from publishing.drafts.conflict_words import conflict_sentence


def test_of_a_long_text_the_paragraphs_that_differ_are_shown_without_markup():
    theirs = "<p>Same.</p><p>It opens on <strong>Monday</strong>.</p>"
    told = conflict_sentence(
        Article, ["f", "body_en"], mine="<p>Same.</p><p>It opens on Sunday.</p>", theirs=theirs
    )
    assert "It opens on Monday." in told and "It opens on Sunday." in told
    assert "<" not in told and "Same." not in told


def test_a_change_of_emphasis_alone_is_called_so():
    told = conflict_sentence(
        Article, ["f", "body_en"], mine="<p><em>One</em></p>", theirs="<p><strong>One</strong></p>"
    )
    assert told.startswith("Someone else has changed emphasis")


def test_a_record_that_was_chosen_is_told_by_its_name(db):
    one, other = (
        Column.objects.create(slug=slug, name_en=slug.title(), name_zh_hans=slug)
        for slug in ("trade", "works")
    )
    told = conflict_sentence(Article, ["f", "column_id"], mine=one.pk, theirs=other.pk)
    assert "“Works”" in told and "“Trade”" in told


def test_a_choice_is_told_by_its_word():
    told = conflict_sentence(Article, ["f", "original_language"], mine="en", theirs="zh-hans")
    assert "“zh-hans”" not in told and "Chinese" in told


@pytest.mark.parametrize(
    ("mine", "theirs", "words"),
    [("", "Theirs", "You cleared the field"), ("Mine", "", "Someone else has cleared this field")],
)
def test_an_emptied_field_is_called_empty(mine, theirs, words):
    assert words in conflict_sentence(Article, ["f", "headline_en"], mine=mine, theirs=theirs)


@pytest.mark.parametrize(
    ("mine", "theirs", "words"),
    [
        ("changed", "deleted", "removed this row while you were changing"),
        ("deleted", "changed", "it is shown here again"),
    ],
)
def test_a_row_that_one_took_out_says_who_did_what(mine, theirs, words):
    assert words in conflict_sentence(Article, ["c", "bylines", "key"], mine=mine, theirs=theirs)


def test_two_rows_that_hold_the_same_are_told_so():
    told = conflict_sentence(Article, ["c", "corrections", "key", "position"], mine=3, theirs=3)
    assert told == "Two rows say “3” here. Change one of them or remove it."


def test_the_reader_s_language_is_spoken():
    with translation.override("zh-hans"):
        told = conflict_sentence(Article, ["f", "headline_en"], mine="Mine", theirs="Theirs")
    assert told.startswith("其他人同时在此处写了")
