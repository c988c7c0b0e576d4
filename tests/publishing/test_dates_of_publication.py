"""The date that a first publication gives an article belongs to the row: no draft asks for it, or takes it back."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles.models import Article
from publishing.drafts.saving import first_revision, head_of, save_draft
from publishing.drafts.working_copies import load
from publishing.models import Revision
from publishing.publication.actions import publish
from publishing.snapshots import take
from tests.factories import make_article
from tests.services.forms import fields_of


@pytest.fixture
def article(db):
    """Without a date, and with a history that began before it was scheduled."""
    record = make_article(languages=[], dated_at=None)
    first_revision(record)
    return record


def scheduled(article):
    publish(article, language="zh-hans", at=timezone.now() + timedelta(days=1))
    return Article.objects.get(pk=article.pk)


def with_words(snapshot, **words):
    return snapshot | {"f": snapshot["f"] | words}


def test_a_draft_from_before_the_schedule_shows_the_date_of_the_row(article):
    first = head_of(article)
    save_draft(article, with_words(first.snapshot, headline_en="New words"), seen=first)
    row = scheduled(article)
    copy = load(row, head_of(row).snapshot)
    assert copy.dated_at == row.dated_at
    copy.clean()


def test_a_form_that_is_sent_back_as_it_was_makes_no_new_version(article):
    row = scheduled(article)
    head = head_of(row)
    assert save_draft(row, take(row), seen=head) == head


def test_a_form_that_changes_words_does_not_pin_the_date(article):
    row = scheduled(article)
    draft = save_draft(row, with_words(take(row), headline_en="New words"), seen=head_of(row))
    assert draft.snapshot["f"]["dated_at"] is None
    assert draft.pending == ["en"]


def test_another_moment_moves_the_date_although_there_is_a_draft(article):
    row = scheduled(article)
    save_draft(row, with_words(take(row), headline_en="New words"), seen=head_of(row))
    later = timezone.now() + timedelta(days=3)
    publish(row, language="zh-hans", at=later)
    assert Article.objects.get(pk=row.pk).dated_at == later.replace(second=0, microsecond=0)


def test_a_date_that_somebody_chose_is_kept_in_the_draft(article):
    row = scheduled(article)
    chosen = "2024-05-06T01:00:00+00:00"
    draft = save_draft(row, with_words(take(row), dated_at=chosen), seen=head_of(row))
    assert draft.snapshot["f"]["dated_at"] == chosen


def test_the_first_version_can_be_restored_after_the_publication(article):
    first = head_of(article)
    publish(article, language="en")
    row = Article.objects.get(pk=article.pk)
    copy = load(row, first.snapshot)
    assert copy.dated_at == row.dated_at
    copy.clean()


def test_what_is_published_is_the_version_that_was_signed(article):
    row = scheduled(article)
    signed = save_draft(row, with_words(take(row), headline_en="New words"), seen=head_of(row))
    publish(row, language="en")
    assert head_of(row).number == signed.number + 1
    assert head_of(row).fingerprint == signed.fingerprint


def test_what_is_left_of_a_draft_is_still_the_version_that_was_signed(article):
    row = scheduled(article)
    words = {"headline_en": "New words", "headline_zh_hans": "新标题"}
    signed = save_draft(row, with_words(take(row), **words), seen=head_of(row))
    publish(row, language="en")
    assert head_of(row).pending == ["zh-hans"]
    assert head_of(row).fingerprint == signed.fingerprint


def test_a_form_in_chinese_that_is_sent_back_as_it_was_changes_no_date(article, log_in):
    publish(article, language="en")
    publisher = log_in("publisher")
    publisher.cookies["django_language"] = "zh-hans"
    address = f"/admin/articles/article/{article.pk}/change/"
    fields = fields_of(publisher.get(address), "article_form")
    publisher.post(address, fields | {"_continue": "1"})
    assert head_of(article).kind == Revision.Kind.LIVE
