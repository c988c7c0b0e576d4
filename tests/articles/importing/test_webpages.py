"""Saved web pages: the article is found among the page's own navigation, and nothing dangerous survives."""

import datetime

import nh3
import pytest

from articles.importing.anatomy import parse
from articles.importing.article import Person
from articles.importing.markup import body_html
from articles.importing.refusals import ImportRefused
from articles.importing.report import Furniture
from tests.articles.importing.documents import CHINESE_PAGE, WEB_PAGE
from tests.effort import processor_seconds

PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=="


def test_the_article_of_a_page_is_found_among_its_navigation():
    article = parse(WEB_PAGE.encode())
    assert article.headline == "Sample park opens its second workshop"
    assert (article.printed_on, article.printed_clock) == (datetime.date(2024, 5, 6), "10:20")
    assert (article.source, article.column) == ("Sample Morning Paper", "Business")
    assert article.persons == [Person("Sample Editor", "editor")]
    assert [part.kind for part in article.body] == [
        "figure", "paragraph", "subhead", "paragraph", "list", "quote", "table", "case", "paragraph",
    ]  # fmt: skip
    assert article.unplaced == []


def test_navigation_header_and_footer_are_reported_as_furniture():
    furniture = {note.text: note.code for note in parse(WEB_PAGE.encode()).furniture}
    assert furniture["Sample Portal"] == Furniture.MARKED
    assert furniture["About News"] == Furniture.MENU
    assert furniture["Another story"] == Furniture.MARKED
    assert furniture["Copyright © 2024 Sample Portal. All rights reserved."] == Furniture.LEGAL


def test_emphasis_and_web_links_stay_and_script_links_go():
    html = body_html(parse(WEB_PAGE.encode()))
    assert "<strong>sample park</strong>" in html
    assert '<a href="https://example.org/day">May 6</a>' in html
    assert "javascript" not in html
    assert "not text" not in html
    assert "color" not in html


def test_what_is_made_of_a_page_needs_no_cleaning():
    html = body_html(parse(WEB_PAGE.encode()))
    assert nh3.clean(html, generic_attribute_prefixes={"data-"}, link_rel=None) == html


def test_the_caption_of_a_figure_is_parted_from_its_credit():
    (figure,) = parse(WEB_PAGE.encode()).figures
    assert (figure.caption, figure.credit.person) == ("The first machines.", "Sample Reporter")
    assert figure.alt == "A hall with machines"


def test_an_old_page_of_layout_tables_in_gb2312_is_read():
    article = parse(CHINESE_PAGE.encode("gb2312"))
    assert article.headline == "示例园区第二座厂房启用"
    assert (article.printed_on, article.source) == (datetime.date(2024, 5, 6), "示例晨报")
    assert article.persons == [Person("王示例", "editor")]
    assert [part.kind for part in article.body] == [
        "paragraph",
        "paragraph",
        "figure",
        "subhead",
        "paragraph",
    ]
    assert article.figures[0].caption == "厂房外的道路仍在施工"


def test_a_picture_inside_the_page_is_taken_along():
    page = WEB_PAGE.replace("page_files/hall.png", f"data:image/png;base64,{PIXEL}")
    (figure,) = parse(page.encode()).figures
    assert figure.has_file
    assert figure.picture.content_type == "image/png"


def test_pictures_in_the_folder_beside_the_page_are_asked_for():
    asked = []
    parse(WEB_PAGE.encode(), companion=lambda address: asked.append(address))
    assert asked == ["page_files/hall.png"]


@pytest.mark.parametrize(
    "page", ["<div>" * 400_000 + "x", "<p>" + "<b>" * 300_000 + "x", "<!doctype html>" + "<![" * 500_000]
)
def test_hostile_nesting_costs_no_time(page):
    def refuse():
        with pytest.raises(ImportRefused):
            parse(page.encode())

    assert processor_seconds(refuse, attempts=1) < 5
