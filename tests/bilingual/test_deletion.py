"""The page that asks before a record is deleted, or says what holds it."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.test import Client

from articles.models import Column
from publishing.models import Scope
from tests.factories import make_article, make_award, make_column, make_enterprise, make_tie
from tests.media_library.test_grid import picture

CHINESE = {"HTTP_ACCEPT_LANGUAGE": "zh-CN"}


def _change(record) -> str:
    return f'href="/admin/{record._meta.app_label}/{record._meta.model_name}/{record.pk}/change/"'


def _held(kind):
    """A record that cannot be deleted, and the record that holds it."""
    if kind == "enterprise":
        held, holder = make_enterprise(), make_enterprise()
        make_tie(holder, held)
    elif kind == "column":
        held = make_column()
        holder = make_article(column=held)
    elif kind == "scheme":
        award = make_award()
        held, holder = award.level.scheme, award.enterprise
    else:
        held = picture()
        holder = make_article(image=held)
    return held, holder


def test_rows_that_link_two_records_are_not_listed_among_what_is_deleted(log_in):
    article = make_article()
    article.enterprises.add(make_enterprise())
    text = log_in("admin").get(f"/admin/articles/article/{article.pk}/delete/").content.decode()
    assert str(article) in text
    assert "relationship" not in text


@pytest.mark.parametrize("language", [{}, CHINESE], ids=["en", "zh-hans"])
@pytest.mark.parametrize("kind", ["enterprise", "column", "scheme", "picture"])
def test_a_refused_deletion_leads_to_what_holds_the_record_and_back(log_in, kind, language):
    held, holder = _held(kind)
    listed = f"/admin/{held._meta.app_label}/{held._meta.model_name}/"
    text = log_in("admin").get(f"{listed}{held.pk}/delete/", **language).content.decode()
    page = text[text.index('id="content"') :]
    assert _change(holder) in page
    assert _change(held) in page and f'href="{listed}"' in page
    assert "<form" not in page


def test_several_records_that_are_held_say_by_what_and_lead_back(log_in):
    held, holder = _held("column")
    sent = {"action": "delete_selected", "_selected_action": [held.pk, make_column().pk]}
    page = log_in("admin").post("/admin/articles/column/", sent).content.decode()
    assert _change(holder) in page
    assert page.count('href="/admin/articles/column/"') > 2
    assert Column.objects.filter(pk=held.pk).exists()


def test_what_one_has_no_right_to_delete_along_is_said_with_a_way_back(make_member):
    person, group = make_member("editor"), Group.objects.create(name="interns")
    kind = ContentType.objects.get_for_model(Column)
    Scope.objects.create(group=group, content_type=kind, object_id=str(make_column().pk))
    person.user_permissions.add(
        *Permission.objects.filter(codename__in=["delete_group", "change_group", "view_group"])
    )
    client = Client()
    client.force_login(person)
    page = client.get(f"/admin/auth/group/{group.pk}/delete/").content.decode()
    assert "<li>Area of work</li>" in page
    assert _change(group) in page


def test_who_may_not_see_a_holder_reads_only_that_there_is_one(log_in):
    held, holder = _held("scheme")
    publisher = log_in("publisher")
    Group.objects.get(name="publisher").permissions.remove(
        *Permission.objects.filter(content_type__app_label="enterprises", codename__endswith="_enterprise")
    )
    page = publisher.get(f"/admin/enterprises/scheme/{held.pk}/delete/").content.decode()
    assert _change(holder) not in page
    assert "1 place outside your area" in page


def test_deleting_what_readers_can_see_says_that_it_can_be_withdrawn_instead(log_in):
    admin, url = log_in("admin"), "/admin/articles/article/{}/delete/"
    said = "Readers can see it now."
    assert said in admin.get(url.format(make_article().pk)).content.decode()
    assert said not in admin.get(url.format(make_article(languages=[]).pk)).content.decode()


def test_the_question_reads_in_chinese_and_its_way_back_needs_no_script(log_in):
    article = make_article()
    text = log_in("admin").get(f"/admin/articles/article/{article.pk}/delete/", **CHINESE).content.decode()
    page = text[text.index('id="content"') :]
    assert "<li>文章：<a href" in page
    assert 'href="#"' not in page
    assert _change(article) in page[page.index("<form") :]


def test_the_name_of_a_record_is_no_html_on_the_page_that_asks(log_in):
    article = make_article(headline_en="<b>Bold: news</b>")
    text = log_in("admin").get(f"/admin/articles/article/{article.pk}/delete/").content.decode()
    assert "<b>Bold" not in text and "&lt;b&gt;Bold: news" in text
