"""The root, the cookie choice, robots, sitemaps and error pages."""

import xml.etree.ElementTree as ElementTree

import pytest
from django.test import Client

from tests.factories import make_article, make_column, make_enterprise

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"


@pytest.mark.parametrize(
    ("accepts", "home"),
    [
        ("zh-CN,zh;q=0.9,en;q=0.5", "/zh-hans/"),
        ("zh-Hans", "/zh-hans/"),
        ("en-GB,en;q=0.9,zh-CN;q=0.5", "/en/"),
        ("fr-FR", "/en/"),
        ("", "/en/"),
    ],
)
def test_the_root_leads_to_the_language_of_the_browser(visitor, accepts, home):
    assert visitor.get("/", headers={"accept-language": accepts})["Location"] == home


def test_the_language_that_was_chosen_wins_over_the_browser(visitor, settings):
    visitor.cookies[settings.LANGUAGE_COOKIE_NAME] = "zh-hans"
    assert visitor.get("/", headers={"accept-language": "en"})["Location"] == "/zh-hans/"


def test_the_answer_of_the_root_is_kept_by_no_shared_cache(visitor):
    answer = visitor.get("/")
    assert "private" in answer["Cache-Control"]
    assert {"Accept-Language", "Cookie"} <= {name.strip() for name in answer["Vary"].split(",")}


def test_refusing_cookies_is_remembered_and_removes_the_comforts(visitor):
    visitor.cookies["theme"] = "dark"
    answer = visitor.post("/cookies/", {"choice": "refuse", "next": "/en/news/"})
    assert answer["Location"] == "/en/news/"
    assert answer.cookies["cookie_choice"].value == "refuse"
    assert answer.cookies["theme"]["max-age"] == 0


@pytest.mark.parametrize(
    "next_address", ["https://example.com/", "//example.com/", "/\\example.com", "javascript:alert(1)", ""]
)
def test_the_cookie_choice_sends_nobody_to_another_site(visitor, next_address):
    assert visitor.post("/cookies/", {"choice": "agree", "next": next_address})["Location"] == "/"


def test_a_visit_alone_sets_no_cookie(visitor, db):
    assert not visitor.get("/en/").cookies


def test_robots_keep_out_of_the_newsroom_and_find_the_sitemap(visitor, settings):
    text = visitor.get("/robots.txt").content.decode()
    assert "Disallow: /admin/" in text
    assert f"Sitemap: {settings.SITE_URL}/sitemap.xml" in text


def test_every_sitemap_of_the_index_answers(visitor):
    make_enterprise()
    index = ElementTree.fromstring(visitor.get("/sitemap.xml").content)
    addresses = [place.text for place in index.iter(f"{SITEMAP}loc")]
    assert len(addresses) >= 10
    for address in addresses:
        assert (
            visitor.get(
                address.removeprefix("http://127.0.0.1:8000").removeprefix("http://testserver")
            ).status_code
            == 200
        )


def test_a_sitemap_names_both_editions_with_their_alternates_and_a_single_one_alone(visitor):
    column = make_column()
    both, chinese = make_article(column=column), make_article(column=column, languages=["zh-hans"])
    sitemap = ElementTree.fromstring(visitor.get("/sitemap-articles.xml").content)
    entries = {entry.find(f"{SITEMAP}loc").text: entry for entry in sitemap.iter(f"{SITEMAP}url")}
    assert len(entries) == 3
    for address, entry in entries.items():
        languages = {link.get("hreflang") for link in entry.iter(f"{XHTML}link")}
        assert languages == ({"en", "zh-Hans"} if both.slug in address else set())
    assert [address for address in entries if chinese.slug in address and "/en/" in address] == []


@pytest.mark.parametrize(("language", "words"), [("en", "Page not found"), ("zh-hans", "页面")])
def test_an_unknown_address_answers_in_the_language_of_the_address(visitor, db, language, words):
    answer = visitor.get(f"/{language}/no/such/place/")
    text = answer.content.decode()
    assert answer.status_code == 404
    assert words in text
    assert text.count("<h1") == 1
    assert 'content="noindex"' in text


def test_an_error_inside_answers_in_both_languages_without_a_database():
    from liangjiang_portal.errors import server_error

    answer = server_error(None)
    text = answer.content.decode()
    assert answer.status_code == 500
    assert 'lang="zh-Hans"' in text and 'lang="en"' in text


def test_a_form_without_its_token_is_refused_politely(db):
    answer = Client(enforce_csrf_checks=True).post("/i18n/setlang/", {"language": "en"})
    assert answer.status_code == 403
    assert "<h1" in answer.content.decode()


def test_search_finds_a_company_by_either_name_and_never_a_draft(visitor):
    enterprise = make_enterprise(short_name_en="Confluence Works", short_name_zh_hans="汇流工厂")
    make_enterprise(languages=[], short_name_en="Confluence Draft", short_name_zh_hans="汇流草稿")
    for language in ("en", "zh-hans"):
        for text in ("confluence", "汇流"):
            page = visitor.get(f"/{language}/search/", {"q": text}).content.decode()
            assert enterprise.get_absolute_url().split("/", 2)[2] in page
            assert "Draft" not in page and "草稿" not in page


@pytest.mark.parametrize("text", ["\x00", "'\"*%_", "🏭" * 50, "x" * 10_000, "‮", " ", ")(", "\\"])
def test_any_search_text_gets_a_page(visitor, db, text):
    assert visitor.get("/en/search/", {"q": text}).status_code == 200
