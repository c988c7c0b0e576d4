"""Counts of records are whole phrases, with the measure word of each kind in Chinese."""

import re

import pytest
from django.apps import apps
from django.contrib import admin
from django.utils import translation

from bilingual.counting import say_count, say_count_of
from publishing.models import Part
from tests.factories import make_article, make_column

CHINESE = {"HTTP_ACCEPT_LANGUAGE": "zh-CN"}
KINDS = [model for model in apps.get_models() if admin.site.is_registered(model) or issubclass(model, Part)]


def test_every_kind_in_the_newsroom_has_a_measure_word_and_a_plural_of_its_own():
    assert len(KINDS) >= 80
    with translation.override("zh-hans"):
        bare = [
            model
            for model in KINDS
            if not re.match(r"12[条篇家个项位张份处次场笔种套座段件]\D", say_count(model._meta, 12))
        ]
    assert bare == []
    uncounted = [model for model in KINDS if ":" in say_count(model._meta, 12)]
    assert uncounted == []


@pytest.mark.parametrize(
    ("language", "number", "words"),
    [("en", 1, "1 article"), ("en", 1200, "1,200 articles"), ("zh-hans", 12, "12篇文章")],
)
def test_a_count_of_articles_reads_as_people_say_it(language, number, words):
    options = apps.get_model("articles.Article")._meta
    with translation.override(language):
        assert say_count(options, number) == words
        assert say_count_of(str(options.verbose_name_plural), number) == words


def test_a_kind_that_nobody_registered_is_counted_after_its_name():
    assert say_count(apps.get_model("sessions.Session")._meta, 3) == "Sessions: 3"
    assert say_count_of("things", 3) == "Things: 3"


def test_a_list_its_actions_and_a_deletion_count_in_chinese(log_in):
    admin_client, column = log_in("admin"), make_column()
    articles = [make_article(column=column, languages=[]) for _ in range(51)]
    listed = admin_client.get("/admin/articles/article/", **CHINESE).content.decode()
    assert listed.count("51篇文章") == 2  # below the list, and in the offer to choose all
    sent = {"action": "delete_selected", "_selected_action": [articles[0].pk, articles[1].pk]}
    assert (
        "<li>2篇文章</li>" in admin_client.post("/admin/articles/article/", sent, **CHINESE).content.decode()
    )
    sent["post"] = "yes"
    done = admin_client.post("/admin/articles/article/", sent, follow=True, **CHINESE).content.decode()
    assert "已删除2篇文章。" in done


def test_a_confirmed_deletion_of_what_became_held_meanwhile_says_so(log_in):
    column = make_column()
    make_article(column=column)
    sent = {"action": "delete_selected", "_selected_action": [column.pk], "post": "yes"}
    page = log_in("admin").post("/admin/articles/column/", sent).content.decode()
    assert "is used in the places below" in page
    column.refresh_from_db()
