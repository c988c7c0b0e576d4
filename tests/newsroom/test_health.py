"""The health of the site: what is stale, blank, overdue or stopped is said, and one click leads to it."""

from datetime import timedelta

import pytest
from django.apps import apps
from django.contrib.auth import get_user_model
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from articles.models import Article, Column
from bilingual.languages import CHINESE, ENGLISH
from inquiries.models import Inquiry
from media_library.models import Image
from newsroom import care, freshness, machinery
from newsroom.counting import count
from newsroom.finding import Level
from newsroom.health import health_for
from publishing.models import ClockBeat, Publishable, Scratch
from publishing.publication.actions import withdraw
from tests.factories import make_article, make_column, make_enterprise, make_inquiry

HOME = "/admin/"


@pytest.fixture
def member(make_member):
    return make_member("publisher")


def days_ago(number):
    return timezone.now() - timedelta(days=number)


def aged(column, days):
    """A live article of a column with the date of some days ago."""
    return make_article(column=column, dated_at=days_ago(days))


def health_of(column, user):
    return next(health for health in freshness.columns(user) if health.column == column)


@pytest.mark.parametrize(
    ("age", "level", "left"),
    [(6, Level.GOOD, 4), (7, Level.WARN, 3), (10, Level.WARN, 0), (11, Level.BAD, -1)],
)
def test_a_column_warns_from_seventy_percent_of_its_limit(member, age, level, left):
    column = make_column(freshness_days=10)
    aged(column, age)
    health = health_of(column, member)
    assert (health.level, health.days_left) == (level, left)


def test_the_newest_live_article_of_either_language_counts_and_drafts_do_not(member):
    column = make_column(freshness_days=10)
    aged(column, 8)
    newer = aged(column, 2)
    withdraw(newer, language=ENGLISH)
    assert health_of(column, member).age == 2
    withdraw(Article.objects.get(pk=newer.pk), language=CHINESE)
    assert health_of(column, member).age == 8


def test_a_column_without_a_limit_is_never_late(member):
    column = make_column(freshness_days=None)
    aged(column, 4000)
    health = health_of(column, member)
    assert (health.level, health.days_left) == (Level.GOOD, None)


def test_a_column_is_blank_in_the_language_in_which_nothing_is_live(member):
    column = make_column()
    withdraw(aged(column, 1), language=CHINESE)
    assert health_of(column, member).blank_in == [CHINESE]


def test_five_stale_columns_of_news_fail_the_site_and_four_do_not(member):
    for _number in range(4):
        aged(make_column(column_type=Column.Type.NEWS), 15)
    assert level_of(member, "stale") is Level.WARN
    aged(make_column(column_type=Column.Type.NEWS), 15)
    assert level_of(member, "stale") is Level.BAD


def test_notices_have_six_months(member):
    aged(make_column(column_type=Column.Type.NOTICES), 100)
    assert level_of(member, "stale") is Level.GOOD


@pytest.mark.parametrize(("age", "level"), [(9, Level.GOOD), (10, Level.WARN), (14, Level.BAD)])
def test_the_home_page_warns_on_the_tenth_day(member, age, level):
    aged(make_column(), age)
    assert level_of(member, "home page") is level


def level_of(user, words):
    found = freshness.findings(freshness.columns(user), user)
    return next(finding.level for finding in found if words in finding.text)


def test_each_count_of_records_leads_to_a_list_of_just_these(publisher, db):
    overdue, unsure = make_enterprise(), make_enterprise(to_confirm="Ask again.")
    type(overdue).objects.filter(pk=overdue.pk).update(review_by=timezone.localdate() - timedelta(days=1))
    withdraw(make_article(), language=CHINESE)
    found = care.record_findings(count(get_user_model().objects.get()))
    assert [finding.level for finding in found] == [
        Level.BAD,
        Level.WARN,
        Level.GOOD,
        Level.WARN,
        Level.GOOD,
    ]
    for finding, record in zip(found, (overdue, unsure), strict=False):
        (fix,) = finding.fixes
        listed = publisher.get(fix.url).context["cl"].result_list
        assert [line.pk for line in listed] == [record.pk]
    (fix,) = found[3].fixes
    assert publisher.get(fix.url).context["cl"].result_list.count() == 1


def test_pictures_without_words_or_rights_are_counted_where_they_are_listed(publisher, db):
    Image.objects.create(file="a.jpg", width=1, height=1, alt_en="A bridge", rights="own")
    Image.objects.create(file="b.jpg", width=1, height=1, alt_zh_hans="桥")
    found = care.picture_findings(get_user_model().objects.get())
    assert [finding.text[:1] for finding in found[:2]] == ["1", "1"]
    for finding in found:
        assert publisher.get(finding.fixes[0].url).context["cl"].result_list.count() == 1


def test_an_inquiry_that_nobody_answers_is_late_after_a_week_and_only_the_desk_knows(make_member):
    desk, editor = make_member("desk"), make_member("editor")
    make_inquiry(days_old=3)
    assert [finding.level for finding in care.inquiry_findings(desk)] == [Level.WARN]
    late = make_inquiry(days_old=8)
    (finding,) = care.inquiry_findings(desk)
    assert finding.level is Level.BAD and finding.fixes[0].url.endswith(f"/{late.pk}/change/")
    Inquiry.objects.update(state="answered")
    assert care.inquiry_findings(desk)[0].level is Level.GOOD
    assert care.inquiry_findings(editor) == []


def test_a_clock_that_stands_still_is_told(member):
    assert machinery.findings(member)[0].level is Level.WARN
    ClockBeat.objects.create(pk=1, holder="x", beat_at=timezone.now())
    assert machinery.findings(member)[0].level is Level.GOOD


def test_a_worker_that_lets_jobs_wait_is_told(member):
    assert machinery.findings(member)[1].level is Level.GOOD
    job = DBTaskResult.objects.create(
        task_path="media_library.tasks.render_image",
        args_kwargs={"args": [], "kwargs": {}},
        priority=0,
        run_after=timezone.now() - timedelta(hours=1),
    )
    DBTaskResult.objects.filter(pk=job.pk).update(enqueued_at=timezone.now() - timedelta(minutes=30))
    finding = machinery.findings(member)[1]
    assert finding.level is Level.BAD and "30" in finding.text


def test_the_first_page_shows_health_and_unsaved_texts_in_both_languages(publisher, db):
    column = make_column(freshness_days=10)
    aged(column, 20)
    user = get_user_model().objects.get()
    kind = ContentType.objects.get_for_model(Article)
    Scratch.objects.create(user=user, content_type=kind, kept_at=timezone.now())
    Scratch.objects.create(user=user, content_type=kind, object_id="999999", kept_at=timezone.now())
    for language in ("en", "zh-hans"):
        answer = publisher.get(HOME, headers={"Accept-Language": language})
        page = answer.content.decode()
        assert answer.status_code == 200
        assert "level--bad" in page and f"?column={column.pk}" in page
        assert "/admin/articles/article/add/" in page and "/admin/articles/article/scratch/" in page


def test_a_colleague_without_any_role_sees_nothing_of_it(make_member):
    assert health_for(make_member("staff")) is None


def test_every_kind_that_can_be_published_is_counted(make_member):
    admin = make_member("admin")
    kinds = [model for model in apps.get_models() if issubclass(model, Publishable)]
    with CaptureQueriesContext(connection) as asked:
        count(admin)
    assert len(kinds) >= 10
    assert all(f'"{model._meta.db_table}"' in asked[-1]["sql"] for model in kinds)
