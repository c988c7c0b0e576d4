"""What visitors see of news, in each language."""

import xml.etree.ElementTree as ElementTree
from datetime import datetime

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import Correction, Series
from publishing.publication.actions import withdraw
from tests.factories import (
    BEIJING,
    made_live,
    make_article,
    make_column,
    make_enterprise,
    make_event,
    make_park,
    make_project,
    tomorrow,
)

ATOM = "{http://www.w3.org/2005/Atom}"
BOTH = pytest.mark.parametrize("language", ["en", "zh-hans"])


def address(article, language):
    return f"/{language}/news/2026/05/{article.slug}/"


@BOTH
def test_an_article_is_read_in_its_language(visitor, language):
    article = make_article()
    answer = visitor.get(address(article, language))
    text = answer.content.decode()
    assert answer.status_code == 200
    assert getattr(article, f"headline_{language.replace('-', '_')}") in text
    assert f'<html lang="{"en" if language == "en" else "zh-Hans"}"' in text


def test_an_article_scheduled_for_tomorrow_is_hidden_today(visitor):
    article = make_article(at=tomorrow())
    assert visitor.get(address(article, "en")).status_code == 404
    assert article.slug not in visitor.get("/en/news/").content.decode()


def test_a_withdrawn_article_is_gone_everywhere(visitor):
    article = make_article()
    withdraw(article, language="en")
    assert visitor.get(address(article, "en")).status_code == 404
    for path in (
        "/en/news/",
        "/en/news/feed/",
        f"/en/news/{article.column.slug}/",
        "/en/news/archive/",
        "/en/",
    ):
        assert article.slug not in visitor.get(path).content.decode()
    sitemap = visitor.get("/sitemap-articles.xml").content.decode()
    assert address(article, "en") not in sitemap
    assert address(article, "zh-hans") in sitemap


def test_a_missing_edition_says_so_and_offers_the_other(visitor):
    article = make_article(languages=["zh-hans"])
    answer = visitor.get(address(article, "en"))
    text = answer.content.decode()
    assert answer.status_code == 404
    assert "noindex" in text
    assert f'href="{address(article, "zh-hans")}"' in text
    assert article.headline_en not in text


def test_an_article_of_one_language_has_no_alternates(visitor):
    article = make_article(languages=["zh-hans"])
    assert "hreflang=" not in visitor.get(address(article, "zh-hans")).content.decode().split("</head>")[0]


def test_alternates_are_absolute_and_mutual(visitor, settings):
    article = make_article()
    for language in ("en", "zh-hans"):
        head = visitor.get(address(article, language)).content.decode().split("</head>")[0]
        for code, other in (("en", "en"), ("zh-Hans", "zh-hans"), ("x-default", "en")):
            assert f'hreflang="{code}" href="{settings.SITE_URL}{address(article, other)}"' in head


def test_an_old_month_in_the_address_leads_to_the_right_one(visitor):
    article = make_article()
    answer = visitor.get(f"/en/news/2019/01/{article.slug}/")
    assert (answer.status_code, answer["Location"]) == (301, address(article, "en"))


@BOTH
def test_the_page_carries_the_national_tags(visitor, language):
    article = make_article(image=None)
    text = visitor.get(address(article, language)).content.decode()
    for tag in ("SiteName", "SiteDomain", "ColumnName", "ArticleTitle", "PubDate", "Url", "Description"):
        assert f'<meta name="{tag}" content="' in text
    assert '<meta name="PubDate" content="2026-05-04 10:00">' in text


def test_a_feed_holds_the_live_articles_of_its_column_and_language(visitor, settings):
    column = make_column()
    shown = make_article(column=column)
    make_article(column=column, languages=["zh-hans"])
    make_article()
    feed = ElementTree.fromstring(visitor.get(f"/en/news/{column.slug}/feed/").content)
    links = [entry.find(f"{ATOM}link").get("href") for entry in feed.iter(f"{ATOM}entry")]
    assert links == [settings.SITE_URL + address(shown, "en")]
    assert feed.get("{http://www.w3.org/XML/1998/namespace}lang") == "en"


