"""An address that was public leads on for ever."""

from datetime import datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import OperationalError, connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from publishing.addresses import redirects
from publishing.models import Redirect
from publishing.publication.actions import publish, withdraw
from tests.factories import BEIJING, make_article, make_column
from tests.publishing.drafting import make_named_enterprise, row, save_words
from tests.publishing.forms import form_data


def move(enterprise, slug):
    save_words(enterprise, slug=slug)
    publish(row(enterprise), language="en")


@pytest.fixture
def enterprise(db):
    return make_named_enterprise(slug="one")


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_a_changed_address_leads_to_the_new_one_with_its_query(visitor, enterprise, language):
    move(enterprise, "two")
    answer = visitor.get(f"/{language}/enterprises/one/?from=letter&x=1")
    assert (answer.status_code, answer["Location"]) == (301, f"/{language}/enterprises/two/?from=letter&x=1")
    assert "max-age" in answer["Cache-Control"]


def test_a_draft_moves_nothing(visitor, enterprise):
    save_words(enterprise, slug="two")
    assert visitor.get("/en/enterprises/one/").status_code == 200
    assert not Redirect.objects.exists()


def test_an_address_that_never_was_public_leads_nowhere(visitor, db):
    enterprise = make_named_enterprise(languages=["en"], slug="one")
    move(enterprise, "two")
    assert visitor.get("/en/enterprises/one/").status_code == 301
    assert visitor.get("/zh-hans/enterprises/one/").status_code == 404


def test_a_withdrawn_edition_still_leads_on(enterprise):
    withdraw(row(enterprise), language="zh-hans")
    move(enterprise, "two")
    assert set(Redirect.objects.values_list("language", flat=True)) == {"en", "zh-hans"}


def test_a_chain_is_one_hop(visitor, enterprise):
    for slug in ("two", "three", "four"):
        move(enterprise, slug)
    assert visitor.get("/en/enterprises/one/")["Location"] == "/en/enterprises/four/"
    assert set(Redirect.objects.values_list("new_path", flat=True)) == {"/enterprises/four/"}


def test_coming_back_makes_no_circle(visitor, enterprise):
    move(enterprise, "two")
    move(enterprise, "one")
    assert visitor.get("/en/enterprises/one/").status_code == 200
    assert visitor.get("/en/enterprises/two/")["Location"] == "/en/enterprises/one/"


def test_a_record_that_lives_at_the_old_address_of_another_wins(visitor, enterprise):
    move(enterprise, "two")
    make_named_enterprise(languages=["en"], slug="one", short_name_en="The newcomer")
    assert "The newcomer" in visitor.get("/en/enterprises/one/").content.decode()
    assert visitor.get("/zh-hans/enterprises/one/").status_code == 404


def test_an_article_that_changes_its_month_keeps_its_old_address(visitor, db):
    article = make_article(slug="signing", dated_at=datetime(2026, 5, 4, 10, tzinfo=BEIJING))
    old = article.get_absolute_url()
    save_words(article, slug="signed", dated_at="2026-06-01T02:00:00+00:00")
    publish(row(article), language="en")
    assert visitor.get(old)["Location"] == "/en/news/2026/06/signed/"


def test_a_column_that_moves_leads_on_too(log_in, visitor, db):
    column = make_column(slug="old-column")
    client, url = log_in("admin"), reverse("admin:articles_column_change", args=[column.pk])
    data = form_data(client.get(url).content.decode())
    assert client.post(url, {**data, "slug": "new-column"}).status_code == 302
    assert visitor.get("/zh-hans/news/old-column/")["Location"] == "/zh-hans/news/new-column/"


def test_visits_are_counted(visitor, enterprise):
    move(enterprise, "two")
    for _ in range(3):
        visitor.get("/en/enterprises/one/")
    assert Redirect.objects.get(language="en").hits == 3


def test_a_busy_database_costs_the_count_and_not_the_visitor(visitor, enterprise, monkeypatch):
    move(enterprise, "two")
    manager = type(Redirect.objects.all())

    def locked(*args, **kwargs):
        raise OperationalError("database is locked")

    monkeypatch.setattr(manager, "update", locked)
    assert visitor.get("/en/enterprises/one/").status_code == 301


def test_a_page_that_is_there_never_asks_for_a_redirect(visitor, enterprise):
    with CaptureQueriesContext(connection) as queries:
        assert visitor.get("/en/enterprises/one/").status_code == 200
    assert not [query for query in queries if "publishing_redirect" in query["sql"]]


def test_a_redirect_written_by_hand_goes_past_the_next_one(db):
    Redirect.objects.create(language="en", old_path="/b/", new_path="/c/")
    redirects.add(Redirect(language="en", old_path="/a/", new_path="/b/"))
    assert Redirect.objects.get(old_path="/a/").new_path == "/c/"


def test_a_circle_is_refused_and_says_so(log_in, db):
    Redirect.objects.create(language="en", old_path="/a/", new_path="/b/")
    with pytest.raises(redirects.RedirectLoop):
        redirects.add(Redirect(language="en", old_path="/b/", new_path="/a/"))
    answer = log_in("admin").post(
        reverse("admin:publishing_redirect_add"), {"language": "en", "old_path": "/b/", "new_path": "/a/"}
    )
    assert "This would create a redirect loop." in answer.content.decode()
    assert Redirect.objects.count() == 1


@pytest.mark.parametrize("path", ["//evil.example/", "/\\evil.example", "https://evil.example/", "news/"])
def test_a_redirect_cannot_leave_the_site(path):
    with pytest.raises(ValidationError):
        Redirect(language="en", old_path="/a/", new_path=path).clean()


def test_publishers_see_the_list_with_its_visits_and_editors_do_not(publisher, editor, enterprise):
    move(enterprise, "two")
    url = reverse("admin:publishing_redirect_changelist")
    assert "/enterprises/two/" in publisher.get(url).content.decode()
    assert editor.get(url).status_code == 403


@pytest.mark.parametrize("path", ["/en/%00/", "/zh-hans/news/2026/05/%00/", f"/en/{'x' * 5000}/"])
def test_an_address_that_no_table_holds_is_just_not_found(visitor, db, path):
    assert visitor.get(path).status_code == 404
