"""What it costs to open a form: queries for every role and every kind, and the time of the server."""

from datetime import timedelta

import pytest
from django.contrib import admin
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from articles.models import Article, Byline, GalleryPicture, Quote
from enterprises.models import Enterprise, Facility
from investment.models import Event
from media_library.models import Film
from publishing.drafts.form_record import unpack, with_everything
from publishing.drafts.saving import first_revision, head_of, save_draft
from publishing.drafts.working_copies import load
from publishing.models import Publishable, Release, ReleaseItem, Revision
from publishing.review.reviewing import submit
from publishing.snapshots import take
from tests import factories
from tests.effort import processor_seconds

MOST_QUERIES = 25
#: Seconds of the server's processor; what else the machine does at the same time is not counted.
MOST_TIME = 0.3
ROLES = ("admin", "publisher", "editor", "translator", "translator-en", "reviewer")


def form_of(record):
    options = record._meta
    return reverse(f"admin:{options.app_label}_{options.model_name}_change", args=[record.pk])


def queries(client, page):
    with CaptureQueriesContext(connection) as captured:
        assert client.get(page).status_code == 200, page
    return len(captured)


@pytest.fixture
def full_article(crowd, make_member):
    """An article that uses everything an article can: every relation, parts, a draft in review, unsaved text."""
    crowd(1)
    article = Article.objects.exclude(series=None).get()
    article.column.review_steps = 3
    article.column.save()
    article.film, article.teaser_quote = Film.objects.get(), Quote.objects.get()
    article.owner = make_member("editor", username="owner")
    article.body_zh_hans = article.body_en
    article.save()
    article.events.add(Event.objects.get())
    article.industries.add(factories.make_industry())
    snapshot = take(article)
    snapshot["f"]["headline_en"] = "Another head"
    draft = save_draft(article, snapshot, seen=first_revision(article), by=article.owner)
    submit(article, by=article.owner, seen=draft.fingerprint)
    release = Release.objects.create(name="Both together")
    ReleaseItem.objects.create(release=release, record=article, languages=["en"])
    return article


@pytest.mark.parametrize("role", ROLES)
def test_the_form_of_a_full_article_costs_every_role_no_more_than_its_price(log_in, full_article, role):
    client = log_in(role)
    client.get(form_of(full_article))
    assert queries(client, form_of(full_article)) <= MOST_QUERIES


@pytest.mark.parametrize("role", ROLES)
def test_no_form_of_any_kind_costs_more_than_its_price(log_in, crowd, role):
    crowd(1)
    client, dear, opened = log_in(role), {}, 0
    for model in admin.site._registry:
        record = model._default_manager.order_by("pk").last()
        if record is None or client.get(form_of(record), follow=True).status_code != 200:
            continue
        opened += 1
        price = queries(client, form_of(record)) if client.get(form_of(record)).status_code == 200 else 0
        if price > MOST_QUERIES:
            dear[form_of(record)] = price
    assert dear == {}
    assert opened >= 20


def test_the_price_does_not_grow_with_parts_and_relations(log_in, crowd):
    crowd(1)
    client = log_in("publisher")
    article, enterprise = (
        Article.objects.exclude(series=None).get(),
        Enterprise.objects.exclude(image=None).get(),
    )
    for record in (article, enterprise):
        client.get(form_of(record))
    before = queries(client, form_of(article)), queries(client, form_of(enterprise))
    for number in range(5):
        article.enterprises.add(factories.make_enterprise())
        article.related.add(factories.make_article())
        GalleryPicture.objects.create(article=article, image=article.image, position=number)
        Facility.objects.create(enterprise=enterprise, name_en=f"Works {number}", park=factories.make_park())
        factories.make_award(enterprise)
    assert (queries(client, form_of(article)), queries(client, form_of(enterprise))) <= before


@pytest.mark.parametrize("kind", [Article, Enterprise])
def test_a_form_takes_less_time_than_a_person_notices(log_in, crowd, kind):
    crowd(1)
    client, record = log_in("publisher"), kind.objects.exclude(image=None).get()
    client.get(form_of(record))
    assert processor_seconds(client.get, form_of(record)) < MOST_TIME


def test_what_comes_along_with_a_record_is_what_its_tables_hold(crowd):
    crowd(1)
    compared = 0
    for model in admin.site._registry:
        if not issubclass(model, Publishable):
            continue
        for record in model._default_manager.all():
            gathered = with_everything(model._default_manager.filter(pk=record.pk)).get()
            unpack(gathered)
            assert take(gathered) == take(record)
            compared += 1
    assert compared >= 15


def test_a_form_knows_what_its_record_refers_to_without_asking_again(crowd, django_assert_num_queries):
    crowd(1)
    pk = Article.objects.exclude(series=None).get().pk
    relations = [field.name for field in Article._meta.fields if field.many_to_one]
    with django_assert_num_queries(1):
        article = with_everything(Article.objects.select_related(*relations)).get(pk=pk)
        known = unpack(article)
        copy = load(article, take(article), known)
        assert {str(byline.author) for byline in copy.bylines.all()} == {"Li 1", "Wang 1"}
        assert len(copy.enterprises.all()) == 2
    assert set(copy.enterprises.filter(slug__gt="")) == set(article.enterprises.all())


def test_a_draft_that_refers_to_something_else_finds_it(crowd):
    crowd(1)
    article = Article.objects.exclude(series=None).get()
    other = factories.make_enterprise()
    snapshot = take(article)
    snapshot["m"]["enterprises"] = [other.pk]
    byline = Byline.objects.filter(article=article).first()
    snapshot["c"]["bylines"] = [row for row in snapshot["c"]["bylines"] if row["pk"] == str(byline.pk)]
    gathered = with_everything(Article.objects.filter(pk=article.pk)).get()
    copy = load(gathered, snapshot, unpack(gathered))
    assert list(copy.enterprises.all()) == [other]
    assert [part.pk for part in copy.bylines.all()] == [byline.pk]


def test_a_reviewer_reads_what_is_live_and_can_change_nothing(log_in, full_article):
    client = log_in("reviewer")
    answer = client.get(form_of(full_article))
    assert str(full_article.headline_en) in answer.content.decode()
    assert "Another head" not in answer.context["title"]
    assert client.post(form_of(full_article), {"headline_en": "Mine"}).status_code == 403
    assert head_of(full_article).kind == Revision.Kind.DRAFT


def test_the_history_of_a_thousand_versions_opens_in_no_time(log_in, full_article):
    first = head_of(full_article)
    kept = {"content_type": first.content_type, "object_id": first.object_id, "kind": Revision.Kind.DRAFT}
    Revision.objects.bulk_create(
        Revision(number=first.number + number, snapshot=first.snapshot, fingerprint=first.fingerprint, **kept)
        for number in range(1, 1001)
    )
    Revision.objects.update(created_at=timezone.now() - timedelta(days=1))
    client, options = log_in("publisher"), Article._meta
    page = reverse(f"admin:{options.app_label}_{options.model_name}_versions", args=[full_article.pk])
    assert client.get(page).status_code == 200
    assert processor_seconds(client.get, page) < MOST_TIME
