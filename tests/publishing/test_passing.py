"""An edition begins or ends by itself: caches and indexes hear of it when its moment passes, once."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles.models import Article
from publishing.models import EditionMoment
from publishing.publication.actions import publish, unschedule
from publishing.schedule import passing, scheduling
from publishing.schedule.clock import tick
from publishing.signals import edition_changed
from tests.factories import make_article, tomorrow

SECOND = timedelta(seconds=1)


@pytest.fixture
def heard():
    """What receivers hear: (key of the record, language), in order."""
    found = []

    def hear(record, language, **kwargs):
        found.append((record.pk, language))

    edition_changed.connect(hear, sender=Article, weak=False)
    yield found
    edition_changed.disconnect(hear, sender=Article)


@pytest.fixture
def scheduled(db):
    """An article that begins tomorrow in English."""
    article = make_article(languages=[])
    publish(article, language="en", at=tomorrow())
    return article


def test_an_edition_that_begins_by_itself_is_told_of_when_it_does(scheduled, heard):
    heard.clear()
    tick(now=scheduled.live_from_en - SECOND)
    assert heard == []
    tick(now=scheduled.live_from_en)
    assert heard == [(scheduled.pk, "en")]


def test_an_edition_that_ends_by_itself_is_told_of_when_it_does(db, heard):
    article = make_article()
    scheduling.end_at(article, languages=["zh-hans"], at=tomorrow())
    heard.clear()
    tick(now=tomorrow() + SECOND)
    assert heard == [(article.pk, "zh-hans")]


def test_nothing_is_told_twice_and_nothing_missed_after_a_stop(scheduled, heard):
    heard.clear()
    for days in (400, 400, 401):
        tick(now=scheduled.live_from_en + timedelta(days=days))
    assert heard == [(scheduled.pk, "en")]


def test_a_moment_that_was_taken_back_is_not_told_of(scheduled, heard):
    unschedule(scheduled, language="en")
    heard.clear()
    tick(now=tomorrow() + SECOND)
    assert heard == []
    assert not EditionMoment.objects.exists()


def test_a_receiver_that_fails_hears_it_again_and_holds_up_nobody(scheduled, heard, caplog):
    second = make_article(languages=[])
    publish(second, language="en", at=tomorrow())
    heard.clear()

    def fail(record, **kwargs):
        if record.pk == scheduled.pk:
            raise RuntimeError("The index is away")

    edition_changed.connect(fail, sender=Article, weak=False)
    try:
        tick(now=tomorrow() + SECOND)
    finally:
        edition_changed.disconnect(fail, sender=Article)
    assert heard.count((second.pk, "en")) == 1 and "The index is away" in caplog.text
    tick(now=tomorrow() + SECOND)
    assert heard[-1] == (scheduled.pk, "en")


def test_a_moment_that_came_by_another_way_is_found_once_a_day(db, heard):
    article = make_article(languages=[])
    Article.objects.filter(pk=article.pk).update(live_from_en=tomorrow())
    assert passing.note_all() == 1
    heard.clear()
    tick(now=tomorrow() + SECOND)
    assert heard == [(article.pk, "en")]


def test_a_moment_that_means_nothing_any_more_is_forgotten_once_a_day(scheduled):
    assert passing.tidy() == 0
    unschedule(scheduled, language="en")
    assert passing.tidy() == 1
    assert not EditionMoment.objects.exists()


def test_what_is_counted_is_kept_until_the_next_moment_only(scheduled):
    soon = timezone.now() + timedelta(seconds=9)
    assert passing.seconds_until(None, 120) == passing.seconds_until(tomorrow(), 120) == 120
    assert 0 < passing.seconds_until(soon, 120) <= 9
    EditionMoment.objects.update(at=soon)
    assert Article.objects.annotate(next=passing.next_moment()).get(pk=scheduled.pk).next == soon
