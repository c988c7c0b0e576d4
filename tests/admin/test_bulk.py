"""Deeds on many records: told first, done only when confirmed, refused one by one with the reason."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from articles.models import Article
from publishing.bulk.offering import MOST
from publishing.drafts.saving import first_revision, head_of, save_draft
from publishing.models import ReviewRequest
from publishing.snapshots import take
from tests.factories import make_article, make_column
from translation_desk.models import TranslationTask

LIST = reverse("admin:articles_article_changelist")


def choose(client, action, *articles):
    """The page that asks."""
    return client.post(LIST, {"action": action, "_selected_action": [article.pk for article in articles]})


def confirm(client, page, **answers):
    """Send back what the page that asks has, with answers to what it asks for."""
    outlooks = [outlook for outlook in page.context["outlooks"] if not outlook.is_refused]
    data = {
        "action": page.context["deed"].key,
        "confirmed": "yes",
        "_selected_action": [outlook.record.pk for outlook in outlooks],
        "_seen": [outlook.seen for outlook in outlooks],
    }
    return client.post(LIST, data | answers, follow=True)


def told(page):
    return {outlook.record.pk: (outlook.is_refused, outlook.text) for outlook in page.context["outlooks"]}


def draft_of(article, **fields):
    snapshot = take(article)
    snapshot["f"] |= fields
    return save_draft(article, snapshot, seen=first_revision(article))


@pytest.fixture
def column(db):
    return make_column()


def test_nothing_is_published_before_the_page_that_asks_is_answered(publisher, column):
    ready = make_article(languages=(), column=column)
    empty = make_article(languages=(), column=column, summary_en="")
    page = choose(publisher, "publish_en", ready, empty)
    assert not Article.objects.live("en").exists()
    assert told(page)[ready.pk] == (False, "It becomes public now.")
    refused, why = told(page)[empty.pk]
    assert refused and "still empty: summary." in why
    confirm(publisher, page)
    assert [article.pk for article in Article.objects.live("en")] == [ready.pk]


def test_a_live_article_says_which_changes_would_become_public(publisher, column):
    changed, unchanged = make_article(column=column), make_article(column=column)
    draft_of(changed, headline_en="A better head")
    page = choose(publisher, "publish_en", changed, unchanged)
    assert told(page) == {
        changed.pk: (False, "The changes in version 2 will become public."),
        unchanged.pk: (True, "This is already public, and nothing in it has been changed."),
    }
    confirm(publisher, page)
    changed.refresh_from_db()
    assert changed.headline_en == "A better head"


def test_what_was_saved_after_the_page_was_opened_is_not_published_unseen(publisher, column):
    article = make_article(column=column)
    draft_of(article, headline_en="Seen")
    page = choose(publisher, "publish_en", article)
    snapshot = take(article)
    snapshot["f"]["headline_en"] = "Unseen"
    save_draft(article, snapshot, seen=head_of(article))
    answer = confirm(publisher, page)
    assert "A newer version has since been saved" in answer.content.decode()
    article.refresh_from_db()
    assert article.headline_en not in ("Seen", "Unseen")


def test_an_article_that_needs_a_review_is_refused_and_can_be_submitted(publisher, make_member):
    article = make_article(languages=(), column=make_column(review_steps=1))
    refused, why = told(choose(publisher, "publish_en", article))[article.pk]
    assert refused and "has not yet completed its review" in why
    page = choose(publisher, "submit_for_review", article)
    due = timezone.localdate() + timedelta(days=3)
    confirm(publisher, page, due_on=due.isoformat(), note="All three, please.")
    request = ReviewRequest.objects.of(article).get()
    assert (request.due_on, request.note) == (due, "All three, please.")
    assert told(choose(publisher, "submit_for_review", article))[article.pk][0]


def test_a_day_that_has_passed_is_refused_and_the_note_is_kept(publisher):
    article = make_article(languages=(), column=make_column(review_steps=1))
    answer = confirm(
        publisher, choose(publisher, "submit_for_review", article), due_on="2020-01-01", note="Kept words"
    )
    assert answer.status_code == 422
    assert "This day has passed" in answer.content.decode() and "Kept words" in answer.content.decode()
    assert not ReviewRequest.objects.exists()


def test_many_articles_are_scheduled_and_ended_at_one_moment(publisher, column):
    first, second = make_article(languages=(), column=column), make_article(languages=(), column=column)
    moment = (timezone.localtime() + timedelta(days=2)).replace(second=0, microsecond=0)
    page = choose(publisher, "schedule", first, second)
    confirm(publisher, page, languages=["en", "zh-hans"], at=moment.strftime("%Y-%m-%dT%H:%M"))
    assert {article.live_from_en for article in Article.objects.all()} == {moment}
    end = moment + timedelta(days=1)
    page = choose(publisher, "end_at", first, second)
    confirm(publisher, page, languages=["en"], at=end.strftime("%Y-%m-%dT%H:%M"))
    assert {article.live_until_en for article in Article.objects.all()} == {end}


def test_a_moment_that_has_passed_leaves_everything_as_it_is(publisher, column):
    article = make_article(languages=(), column=column)
    page = choose(publisher, "schedule", article)
    answer = confirm(publisher, page, languages=["en"], at="2020-01-01T08:00")
    assert "This time has passed" in answer.content.decode()
    article.refresh_from_db()
    assert article.live_from_en is None


def test_translations_are_given_to_a_person_who_may_write_that_language(publisher, make_member, column):
    article = make_article(languages=("en",), column=column)
    task = TranslationTask.objects.create(
        record=article, language="zh-hans", title="An article", missing=2, opened_at=timezone.now()
    )
    finished = make_article(column=column)
    chinese = make_member("translator-zh-hans", username="chinese")
    english = make_member("translator-en", username="english")
    page = choose(publisher, "assign_translation", article, finished)
    assert told(page)[article.pk] == (False, "There is text to translate into Chinese.")
    assert told(page)[finished.pk][0]
    answer = confirm(publisher, page, language="zh-hans", owner=english.pk)
    assert "does not have permission to write in this language" in answer.content.decode()
    confirm(publisher, page, language="zh-hans", owner=chinese.pk)
    task.refresh_from_db()
    assert task.owner == chinese


OFFERED = {
    "publisher": {
        "publish_en", "publish_zh_hans", "withdraw_en", "withdraw_zh_hans", "schedule", "end_at", "gather",
        "submit_for_review", "assign_translation",
    },
    "editor": {"submit_for_review", "assign_translation"},
    "translator": {"submit_for_review", "assign_translation"},
    "reviewer": set(),
}  # fmt: skip


@pytest.mark.parametrize("role", OFFERED)
def test_every_role_is_offered_what_it_may_do_and_can_do_nothing_else(log_in, column, role):
    article = make_article(languages=(), column=column)
    client = log_in(role)
    shown = client.get(LIST).context["action_form"]
    offered = {key for key, _label in shown.fields["action"].choices} if shown else set()
    assert OFFERED["publisher"] & offered == OFFERED[role]
    for action in OFFERED["publisher"] - OFFERED[role]:
        data = {
            "action": action,
            "_selected_action": [article.pk],
            "confirmed": "yes",
            "_seen": [f"{article.pk}:"],
        }
        client.post(LIST, data | {"languages": ["en"], "at": "2030-01-01T08:00"})
    article.refresh_from_db()
    assert article.live_from_en is None and not ReviewRequest.objects.exists()


def test_a_translator_of_one_language_publishes_nothing(log_in, column):
    article = make_article(languages=(), column=column)
    client = log_in("translator-en")
    client.post(LIST, {"action": "publish_en", "_selected_action": [article.pk], "confirmed": "yes"})
    assert not Article.objects.live_anywhere().exists()


def test_more_than_can_be_looked_at_is_refused_as_a_whole(publisher, column, monkeypatch):
    monkeypatch.setattr("publishing.bulk.offering.MOST", 2)
    articles = [make_article(languages=(), column=column) for _number in range(3)]
    answer = publisher.post(
        LIST, {"action": "publish_en", "_selected_action": [a.pk for a in articles]}, follow=True
    )
    assert "Choose at most 2 records at once." in answer.content.decode()
    assert MOST == 200 and not Article.objects.live_anywhere().exists()


def test_the_page_that_asks_speaks_chinese(publisher, column):
    publisher.cookies["django_language"] = "zh-hans"
    article = make_article(languages=(), column=column)
    page = choose(publisher, "publish_en", article).content.decode()
    assert '<html lang="zh-hans"' in page and 'name="_seen"' in page
