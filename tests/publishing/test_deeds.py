"""Publishing and withdrawing in the newsroom: by whom, with which words, and what is kept."""

import pytest
from django.contrib.admin.models import LogEntry
from django.urls import reverse
from django.utils.translation import gettext, override

from articles.models import Article
from publishing.drafts.saving import head_of
from tests.factories import make_article, make_column
from tests.services.forms import fields_of

LIST = "/admin/articles/article/"


@pytest.fixture
def column(db):
    return make_column()


def form_of(article) -> str:
    return reverse("admin:articles_article_change", args=[article.pk])


def send(client, url, **changes):
    """Opens a form and sends it back with changes, as a browser would."""
    fields = fields_of(client.get(url), "article_form")
    return client.post(url, fields | changes, follow=True)


def words(response) -> str:
    return " ".join(str(message) for message in response.context["messages"])


def test_a_publisher_publishes_one_language_and_the_other_stays_a_draft(publisher, column):
    article = make_article(languages=(), column=column)
    response = send(publisher, form_of(article), _publish_zh_hans="x")
    article.refresh_from_db()
    assert article.live_languages() == ["zh-hans"]
    assert "The Chinese edition is published." in words(response)


def test_what_was_typed_before_the_button_is_saved_with_it(publisher, column):
    article = make_article(languages=(), column=column)
    send(publisher, form_of(article), headline_en="A better headline", _publish_en="x")
    article.refresh_from_db()
    assert article.headline_en == "A better headline"
    assert article.live_languages() == ["en"]


def test_a_new_article_can_be_published_at_once(publisher, column):
    send(
        publisher,
        f"{LIST}add/",
        column=column.pk,
        headline_zh_hans="两江新区签约",
        summary_zh_hans="摘要",
        body_zh_hans="<p>正文</p>",
        _publish_zh_hans="x",
    )
    article = Article.objects.get()
    assert article.live_languages() == ["zh-hans"]
    assert article.slug == "liang-jiang-xin-qu-qian-yue"


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_an_edition_that_is_not_ready_is_saved_but_not_published(publisher, column, language):
    article = make_article(languages=(), column=column, body_en="")
    publisher.cookies["django_language"] = language
    response = send(publisher, form_of(article), dateline_en="Chongqing", _publish_en="x")
    article.refresh_from_db()
    assert article.live_languages() == []
    assert article.dateline_en == "Chongqing"
    with override(language):
        assert gettext("What you entered has been saved.") in words(response)
        marked = response.context["adminform"].form.errors
        assert marked == {"body_en": [gettext("Needed before this edition can be published.")]}
    assert marked["body_en"][0] in response.content.decode()


def test_withdrawing_one_language_leaves_the_other(publisher, column):
    article = make_article(column=column)
    send(publisher, form_of(article), _withdraw_en="x")
    article.refresh_from_db()
    assert article.live_languages() == ["zh-hans"]


@pytest.mark.parametrize("role", ["editor", "translator"])
def test_a_forged_button_publishes_nothing(log_in, column, role):
    article = make_article(languages=(), column=column)
    client = log_in(role)
    assert 'name="_publish_en"' not in client.get(form_of(article)).content.decode()
    send(client, form_of(article), _publish_en="x", live_from_en="2020-01-01 00:00:00")
    article.refresh_from_db()
    assert article.live_languages() == []


def test_a_reviewer_can_send_nothing(log_in, column):
    article = make_article(languages=(), column=column)
    assert log_in("reviewer").post(form_of(article), {"_publish_en": "x"}).status_code == 403


def act(client, action, *articles):
    """Confirm an action of the list at once, also for what its page would not have offered."""
    seen = [f"{article.pk}:{head.pk if (head := head_of(article)) else ''}" for article in articles]
    data = {"action": action, "_selected_action": [article.pk for article in articles]}
    return client.post(LIST, data | {"confirmed": "yes", "_seen": seen}, follow=True)


def test_the_list_publishes_what_is_ready_and_names_what_is_not(publisher, column):
    ready = make_article(languages=(), column=column)
    empty = make_article(languages=(), column=column, summary_en="")
    response = act(publisher, "publish_en", ready, empty)
    assert [article.slug for article in Article.objects.live("en")] == [ready.slug]
    assert empty.headline_en in words(response) and "Done for 1 record." in words(response)


def test_the_list_offers_and_accepts_no_publishing_from_an_editor(editor, column):
    article = make_article(languages=(), column=column)
    assert "publish_en" not in editor.get(LIST).content.decode()
    act(editor, "publish_en", article)
    assert not Article.objects.live_anywhere().exists()


def test_a_hundred_rows_that_are_not_ready_are_not_told_one_by_one(publisher, column):
    articles = [make_article(languages=(), column=column, summary_en="") for _number in range(12)]
    response = act(publisher, "publish_en", *articles)
    assert len(response.context["messages"]) == 6


def test_publishing_is_written_into_the_history(publisher, column):
    article = make_article(languages=(), column=column)
    send(publisher, form_of(article), _publish_en="x")
    entry = LogEntry.objects.filter(object_id=str(article.pk)).latest("pk")
    assert entry.get_change_message() == "Published the English edition."


@pytest.mark.parametrize(("state", "found"), [("live", 1), ("not", 2)])
def test_the_list_can_be_narrowed_to_an_edition(editor, column, state, found):
    make_article(languages=("en",), column=column)
    make_article(languages=("zh-hans",), column=column)
    make_article(languages=(), column=column)
    response = editor.get(LIST, {"english": state})
    assert len(response.context["cl"].result_list) == found


def test_the_list_finds_words_of_both_languages(editor, column):
    make_article(column=column, headline_en="Quay", headline_zh_hans="果园港")
    make_article(column=column)
    editor.cookies["django_language"] = "zh-hans"
    for word in ("quay", "果园"):
        assert len(editor.get(LIST, {"q": word}).context["cl"].result_list) == 1


def test_the_history_speaks_the_language_of_its_reader(publisher, column):
    article = make_article(languages=(), column=column)
    send(publisher, form_of(article), headline_en="Changed")
    send(publisher, form_of(article), _publish_en="x")
    publisher.cookies["django_language"] = "zh-hans"
    history = reverse("admin:articles_article_history", args=[article.pk])
    page = publisher.get(history, follow=True).content.decode()
    assert "已发布" in page
    assert "Published" not in page and "Headline (English)" not in page


def test_whoever_may_only_read_sees_the_text_and_not_its_tags(log_in, column):
    article = make_article(languages=(), column=column, body_en="<p>A <strong>bold</strong> word</p>")
    page = log_in("reviewer").get(form_of(article)).content.decode()
    assert "<p>A <strong>bold</strong> word</p>" in page
    assert 'name="_save"' not in page and "<textarea" not in page
