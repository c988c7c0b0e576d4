"""Every list and every form of the newsroom opens, in both languages, at a price that does not grow."""

import re

import pytest
from django.contrib import admin
from django.contrib.auth import get_user_model
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.models import (
    Article,
    Author,
    Byline,
    Column,
    Correction,
    GalleryPicture,
    Quote,
    Series,
    Special,
)
from enterprises.models import Facility, Industry, Listing, Metric, Product
from evidence.models import Source
from figures.models import Figure
from investment.models import Event
from media_library.models import Document, Film, Image
from pages.models import MenuItem, Official, Organisation, Page, Place
from tests import factories

LANGUAGES = ("en", "zh-hans")
#: Made by something else than people.
OF_THE_MACHINERY = {"django_tasks_database"}
#: What a strict policy forbids: scripts and styles in the page, handlers on elements.
INLINE = re.compile(r"<script(?![^>]*\bsrc=)[^>]*>|<style|<[^>]+\s(?:style|on\w+)=", re.IGNORECASE)
WITHOUT_LIST = {"sitesettings"}


def registered():
    return [model for model in admin.site._registry if model._meta.app_label not in OF_THE_MACHINERY]


def url(model, page, *arguments):
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}", args=arguments)


@pytest.fixture
def crowd(db):
    """A function that makes a few records of every kind, linked as they are in life."""

    def make(number):
        source = Source.objects.create(
            key=f"source-{number}", kind=Source.Kind.PRESS, name_en=f"Source {number}"
        )
        image = Image.objects.create(
            file=f"images/{number}/original.jpg", width=900, height=600, alt_en="A bridge"
        )
        park = factories.make_park(parent=factories.make_park(), source=source, image=image)
        industry = factories.make_industry(parent=factories.make_industry())
        parent = factories.make_enterprise()
        enterprise = factories.make_enterprise(parent=parent, image=image)
        enterprise.industries.add(industry)
        facility = Facility.objects.create(enterprise=enterprise, name_en="Works", park=park, source=source)
        Product.objects.create(enterprise=enterprise, name_en="Screens", source=source)
        Listing.objects.create(enterprise=enterprise, exchange="SH", code="600000")
        Metric.objects.create(enterprise=enterprise, measure="land", value=3, unit="yuan", source=source)
        factories.make_award(enterprise, facility=facility)
        event = factories.make_event(source=source)
        project = factories.make_project(event=event, park=park, source=source)
        column = factories.make_column(parent=factories.make_column())
        series = Series.objects.create(slug=f"series-{number}", title_en="Series")
        Special.objects.create(slug=f"special-{number}", title_en="Special", image=image)
        figure = f'<p>Text.</p><figure><img data-file="{image.pk}" alt=""></figure>'
        article = factories.make_article(
            column=column, source=source, image=image, series=series, series_part=1, body_en=figure
        )
        article.enterprises.add(enterprise, parent)
        article.parks.add(park)
        article.projects.add(project)
        article.related.add(factories.make_article())
        for name in ("Li", "Wang"):
            author = Author.objects.create(name_en=f"{name} {number}")
            Byline.objects.create(article=article, author=author)
        Correction.objects.create(article=article, corrected_on="2026-05-05", text_en="A name.")
        for _picture in range(3):
            GalleryPicture.objects.create(article=article, image=image)
        Quote.objects.create(text_en="A sentence.", speaker_en="A speaker")
        Figure.objects.create(
            slug=f"figure-{number}",
            indicator_en="Output",
            territory="china",
            value=3,
            unit="yuan",
            source=source,
        )
        Document.objects.create(file=f"documents/{number}/original.pdf", language="en", title_en="Guide")
        Film.objects.create(link="https://example.org/film", title_en="Film", poster=image)
        page = Page.objects.create(slug=f"page-{number}", section="about", title_en="Page", image=image)
        Page.objects.create(slug=f"chapter-{number}", section="about", title_en="Chapter", parent=page)
        body = Organisation.objects.create(
            slug=f"body-{number}", name_en="Body", kind=Organisation.Kind.values[0]
        )
        Official.objects.create(slug=f"official-{number}", title_en="Director", organisation=body, rank=1)
        Place.objects.create(slug=f"place-{number}", name_en="Place", kind=Place.Kind.values[0], park=park)
        top = MenuItem.objects.create(menu="main", label_en="News", path=f"news/{number}")
        MenuItem.objects.create(menu="main", label_en="Local", path=f"news/local/{number}", parent=top)

    return make


