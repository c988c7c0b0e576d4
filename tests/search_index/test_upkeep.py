"""The index follows what is published, in the same transaction: never ahead of the site, never behind it."""

from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone

from publishing.drafts.saving import open_draft
from publishing.publication.actions import publish, withdraw, withdraw_everywhere
from publishing.schedule import scheduling
from publishing.schedule.clock import tick
from search_index.finding import Filters, find
from search_index.models import Name, PublicEntry
from search_index.suggesting import suggest
from tests.factories import make_article, make_column, make_enterprise, make_event, tomorrow
from tests.publishing.drafting import row, save_words

pytestmark = pytest.mark.django_db
SECOND = timedelta(seconds=1)


def found(text, language="en", **options) -> list[int]:
    """Keys of the records that answer."""
    keys = find(text, language, **options).keys
    entries = PublicEntry.objects.in_bulk(keys)
    return [entries[key].object_id for key in keys]


def test_what_is_published_is_found_at_once_in_its_language():
    article = make_article(
        languages=["en"], headline_en="Quokka ferry opens", headline_zh_hans="短尾渡轮启用"
    )
    assert found("quokka") == [article.pk]
    assert found("渡轮", "zh-hans") == []
    publish(article, language="zh-hans")
    assert found("渡轮", "zh-hans") == [article.pk]


def test_a_draft_of_what_is_live_changes_nothing_until_it_is_published():
    article = make_article(headline_en="Quokka ferry")
    save_words(article, headline_en="Wombat ferry")
    assert found("wombat") == []
    assert found("quokka") == [article.pk]
    publish(row(article), language="en")
    assert open_draft(row(article)) is None
    assert found("wombat") == [article.pk]
    assert found("quokka") == []


def test_what_is_withdrawn_is_gone_from_results_and_suggestions():
    enterprise = make_enterprise(short_name_en="Quokka Works", short_name_zh_hans="短尾工厂")
    withdraw(enterprise, language="en")
    assert found("quokka") == []
    assert suggest("quok", "en") == []
    assert found("短尾", "zh-hans") == [enterprise.pk]
    withdraw_everywhere(enterprise)
    assert not PublicEntry.objects.exists()
    assert not Name.objects.exists()


def test_what_is_scheduled_is_found_from_its_moment_on_even_if_the_clock_stands():
    article = make_article(languages=[], headline_en="Quokka ferry")
    moment = tomorrow()
    publish(article, language="en", at=moment)
    assert found("quokka") == []
    assert found("quokka", at=moment - SECOND) == []
    assert found("quokka", at=moment) == [article.pk]


def test_a_draft_of_what_is_live_becomes_searchable_at_its_moment():
    article, moment = make_article(headline_en="Quokka ferry"), tomorrow()
    save_words(article, headline_en="Wombat ferry")
    scheduling.schedule(article, languages=["en"], at=moment)
    assert found("wombat", at=moment) == []
    tick(now=moment)
    assert found("wombat", at=moment) == [article.pk]
    assert found("quokka", at=moment) == []


def test_what_has_ended_is_not_found_even_if_the_clock_stands():
    event, moment = make_event(name_en="Quokka fair"), tomorrow()
    scheduling.end_at(event, languages=["en"], at=moment)
    assert found("quokka", at=moment - SECOND) == [event.pk]
    assert found("quokka", at=moment) == []
    assert suggest("quokka", "en", at=moment) == []


def test_a_title_of_an_edition_that_has_ended_does_not_find_the_other_one():
    event = make_event(name_en="Quokka fair", name_zh_hans="短尾展会")
    assert found("短尾展会", "en") == [event.pk]
    withdraw(event, language="zh-hans")
    assert found("短尾展会", "en") == []
    entry = PublicEntry.objects.get()
    assert (entry.title, entry.other_name) == ("Quokka fair", "")


def test_a_new_address_is_the_one_that_results_lead_to():
    article = make_article(slug="old-address", headline_en="Quokka ferry")
    save_words(article, slug="new-address")
    publish(row(article), language="en")
    addresses = set(PublicEntry.objects.values_list("address", flat=True))
    assert addresses == {"/en/news/2026/05/new-address/", "/zh-hans/news/2026/05/new-address/"}


def test_another_column_is_another_section():
    article = make_article(column=make_column(slug="local"), headline_en="Quokka ferry")
    save_words(article, column_id=make_column(slug="life").pk)
    publish(row(article), language="en")
    assert found("quokka", filters=Filters(section="local")) == []
    assert found("quokka", filters=Filters(section="life")) == [article.pk]


def test_what_is_deleted_leaves_nothing_behind():
    enterprise = make_enterprise(short_name_en="Quokka Works")
    make_enterprise(short_name_en="Wombat Works")
    enterprise.delete()
    assert found("quokka") == []
    assert set(PublicEntry.objects.values_list("title", flat=True)) & {"Quokka Works"} == set()
    assert not Name.objects.filter(text="Quokka Works").exists()


def test_many_that_are_deleted_together_leave_nothing_behind():
    event = make_event(name_en="Quokka fair")
    type(event).objects.all().delete()
    assert not PublicEntry.objects.exists()
    assert found("quokka") == []


@pytest.mark.django_db(transaction=True)
def test_a_publication_that_is_rolled_back_leaves_nothing():
    article = make_article(languages=[], headline_en="Quokka ferry")
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        publish(article, language="en")
        assert found("quokka") == [article.pk]
        raise ZeroDivisionError
    assert found("quokka") == []
    assert not PublicEntry.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_a_withdrawal_that_is_rolled_back_leaves_everything():
    article = make_article(headline_en="Quokka ferry")
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        withdraw(article, language="en")
        raise ZeroDivisionError
    assert found("quokka") == [article.pk]


def test_publishing_again_keeps_one_entry():
    article = make_article(headline_en="Quokka ferry")
    for number in range(3):
        save_words(row(article), summary_en=f"Edition {'abc'[number]}")
        publish(row(article), language="en")
    assert PublicEntry.objects.filter(language="en").count() == 1


def test_editions_of_one_second_have_keys_of_their_own():
    moment = timezone.now() - timedelta(days=3)
    articles = [make_article(dated_at=moment, headline_en="Quokka ferry") for _ in range(5)]
    assert sorted(found("quokka")) == sorted(article.pk for article in articles)


def test_the_cells_of_a_table_are_words_of_their_own():
    table = "<table><tbody><tr><th>Quokka</th><td>Ferry</td></tr><tr><td>Wombat</td></tr></tbody></table>"
    article = make_article(body_en=table)
    for word in ("quokka", "ferry", "wombat"):
        assert found(word) == [article.pk]
