"""Every feed of the portal, read by a parser that knows nothing of us, as readers read them."""

import html
from datetime import timedelta

import feedparser
import pytest
from django.contrib.syndication.views import Feed
from django.urls import URLResolver, get_resolver
from django.utils import timezone

from articles.models import Column
from figures.models import Figure
from tests.factories import (
    made_live,
    make_article,
    make_column,
    make_document,
    make_enterprise,
    make_event,
    make_policy,
    make_project,
)

pytestmark = pytest.mark.django_db

SITE = "http://127.0.0.1:8000"
TITLE = "R&D <b>“10 < 20”</b> 🏭 ]]> 两江\x0b\x01"
TEXT = "Tom & Jerry’s <script>alert(1)</script> &amp; 5 > 3 🚗 重庆\ufffe"
#: What no XML may hold is left out, all else arrives.
TITLE_READ, TEXT_READ = TITLE[:-2], TEXT[:-1]


def make_news(languages, **fields):
    column = Column.objects.filter(slug="local").first() or make_column(slug="local")
    return make_article(languages, column=column, **fields)


def make_figure(languages, **fields):
    told = {"slug": "told", "territory": "liangjiang", "value": 2, "unit": "sq_km"}
    return made_live(Figure.objects.create(**told | fields), languages)


#: By route: address, maker, and the fields that are the words of an entry.
FEEDS = {
    "articles:feed": ("news/feed/", make_news, ("headline", "summary")),
    "articles:column_feed": ("news/local/feed/", make_news, ("headline", "summary")),
    "documents:feed": ("documents/feed/?kind=guide", make_document, ("title", "summary")),
    "enterprises:feed": ("enterprises/feed/?ownership=private", make_enterprise, ("short_name", "activity")),
    "figures:feed": ("figures/feed/?territory=liangjiang", make_figure, ("indicator", "note")),
    "investment:events_feed": ("investing/events/feed/", make_event, ("name", "summary")),
    "investment:projects_feed": ("investing/projects/feed/", make_project, ("name", "summary")),
    "policies:feed": ("investing/policies/feed/?level=municipal", make_policy, ("title", "summary")),
}
MORE = {"enterprises:feed": {"ownership": "private"}}


@pytest.fixture(params=FEEDS)
def route(request):
    return request.param


@pytest.fixture(params=["en", "zh-hans"])
def language(request):
    return request.param


@pytest.fixture
def make(route):
    """A function that makes a record of the feed with hostile words, live in both languages or in those given."""
    _address, maker, (title, text) = FEEDS[route]

    def make_one(languages=("en", "zh-hans"), name=TITLE, **fields):
        words = {
            f"{field}_{code}": said
            for field, said in ((title, name), (text, TEXT))
            for code in ("en", "zh_hans")
        }
        return maker(languages, **words, **MORE.get(route, {}), **fields)

    return make_one


@pytest.fixture
def read(visitor, route, language):
    """A function that gives the feed as an independent parser reads it, which has to find nothing to complain of."""
    address = f"/{language}/{FEEDS[route][0]}"

    def read_it():
        answer = visitor.get(address)
        assert answer.status_code == 200
        assert answer["Content-Type"] == "application/atom+xml; charset=utf-8"
        # Nothing is helped by where it came from: an address that is not absolute stays so.
        feed = feedparser.parse(answer.content, response_headers={"content-type": answer["Content-Type"]})
        assert not feed.bozo and feed.version == "atom10"
        assert feed.feed.link == SITE + address.replace("feed/", "")
        assert [one.href for one in feed.feed.links if one.rel == "self"] == [SITE + address]
        assert feed.feed.language == {"en": "en", "zh-hans": "zh-Hans"}[language]
        assert feed.feed.title and feed.feed.author and feed.feed.updated_parsed
        assert feed.feed.id == feed.feed.link
        return feed

    return read_it


def _routes(resolver, space=""):
    for one in resolver.url_patterns:
        if isinstance(one, URLResolver):
            yield from _routes(one, one.namespace or space)
        elif isinstance(one.callback, Feed):
            yield f"{space}:{one.name}"


def test_every_feed_of_the_portal_is_read_here():
    assert set(_routes(get_resolver())) == set(FEEDS)


def test_an_empty_feed_is_a_feed(read, route):
    if route == "articles:column_feed":
        make_column(slug="local")
    assert read().entries == []


def test_words_arrive_as_they_were_written(read, make, language, route):
    record = make()
    (entry,) = read().entries
    assert TITLE_READ in entry.title and entry.title_detail.type == "text/plain"
    assert entry.link.startswith(f"{SITE}/{language}/") and record.slug in entry.link
    assert entry.updated_parsed >= entry.published_parsed
    if route != "figures:feed":
        # Readers take a summary for HTML.
        assert entry.summary_detail.type == "text/html"
        assert TEXT_READ in html.unescape(entry.summary).replace("\xa0", " ")
        assert "<script" not in entry.summary


def test_an_entry_keeps_its_name_when_its_words_and_its_address_change(read, make):
    record = make()
    (before,) = read().entries
    type(record).objects.filter(pk=record.pk).update(
        slug="another", changed_at=timezone.now() + timedelta(minutes=1)
    )
    (after,) = read().entries
    assert after.id == before.id and after.id.startswith("tag:127.0.0.1,2026:")
    assert after.link != before.link and after.updated_parsed > before.updated_parsed


def test_two_entries_have_two_names(read, make, route):
    fields = [{}, {"slug": "second"}] if route == "figures:feed" else [{}, {}]
    make(**fields[0]), make(**fields[1])
    assert len({entry.id for entry in read().entries}) == 2


def test_nothing_that_is_not_public_in_the_language_is_in_a_feed(read, make, language):
    other = "zh-hans" if language == "en" else "en"
    make(languages=[other])
    assert read().entries == []


def test_no_draft_is_in_a_feed(read, make):
    make(languages=[])
    assert read().entries == []