@pytest.fixture
def admin_client(log_in):
    return log_in("admin")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_list_and_form_opens(admin_client, crowd, language):
    crowd(1)
    admin_client.cookies["django_language"] = language
    opened = 0
    for model in registered():
        model_admin = admin.site._registry[model]
        pages = [url(model, "changelist")]
        if model_admin.has_add_permission(_request_of(admin_client)):
            pages.append(url(model, "add"))
        record = model._default_manager.first()
        if record is not None:
            pages += [url(model, "change", record.pk), url(model, "history", record.pk)]
        for page in pages:
            response = admin_client.get(page, follow=True)
            assert response.status_code == 200, page
            html = response.content.decode()
            assert f'<html lang="{language}"' in html, page
            assert INLINE.findall(html) == [], page
            policy = response.headers["Content-Security-Policy"]
            assert "unsafe" not in policy and "nonce" not in policy, page
            opened += 1
    assert opened >= 80


def _request_of(client):
    return client.get("/admin/").wsgi_request


def queries(client, page):
    with CaptureQueriesContext(
        connection,
    ) as captured:
        assert client.get(page).status_code == 200
    return len(captured)


def test_no_list_asks_more_when_it_is_longer(admin_client, crowd):
    crowd(1)
    lists = [url(model, "changelist") for model in registered() if model._meta.model_name not in WITHOUT_LIST]
    for page in lists:
        admin_client.get(page)
    short = {page: queries(admin_client, page) for page in lists}
    crowd(2)
    crowd(3)
    long = {page: queries(admin_client, page) for page in lists}
    grown = {page: (short[page], long[page]) for page in lists if long[page] > short[page]}
    assert grown == {}
    assert {page: number for page, number in long.items() if number > 15} == {}


def test_the_form_of_a_full_article_stays_within_its_price(admin_client, crowd):
    crowd(1)
    article = Article.objects.exclude(series=None).get()
    article.film = Film.objects.get()
    article.teaser_quote = Quote.objects.get()
    article.owner = get_user_model().objects.get()
    article.body_zh_hans = article.body_en
    article.save()
    article.events.add(Event.objects.get())
    article.industries.add(Industry.objects.first())
    page = url(Article, "change", article.pk)
    admin_client.get(page)
    assert queries(admin_client, page) <= 26


def test_the_first_page_asks_the_same_however_much_there_is(admin_client, crowd):
    crowd(1)
    before = queries(admin_client, "/admin/")
    crowd(2)
    assert queries(admin_client, "/admin/") <= before <= 25


def test_a_column_cannot_be_deleted_by_someone_who_may_only_write(editor):
    column = factories.make_column()
    assert editor.post(url(Column, "delete", column.pk), {"post": "yes"}).status_code == 403
    assert Column.objects.filter(pk=column.pk).exists()


def test_whoever_may_write_may_name_a_colleague_and_nobody_else(editor, make_member):
    make_member("translator")
    make_member("reviewer", is_active=False)
    make_member("desk", username="visitor", is_staff=False)
    names = editor.get(url(Article, "add")).context["adminform"].form.fields["owner"].queryset
    assert [person.username for person in names] == ["editor", "translator"]


def test_a_role_without_content_sees_no_lists_of_it(log_in):
    factories.make_article(languages=())
    response = log_in("desk").get("/admin/")
    assert response.context["desk_lists"] == []


def test_the_first_page_shows_drafts_single_languages_and_what_is_to_confirm(editor):
    draft = factories.make_article(languages=())
    single = factories.make_article(languages=("zh-hans",))
    doubtful = factories.make_article(to_confirm="Which year?")
    shown = [[line.record for line in one.lines] for one in editor.get("/admin/").context["desk_lists"]]
    assert shown == [[draft], [single], [doubtful]]


@pytest.mark.parametrize(("language", "word"), [("en", "Write"), ("zh-hans", "采编")])
def test_the_rail_groups_by_task_and_shows_only_what_the_role_may_see(log_in, language, word):
    client = log_in("translator")
    client.cookies["django_language"] = language
    groups = client.get("/admin/").context["available_apps"]
    assert [str(group["name"]) for group in groups][0] == word
    assert "auth" not in {model["model"]._meta.app_label for group in groups for model in group["models"]}


def test_the_language_switch_keeps_the_page(editor):
    page = "/admin/articles/article/?english=live"
    answer = editor.post("/i18n/setlang/", {"language": "zh-hans", "next": page})
    assert answer.url == page
    assert '<html lang="zh-hans"' in editor.get(page).content.decode()
