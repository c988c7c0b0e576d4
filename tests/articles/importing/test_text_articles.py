"""Whole articles saved as plain text, in English and Chinese."""

import datetime

import pytest

from articles.importing.anatomy import parse
from articles.importing.article import Person
from articles.importing.report import Furniture, Guess, Reason
from tests.articles.importing.documents import CHINESE_TEXT, CREDITED_TEXT, ENGLISH_TEXT, FEATURE_TEXT

PARAGRAPH = (
    "The park needs three things, and every one of them was promised for the coming spring by the planners."
)


def read(text):
    return parse(text.encode())


def kinds(article):
    return [part.kind for part in article.body]


def test_the_parts_of_a_portal_page_are_found():
    article = read(ENGLISH_TEXT)
    assert article.headline == "Sample park opens its second workshop"
    assert (article.printed_on, article.printed_as) == (datetime.date(2024, 5, 6), "updated")
    assert article.column == "Business"
    assert article.teaser == "A sample commissioner called the workshop a model for other parks."
    assert kinds(article) == ["figure", "paragraph", "paragraph", "subhead", "paragraph"]
    assert article.unplaced == []


def test_a_headline_that_is_repeated_becomes_the_text_alternative_of_the_picture():
    (figure,) = read(ENGLISH_TEXT).figures
    assert figure.alt == "Sample park opens its second workshop"
    assert figure.caption == "Workers check the first machines of the sample workshop."
    assert (figure.credit.organisation, figure.credit.form) == ("Sample New Area", "wechat")


def test_menus_are_dropped_and_reported():
    assert {note.code for note in read(ENGLISH_TEXT).furniture} == {Furniture.MENU}
    assert len(read(ENGLISH_TEXT).furniture) == 4


def test_captions_without_credit_are_known_because_they_stand_apart():
    article = read(FEATURE_TEXT)
    assert [figure.caption for figure in article.figures] == [
        "Early walkers cross the old bridge in the fog",
        "The field where the path ended.",
    ]
    assert [note.code for note in article.guesses].count(Guess.CAPTION) == 2


def test_an_editor_a_series_and_a_source_at_the_end_are_found():
    article = read(FEATURE_TEXT)
    assert article.persons == [Person("Sample Reporter", "editor")]
    assert (article.series, article.series_part) == ("Sample Walks", 3)
    assert article.headline == "Sample Walks 3: Along the quiet river"
    assert article.headline_in_series == "Along the quiet river"
    assert article.source == "Sample Morning Paper"
    assert article.printed_on is None


def test_subheads_and_case_boxes_are_told_apart():
    headings = [
        (part.kind, part.text) for part in read(FEATURE_TEXT).body if part.kind in ("subhead", "case")
    ]
    assert headings == [("subhead", "A path that was built in stages"), ("case", "Case 1: The lamps")]


def test_slogans_below_the_article_are_furniture():
    slogans = [note.text for note in read(FEATURE_TEXT).furniture if note.code == Furniture.SLOGAN]
    assert slogans == [
        "A Walk in the Fog, A Rest by the River",
        "A Path of Many Trees, A Street with Few Cars",
    ]


def test_byline_date_and_dateline_of_an_agency_story_are_found():
    article = read(CREDITED_TEXT)
    assert article.persons == [Person("Sample Reporter", "reporter")]
    assert article.printed_on == datetime.date(2023, 3, 9)
    assert article.dateline == "Sampletown"
    assert article.body[0].text.startswith("The new line needs")


def test_a_chinese_article_is_read_as_fully_as_an_english_one():
    article = read(CHINESE_TEXT)
    assert article.language == "zh-hans"
    assert article.headline == "示例园区第二座厂房启用"
    assert article.subtitle == "首批设备当天投入运行"
    assert (article.printed_on, article.printed_clock) == (datetime.date(2024, 5, 6), "10:20")
    assert article.source == "示例晨报"
    assert article.column == "本地新闻"
    assert article.persons == [
        Person("张示例", "reporter"),
        Person("李示例", "reporter"),
        Person("王示例", "editor"),
    ]
    assert kinds(article) == ["paragraph", "figure", "subhead", "paragraph", "figure", "subhead", "paragraph"]
    assert [(figure.credit.person, figure.credit.organisation) for figure in article.figures] == [
        ("张示例", ""),
        ("", "示例新区融媒体中心"),
    ]
    assert article.unplaced == []


