"""What others did meanwhile: a clear sentence in the reader's language, and nothing lost."""

import pytest
from django.test import Client

from enterprises.models import Enterprise
from publishing.drafts.saving import head_of
from publishing.models import ScheduledPublication
from publishing.review.reviewing import approve, stand_of, submit
from tests.factories import make_article, make_enterprise
from tests.publishing.drafting import row, save_words
from tests.publishing.forms import form_data

LANGUAGES = ["en", "zh-hans"]


@pytest.fixture
def publisher_in(make_member):
    """A function that gives the client of a publisher who works in a language."""

    def log_in(language):
        client = Client()
        client.force_login(make_member("publisher"))
        client.cookies["django_language"] = language
        return client

    return log_in


def form_of(record) -> str:
    options = record._meta
    return f"/admin/{options.app_label}/{options.model_name}/{record.pk}/change/"


def text_of(answer) -> str:
    assert answer.status_code == 200
    return answer.content.decode()


def in_order(language: str, **said: str) -> str:
    return said["en" if language == "en" else "zh"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_draft_whose_enterprise_was_deleted_says_so_and_keeps_the_rest(publisher_in, language):
    article, enterprise = make_article(), make_enterprise(languages=[])
    client, path = publisher_in(language), form_of(article)
    form = form_data(text_of(client.get(path))) | {
        "headline_en": "Typed",
        "enterprises": [str(enterprise.pk)],
    }
    assert client.post(path, form).status_code == 302
    Enterprise.objects.get(pk=enterprise.pk).delete()
    shown = text_of(client.get(path))
    assert in_order(language, en="has since been deleted. Choose again.", zh="已被删除") in shown
    client.post(path, form_data(shown) | {"_publish_en": "1"})
    assert (row(article).headline_en, row(article).enterprises.count()) == ("Typed", 0)


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_address_taken_meanwhile_is_told_and_the_draft_stays(publisher_in, language):
    article = make_article()
    client, path = publisher_in(language), form_of(article)
    form = form_data(text_of(client.get(path))) | {"slug": "wanted-by-two", "headline_en": "Typed"}
    client.post(path, form)
    make_article(slug="wanted-by-two")
    answer = client.post(path, form_data(text_of(client.get(path))) | {"_publish_en": "1"}, follow=True)
    assert in_order(language, en="already exists", zh="已有地址相同的文章。") in text_of(answer)
    assert row(article).slug != "wanted-by-two"
    assert head_of(article).snapshot["f"]["headline_en"] == "Typed"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_moment_in_the_past_is_told_and_what_was_typed_stays(publisher_in, language):
    article = make_article(languages=[])
    path = form_of(article).replace("/change/", "/schedule/")
    client = publisher_in(language)
    answer = client.post(path, {"deed": "publish", "languages": ["en"], "at": "2020-01-01T00:00"})
    said = answer.content.decode()
    assert answer.status_code == 422
    assert in_order(language, en="This time has passed.", zh="该时刻已过。") in said
    assert "2020-01-01T00:00" in said
    assert not ScheduledPublication.objects.exists() and row(article).live_from_en is None


def test_a_step_whose_reviewer_was_deleted_is_open_to_the_others(make_member):
    author, chosen, other = make_member("editor"), make_member("reviewer"), make_member("publisher")
    article = make_article()
    article.column.review_steps = 2
    article.column.save()
    save_words(article, by=author, headline_en="Drafted words")
    submit(article, by=author, assigned_to=chosen)
    chosen.delete()
    approve(article, by=other)
    assert stand_of(article).next_step == "final"


def test_a_signature_outlives_the_account_of_who_gave_it(make_member):
    author, reviewer = make_member("editor"), make_member("reviewer")
    article = make_article()
    article.column.review_steps = 1
    article.column.save()
    save_words(article, by=author, headline_en="Drafted words")
    submit(article, by=author)
    signature = approve(article, by=reviewer)
    reviewer.delete()
    signature.refresh_from_db()
    assert (signature.reviewer, signature.reviewer_name) == (None, "reviewer")
    assert stand_of(article).is_approved
