"""Parsed articles become drafts: in their own language, never live, never twice."""

import base64
import datetime

import pytest
from django.utils import timezone

from articles.importing.anatomy import parse
from articles.importing.refusals import ImportRefused
from articles.importing.store import store_article
from articles.models import Article, Author, Column, Series
from evidence.models import Source
from media_library.models import Credit, Image
from prose.rendering import render_prose
from publishing.publication.actions import publish
from tests.articles.importing.documents import CHINESE_TEXT, ENGLISH_TEXT, FEATURE_TEXT, MARKDOWN, WEB_PAGE
from tests.articles.importing.test_webpages import PIXEL

pytestmark = pytest.mark.django_db


@pytest.fixture
def local():
    return Column.objects.create(slug="local", name_en="Local", name_zh_hans="本地新闻")


@pytest.fixture
def business():
    return Column.objects.create(slug="business", name_en="Business", name_zh_hans="财经")


@pytest.fixture
def bring(local):
    """A function that imports a text and returns the stored article, read anew."""

    def bring(text, **options):
        parsed = parse(text.encode(), **options)
        stored = store_article(parsed=parsed, file_name="news.txt", default_column=local)
        return Article.objects.get(pk=stored.article.pk)

    return bring


def test_an_english_page_fills_the_english_columns_only(bring, business):
    article = bring(ENGLISH_TEXT)
    assert article.headline_en == "Sample park opens its second workshop"
    assert article.original_language == "en"
    assert article.column == business
    assert not article.headline_zh_hans and not article.body_zh_hans
    assert timezone.localtime(article.dated_at).date() == datetime.date(2024, 5, 6)
    assert article.teaser_quote.text_en.startswith("A sample commissioner")
    assert article.slug == "sample-park-opens-its-second-workshop"


def test_a_chinese_page_fills_the_chinese_columns_only(bring, local):
    article = bring(CHINESE_TEXT)
    assert article.headline_zh_hans == "示例园区第二座厂房启用"
    assert not article.headline_en and not article.summary_en
    assert article.original_language == "zh-hans"
    assert article.column == local
    assert article.slug.startswith("shi-li-yuan-qu")
    assert timezone.localtime(article.dated_at).strftime("%Y-%m-%d %H:%M") == "2024-05-06 10:20"
    assert [(byline.author.name_zh_hans, byline.role) for byline in article.bylines.all()] == [
        ("张示例", "reporter"),
        ("李示例", "reporter"),
        ("王示例", "editor"),
    ]


@pytest.mark.parametrize("text", [ENGLISH_TEXT, CHINESE_TEXT])
def test_what_is_imported_is_a_draft_and_shown_to_nobody(bring, text):
    article = bring(text)
    assert article.live_languages() == []
    assert not Article.objects.live_anywhere().exists()


def test_a_draft_has_all_that_publishing_asks_for(bring):
    article = bring(ENGLISH_TEXT)
    publish(article, language="en")
    assert article.live_languages() == ["en"]


def test_the_same_article_is_imported_once_whatever_its_format(bring):
    first, again = bring(WEB_PAGE), bring(WEB_PAGE.replace("Views: 12", "Views: 99").replace("footer", "div"))
    assert first.pk == again.pk
    assert Article.objects.count() == 1


def test_a_column_that_is_none_of_ours_is_replaced_and_remembered(bring, local):
    article = bring(ENGLISH_TEXT)
    assert article.column == local
    assert article.import_report["column"] == "Business"


def test_captions_without_a_file_wait_for_their_picture_and_are_not_shown(bring):
    article = bring(ENGLISH_TEXT)
    (picture,) = article.import_report["pictures_to_supply"]
    assert picture["caption"] == "Workers check the first machines of the sample workshop."
    assert picture["credit"] == "[Photo/WeChat account of Sample New Area]"
    assert picture["organisation"] == "Sample New Area"
    assert article.body_en.startswith('<figure data-pending="0"><img data-file="pending-0" alt="Sample park')
    assert "Workers check" not in render_prose(article.body_en)


def test_a_picture_that_came_along_is_stored_with_its_words(bring):
    article = bring(WEB_PAGE.replace("page_files/hall.png", f"data:image/png;base64,{PIXEL}"))
    image = Image.objects.get()
    assert article.image == image
    assert (image.alt_en, image.caption_en) == ("A hall with machines", "The first machines.")
    assert (image.credit_person_en, image.credit_form) == ("Sample Reporter", Credit.PHOTO)
    assert article.import_report["pictures_to_supply"] == []


def test_a_picture_within_the_text_keeps_its_place(bring):
    article = bring(MARKDOWN, companion=lambda address: base64.b64decode(PIXEL))
    image = Image.objects.get()
    assert article.image is None
    assert f'<figure><img data-file="{image.pk}"' in article.body_en
    assert article.body_en.index("<figure>") > article.body_en.index("same day")


def test_a_picture_that_is_really_something_else_is_refused_and_the_text_kept(bring):
    article = bring(MARKDOWN, companion=lambda address: b"<html>not a picture</html>")
    (picture,) = article.import_report["pictures_to_supply"]
    assert picture["refused"]
    assert not Image.objects.exists()


def test_known_people_and_sources_are_found_again_in_either_language(bring):
    known = Author.objects.create(name_en="Known Person", spellings="Sample Reporter; S. Reporter")
    source = Source.objects.create(key="morning", kind="press", name_en="sample morning paper")
    article = bring(FEATURE_TEXT)
    assert article.bylines.get().author == known
    assert article.source == source


def test_a_series_is_made_unpublished_and_its_part_numbered(bring):
    article = bring(FEATURE_TEXT)
    assert (article.series.title_en, article.series_part) == ("Sample Walks", 3)
    assert article.list_headline_en == "Along the quiet river"
    assert article.series.live_languages() == []


def test_a_part_that_is_taken_is_reported_and_not_taken_twice(bring, local):
    series = Series.objects.create(slug="sample-walks", title_en="Sample Walks")
    Article.objects.create(slug="other", column=local, series=series, series_part=3)
    article = bring(FEATURE_TEXT)
    assert article.series is None
    assert [note["code"] for note in article.import_report["unplaced"]] == ["series-part"]


def test_enterprises_named_in_the_text_are_linked(bring):
    enterprises = Article._meta.get_field("enterprises").related_model
    named = enterprises.objects.create(slug="a", short_name_en="Sample Bus Works")
    enterprises.objects.create(slug="b", short_name_en="Bus Work")
    article = bring(ENGLISH_TEXT.replace("two older halls", "two older halls of Sample Bus Works"))
    assert list(article.enterprises.all()) == [named]


def test_a_headline_longer_than_its_field_is_refused_with_the_reason(bring):
    with pytest.raises(ImportRefused) as caught:
        bring(MARKDOWN.replace("title: Sample park", "title: " + "Sample park " * 30))
    assert caught.value.code == "invalid"
    assert "200" in str(caught.value)
    assert not Article.objects.exists()
