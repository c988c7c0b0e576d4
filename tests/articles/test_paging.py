"""Pages of lists, however deep and whatever is asked for."""

from datetime import datetime, timedelta

import pytest
from django.test import RequestFactory

from articles.models import Article
from articles.months import month_of
from articles.paging import article_page, month_counts
from tests.factories import BEIJING, make_article, make_column, tomorrow

NEWEST = datetime(2026, 3, 2, 12, 0, tzinfo=BEIJING)


@pytest.fixture
def column(db):
    return make_column()


@pytest.fixture
def ninety_articles(column):
    """Ninety articles, one every second day, over several months."""
    moments = [NEWEST - timedelta(days=2 * number) for number in range(90)]
    return Article.objects.bulk_create(
        Article(
            slug=f"number-{number}",
            column=column,
            headline_en=f"Number {number}",
            dated_at=moment,
            month=month_of(moment),
            live_from_en=moment,
        )
        for number, moment in enumerate(moments)
    )


def page(asked, column=None):
    return article_page(RequestFactory().get("/en/news/", {"page": asked}), column)


def test_the_pages_together_are_the_whole_list_in_order(ninety_articles, column):
    for scope in (None, column):
        slugs = [article.slug for number in range(1, 6) for article in page(str(number), scope).items]
        assert slugs == [f"number-{number}" for number in range(90)]


def test_a_page_in_the_middle_begins_in_the_middle_of_a_month(ninety_articles):
    assert [article.slug for article in page("3").items][:2] == ["number-40", "number-41"]


@pytest.mark.parametrize(
    ("asked", "shown"),
    [("999999999", 5), ("9" * 5000, 5), ("abc", 1), ("-1", 1), ("0", 1), ("1.5", 1), ("٣", 1), ("\x00", 1)],
)
def test_a_nonsense_page_number_shows_a_sane_page_and_says_so(ninety_articles, asked, shown):
    answer = page(asked)
    assert answer.number == shown
    assert answer.ignored == asked[:40]
    assert answer.items


def test_months_count_only_what_is_live_in_the_language(ninety_articles, column):
    make_article(languages=["en"], column=column, dated_at=NEWEST, at=tomorrow())
    assert sum(number for _, number in month_counts(language="en")) == 90
    assert month_counts(language="zh-hans") == []


def test_a_publication_is_counted_at_once(ninety_articles, column, django_capture_on_commit_callbacks):
    before = dict(month_counts(language="en"))[202603]
    with django_capture_on_commit_callbacks(execute=True):
        make_article(languages=["en"], column=column, dated_at=NEWEST)
    assert dict(month_counts(language="en"))[202603] == before + 1