def test_the_reporter_named_in_the_lead_is_in_the_byline_once():
    text = CHINESE_TEXT.replace("记者：张示例 李示例", "")
    assert read(text).persons == [Person("王示例", "editor"), Person("张示例", "reporter")]


def test_the_summary_is_the_beginning_of_the_text_and_says_so():
    article = read(ENGLISH_TEXT)
    assert article.body[1].text.startswith(article.summary)
    assert Guess.SUMMARY in [note.code for note in article.guesses]


def test_a_text_broken_at_a_fixed_width_is_put_together_again():
    article = read(
        "Sample park opens its second workshop\n\n"
        "A second workshop opened in the sample park on May 6, and the first\n"
        "machines began to run on the same day, although the road behind the\n"
        "halls was not ready and lorries had to wait at the northern gate of\n"
        "the park for most of the morning.\n\n"
        "A third hall is planned, and the park says that it will be finished\n"
        "when the road behind it is ready for heavy lorries.\n"
    )
    assert [len(part.text) > 100 for part in article.body] == [True, True]


def test_dashes_and_numbers_become_lists():
    article = read(f"A headline\n\n{PARAGRAPH}\n\n- a road\n- a hall\n\n1. first\n2. second\n\n{PARAGRAPH}")
    assert [(part.items, part.is_ordered) for part in article.body if part.kind == "list"] == [
        (["a road", "a hall"], False),
        (["first", "second"], True),
    ]


def test_subheads_set_off_by_two_lines_are_not_taken_for_captions():
    two = f"{PARAGRAPH}\n\n{PARAGRAPH}"
    article = read(f"A headline\n\n{two}\n\n\nThe road\n\n{two}\n\n\nThe hall\n\n{two}\n")
    assert [part.text for part in article.body if part.kind == "subhead"] == ["The road", "The hall"]


def test_what_has_no_place_is_reported_with_its_reason():
    article = read(
        f"A headline\n\nUpdated: 2024-02-31\n\n{PARAGRAPH}\n\n(Photo by Sample Person)\n\n{PARAGRAPH}\n\nA loose end"
    )
    assert [note.code for note in article.unplaced] == [
        Reason.IMPOSSIBLE_DATE,
        Reason.CREDIT_ALONE,
        Reason.LOOSE_SUBHEAD,
    ]
    assert article.printed_on is None


def test_a_second_date_is_reported_not_chosen():
    article = read(f"A headline\n\nUpdated: 2024-05-06\n\n{PARAGRAPH}\n\nUpdated: 2024-05-09")
    assert article.printed_on == datetime.date(2024, 5, 6)
    assert [note.code for note in article.unplaced] == [Reason.SECOND_DATE]


def test_published_and_updated_are_both_kept():
    article = read(f"A headline\n\nUpdated: 2024-05-09\nPublished: 2024-05-06\n\n{PARAGRAPH}")
    assert (article.printed_on, article.updated_on) == (datetime.date(2024, 5, 6), datetime.date(2024, 5, 9))


@pytest.mark.parametrize("text", [ENGLISH_TEXT, FEATURE_TEXT, CREDITED_TEXT, CHINESE_TEXT])
def test_no_word_of_the_body_is_lost(text):
    article = read(text)
    kept = "".join([
        article.headline, article.subtitle, article.teaser, article.source, article.dateline, article.column,
        *article.texts(),
        *(figure.caption + (figure.credit.printed if figure.credit else "") for figure in article.figures),
        *(note.text for note in [*article.furniture, *article.unplaced]),
    ])  # fmt: skip
    sentences = [line for line in text.split("\n") if line.endswith((".", "。")) and "--" not in line]
    assert sentences
    assert [line for line in sentences if line not in kept] == []


def test_the_fingerprint_ignores_spacing_quotation_marks_and_furniture():
    plain = read(ENGLISH_TEXT)
    other = read(
        ENGLISH_TEXT.replace("the first machines", "the  first machines").replace("Contact Us 中文", "")
    )
    assert plain.fingerprint == other.fingerprint
    assert plain.fingerprint != read(ENGLISH_TEXT.replace("third", "fourth")).fingerprint
