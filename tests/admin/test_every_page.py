"""Every list and every form of the newsroom opens, in both languages, at a price that does not grow."""

import re

import pytest
from django.contrib import admin
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.models import Article, Column
from tests import factories

LANGUAGES = ("en", "zh-hans")
#: Made by something else than people.
OF_THE_MACHINERY = {"django_tasks_database"}
#: What a strict policy forbids: scripts and styles in the page, handlers on elements.
INLINE = re.compile(r"<script(?![^>]*\bsrc=)[^>]*>|<style|<[^>]+\s(?:style|on\w+)=", re.IGNORECASE)
WITHOUT_LIST = {"sitesettings", "healthrules"}


def registered():
    return [model for model in admin.site._registry if model._meta.app_label not in OF_THE_MACHINERY]


def url(model, page, *arguments):
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}", args=arguments)


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
