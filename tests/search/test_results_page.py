"""The page of results: what it shows of the index, at a price that does not grow."""

import html
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from search.asked import Asked
from search_index.lines import joined
from search_index.snippets import Piece
from tests.factories import make_article, make_column, make_enterprise, make_park

LANGUAGES = ("en", "zh-hans")


def page_of(visitor, language="en", **query):
    return visitor.get(f"/{language}/search/", query).content.decode()


def text_of(markup: str) -> str:
    return html.unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", markup)))


def price_of(visitor, language, query) -> int:
    with CaptureQueriesContext(connection) as queries:
        assert visitor.get(f"/{language}/search/", query).status_code == 200
    # The furniture of every page is kept after the first visit.
    return len(queries)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "query", [{"q": "汇流"}, {"q": "Confluence works", "kind": "article"}, {"q": "汇流", "sort": "newest"}]
)
def test_results_cost_eight_queries_at_most_however_many_there_are(visitor, language, query):
    column = make_column()
    for _ in range(3):
        make_article(column=column, headline_en="Confluence works", headline_zh_hans="汇流工厂")
    price_of(visitor, language, query)
    few = price_of(visitor, language, query)
    for _ in range(30):
        make_article(column=column, headline_en="Confluence works", headline_zh_hans="汇流工厂")
    assert price_of(visitor, language, query) == few <= 8


def test_looking_in_every_way_for_what_is_not_there_has_an_end(visitor, db):
    query = {"q": "confluence kangaroo works 汇流工厂有哪些产品"}
    price_of(visitor, "en", query)
    assert price_of(visitor, "en", query) <= 12


def test_each_kind_and_column_says_how_many_and_takes_itself_away(visitor):
    column = make_column(name_en="Business", slug="business")
    make_article(column=column, headline_en="Confluence news")
    make_enterprise(short_name_en="Confluence Works")
    page = page_of(visitor, q="confluence")
    assert 'href="?q=confluence&amp;kind=article"' in page
    assert "Business 1" in text_of(page)
    narrowed = page_of(visitor, q="confluence", kind="article", section="business")
    assert "1 result" in text_of(narrowed)
    assert 'href="?q=confluence&amp;kind=article"' in narrowed, (
        "the chip takes the column away and leaves the kind"
    )


def test_days_narrow_the_results_and_are_kept_by_every_link(visitor):
    make_article(headline_en="Confluence opens")
    page = page_of(visitor, q="confluence", since="2026-05-01", until="2026-05-31")
    assert "1 result" in text_of(page)
    assert "sort=newest" in page and "since=2026-05-01&amp;until=2026-05-31&amp;sort=newest" in page
    nothing = page_of(visitor, q="confluence", since="2026-06-01", until="2026-06-30")
    assert "Nothing within these filters" in text_of(nothing)
    assert 'href="?q=confluence"' in nothing


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ({"kind": "dragon"}, "“dragon” is not a filter here."),
        ({"section": "<b>"}, "“<b>” is not a filter here."),
        ({"since": "yesterday"}, "“yesterday” is not a date that can be searched."),
        ({"until": "2026-02-30"}, "“2026-02-30” is not a date"),
        ({"since": "2026-02-02", "until": "2026-01-01"}, "they were swapped"),
        ({"page": "99"}, "There is no page “99” here"),
    ],
)
def test_what_an_address_asks_in_vain_is_said(visitor, query, said):
    make_enterprise(short_name_en="Confluence Works")
    assert said in text_of(page_of(visitor, q="confluence", **query))


def test_what_only_the_other_language_has_is_offered(visitor):
    make_article(languages=["zh-hans"], headline_en="Unseen", headline_zh_hans="汇流大桥通车")
    page = page_of(visitor, q="汇流大桥")
    assert "Also found in Chinese: 1 result" in text_of(page)
    assert "/zh-hans/search/?q=" in page and 'hreflang="zh-Hans"' in page
    assert "Unseen" not in page


def test_a_search_without_hits_helps_on(visitor, db):
    page = page_of(visitor, q="qwqwqw")
    assert "Nothing published in English contains “qwqwqw”" in text_of(page)
    for path in (
        "/en/enterprises/",
        "/en/news/",
        "/en/investing/projects/",
        "/en/sitemap/",
        "/en/inquiries/new/",
    ):
        assert f'<a href="{path}">' in page


def test_names_stand_in_both_scripts_and_words_are_marked(visitor):
    make_park(name_en="Confluence Park", name_zh_hans="汇流园")
    page = page_of(visitor, "zh-hans", q="汇流")
    assert "<mark>汇流</mark>园" in page
    assert re.search(r'<span class="hit__other" lang="en">.*Confluence.*Park', page)


def test_hits_are_escaped(visitor):
    make_enterprise(short_name_en="Confluence <script>alert()</script>")
    assert "<script>alert()" not in page_of(visitor, q="confluence")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Chongqing Works Co\nMakes gears", "Chongqing Works Co · Makes gears"),
        ("It opened. \n\nMore followed", "It opened. More followed"),
        ("已经投产。\n二期在建", "已经投产。二期在建"),
        ("重庆工厂\n齿轮", "重庆工厂 · 齿轮"),
    ],
)
def test_parts_of_a_text_are_held_apart(text, shown):
    assert "".join(piece.text for piece in joined([Piece(text)])) == shown


def test_an_address_carries_only_what_is_asked_for():
    asked = Asked.from_query({"q": " Ｌｉｎｋ ", "since": "", "kind": ""}, {})
    assert asked.address() == "?q=%EF%BC%AC%EF%BD%89%EF%BD%8E%EF%BD%8B"
    assert not asked.is_narrowed and asked.ignored == []


def test_suggestions_say_name_and_kind_in_the_language_of_the_page(visitor):
    enterprise = make_enterprise(short_name_en="Confluence Works", short_name_zh_hans="汇流工厂")
    found = visitor.get("/zh-hans/search/suggestions/", {"q": "huiliu"}).json()
    assert [(one["title"], one["kind"]) for one in found] == [("汇流工厂", "重点企业")]
    assert found[0]["address"].startswith("/zh-hans/enterprises/")
    assert enterprise.slug in found[0]["address"]
    assert visitor.get("/en/search/suggestions/").json() == []
    assert visitor.post("/en/search/suggestions/", {"q": "huiliu"}).status_code == 405
