"""An imported draft, once published, reads as an article should."""

import pytest
from django.contrib import admin

from articles.admin import ArticleAdmin
from articles.importing.anatomy import parse
from articles.importing.store import store_article
from articles.models import Article, Column
from publishing.publication.actions import publish
from tests.articles.importing.documents import ENGLISH_TEXT, FEATURE_TEXT

pytestmark = pytest.mark.django_db


@pytest.fixture
def read(visitor):
    """A function that imports, publishes and opens a text; returns the page."""
    local = Column.objects.create(slug="local", name_en="Local", name_zh_hans="本地新闻")

    def read(text):
        parsed = parse(text.encode())
        article = store_article(parsed=parsed, file_name="news.txt", default_column=local).article
        publish(article, language="en")
        response = visitor.get(f"/en{article.get_absolute_url().removeprefix('/en')}")
        assert response.status_code == 200
        return response.content.decode()

    return read


def test_captions_of_missing_pictures_and_furniture_are_not_shown(read):
    page = read(ENGLISH_TEXT)
    assert "A second workshop opened" in page
    assert "Workers check the first machines" not in page
    assert "Opportunitiies" not in page


def test_the_lead_is_not_printed_twice_when_it_is_also_the_summary(read):
    article_itself = read(ENGLISH_TEXT).split("<h1")[1]
    assert article_itself.count("and the first machines began to run on the same day") == 1


def test_a_series_that_is_not_published_is_not_linked(read):
    page = read(FEATURE_TEXT)
    assert "Sample Walks 3: Along the quiet river" in page
    assert "/series/sample-walks/" not in page


def test_staff_see_in_the_form_which_pictures_to_supply(rf, admin_user):
    local = Column.objects.create(slug="local", name_en="Local", name_zh_hans="本地新闻")
    parsed = parse(ENGLISH_TEXT.encode())
    article = store_article(parsed=parsed, file_name="news.txt", default_column=local).article
    request = rf.get("/")
    request.user = admin_user
    form = ArticleAdmin(Article, admin.site)
    assert form.get_fieldsets(request, article)[0][1]["fields"] == ["import_notes"]
    notes = form.import_notes(article)
    assert "Picture to supply: Workers check the first machines of the sample workshop." in notes
    assert "[Photo/WeChat account of Sample New Area]" in notes