@BOTH
@pytest.mark.parametrize("asked", ["999999999", "abc", "%00", "1" * 3000, "&page=2&page=x"])
def test_a_nonsense_page_number_is_ordinary_weather(visitor, language, asked):
    make_article()
    assert visitor.get(f"/{language}/news/?page={asked}").status_code == 200


@pytest.mark.parametrize(
    "path", ["2026/13/", "0/5/", "2026/05/%00/", "2026/5/nothing/", "nothing/", "series/x/"]
)
def test_an_address_that_never_was_is_not_found(visitor, path):
    assert visitor.get(f"/en/news/{path}").status_code == 404


def full_article(column, number):
    """An article with everything on it, ``number`` times over."""
    article = make_article(
        column=column,
        series=Series.objects.create(slug=f"series-{number}", title_en="Series", title_zh_hans="系列"),
        series_part=1,
    )
    made_live(article.series)
    for _ in range(number):
        article.enterprises.add(make_enterprise())
        article.parks.add(make_park())
        article.events.add(make_event())
        article.projects.add(make_project())
        article.related.add(make_article(column=column))
        Correction.objects.create(
            article=article, corrected_on=datetime.now(tz=BEIJING).date(), text_en="Corrected."
        )
    return article


def queries_of(visitor, path):
    cache.clear()
    with CaptureQueriesContext(
        connection,
    ) as queries:
        assert visitor.get(path).status_code == 200
    return len(queries)


@BOTH
def test_an_article_costs_the_same_with_one_and_with_nine_of_everything(visitor, language):
    column = make_column()
    one, nine = full_article(column, 1), full_article(column, 9)
    costs = {queries_of(visitor, address(article, language)) for article in (one, nine)}
    assert len(costs) == 1


@BOTH
@pytest.mark.parametrize("path", ["", "news/", "news/{column}/", "news/2026/05/", "news/archive/"])
def test_a_list_costs_the_same_with_three_and_with_thirty_rows(visitor, language, path):
    column = make_column()
    path = f"/{language}/{path.format(column=column.slug)}"
    costs = set()
    for number in (3, 30):
        for _ in range(number):
            article = make_article(column=column)
            article.enterprises.add(make_enterprise(is_featured=True))
        costs.add(queries_of(visitor, path))
    assert len(costs) == 1
    assert costs.pop() <= (12 if path == f"/{language}/" else 8)


def test_an_empty_column_is_hidden_from_the_menu_of_that_language_only(visitor):
    from pages.models import MenuItem

    column = make_column(slug="life")
    group = MenuItem.objects.create(menu="main", label_en="News", label_zh_hans="新闻", path="news/")
    MenuItem.objects.create(
        menu="main", parent=group, label_en="Life", label_zh_hans="生活", path="news/life/"
    )
    make_article(column=column, languages=["zh-hans"])
    assert "/zh-hans/news/life/" in visitor.get("/zh-hans/about/").content.decode()
    assert "/en/news/life/" not in visitor.get("/en/about/").content.decode()


def test_the_column_of_specials_has_its_own_feed(visitor):
    article = make_article(column=make_column(slug="specials"))
    assert article.slug in visitor.get("/en/news/specials/feed/").content.decode()


def test_the_switch_of_an_article_of_one_language_leads_to_the_list(visitor):
    alone, both = make_article(languages=["zh-hans"]), make_article()
    page = visitor.get(address(alone, "zh-hans")).content.decode()
    assert f'href="{address(alone, "en")}"' not in page
    assert f'href="/en/news/{alone.column.slug}/"' in page
    assert f'href="{address(both, "en")}"' in visitor.get(address(both, "zh-hans")).content.decode()
