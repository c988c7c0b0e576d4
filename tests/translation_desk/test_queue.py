"""The queue: what is missing and outdated, whose it is, and by when."""

from datetime import date, timedelta

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.models import Article
from publishing.models import Scope
from tests.factories import make_article, make_column
from tests.translation_desk.test_states import SOURCE, TARGET, save
from translation_desk.models import GlossaryTerm, TranslationTask

QUEUE = "/admin/translation_desk/translationtask/"


@pytest.fixture
def article(db):
    record = make_article(
        body_zh_hans=SOURCE, body_en=TARGET, headline_en="Queue me", headline_zh_hans="排队"
    )
    save(record, body_zh_hans=SOURCE.replace("三条", "五条"))
    return record


def shown(client, query=""):
    answer = client.get(QUEUE + query)
    assert answer.status_code == 200
    return answer.content.decode()


def test_what_is_outdated_waits_in_the_queue_with_a_way_to_it(translator, article):
    html = shown(translator)
    assert f"/admin/articles/article/{article.pk}/translation/?language=en" in html
    assert "1 field outdated" in html


@pytest.mark.parametrize(
    ("query", "is_there"),
    [
        ("?language=en", True),
        ("?language=zh-hans", False),
        ("?work=outdated", True),
        ("?work=missing", False),
        ("?who=nobody", True),
        ("?who=me", False),
        ("?due=late", False),
        ("?kind=articles.article", True),
        ("?kind=enterprises.enterprise", False),
        ("?kind=nonsense&after=nonsense_1", True),
    ],
)
def test_filters_ask_one_thing_each(translator, article, query, is_there):
    assert ("Queue me" in shown(translator, query)) is is_there


def test_who_takes_work_owns_it(translator, article):
    task = TranslationTask.objects.get()
    assert translator.post(QUEUE, {"take": task.pk}).status_code == 302
    assert "Queue me" in shown(translator, "?who=me")


def test_a_translator_into_chinese_takes_no_english_work(log_in, article):
    client = log_in("translator-zh-hans")
    assert "Queue me" not in shown(client)
    answer = client.post(f"{QUEUE}?language=en", {"take": TranslationTask.objects.get().pk})
    assert answer.status_code == 403


def test_work_outside_of_ones_area_is_not_in_ones_queue(translator, make_member, article):
    person = article.owner or TranslationTask._meta.get_field("owner").related_model.objects.get(
        username="translator"
    )
    column = make_column()
    Scope.objects.create(
        user=person, content_type=ContentType.objects.get_for_model(column), object_id=str(column.pk)
    )
    assert "Queue me" not in shown(translator)


def test_the_investment_desk_has_no_queue(log_in, article):
    assert log_in("desk").get(QUEUE).status_code == 403


def test_soonest_work_is_first_and_pages_go_on_where_the_last_one_ended(translator, article):
    kind = ContentType.objects.get_for_model(Article)
    TranslationTask.objects.bulk_create(
        TranslationTask(
            content_type=kind,
            object_id=str(1000 + n),
            language="en",
            title=f"Row {n:03}",
            missing=1,
            due_on=date(2030, 1, 1) + timedelta(days=n),
            sort_on=date(2030, 1, 1) + timedelta(days=n),
            opened_at=timezone.now(),
        )
        for n in range(60)
    )
    first = shown(translator)
    assert first.index("Row 000") < first.index("Row 049") and "Row 050" not in first
    query = first.split('href="?', 1)[1].split("after=")[1].split('"')[0]
    second = shown(translator, f"?after={query}")
    assert "Row 049" not in second and "Row 050" in second
    assert second.index("Row 059") < second.index("Queue me")


def test_the_queue_reads_its_own_table_however_much_is_in_it(translator, article):
    shown(translator)
    with CaptureQueriesContext(connection) as few:
        shown(translator)
    for _one in range(5):
        save(make_article(headline_en="More", headline_zh_hans="多"), summary_en="")
    with CaptureQueriesContext(connection) as many:
        shown(translator)
    assert len(many) <= len(few)
    assert not [query for query in many if "articles_article" in query["sql"]]


def test_the_queue_can_be_counted_anew(translator, article, capsys):
    owner = TranslationTask.objects.get()
    TranslationTask.objects.update(outdated=7, question="Which?")
    Article.objects.filter(pk=make_article().pk).update(summary_en="")
    call_command("rebuild_translation_queue")
    owner.refresh_from_db()
    assert (owner.outdated, owner.question) == (1, "Which?")
    assert TranslationTask.objects.filter(is_open=True, missing=1).count() == 1


def test_a_term_cannot_be_allowed_and_banned(publisher, db):
    answer = publisher.post(
        "/admin/translation_desk/glossaryterm/add/",
        {"english": "plant", "chinese": "工厂", "allowed": "works", "banned": "works"},
    )
    assert answer.status_code == 200 and "at once" in answer.content.decode()
    assert not GlossaryTerm.objects.exists()


def test_a_banned_word_is_marked_beside_the_form_and_put_right_with_one_press(editor, article):
    GlossaryTerm.objects.create(
        english="Liangjiang New Area", chinese="两江新区", banned="Liangjiang New Zone"
    )
    save(article, summary_en="In Liangjiang New Zone.", summary_zh_hans="在两江新区。")
    html = editor.get(f"/admin/articles/article/{article.pk}/change/").content.decode()
    assert "term.banned" in html
