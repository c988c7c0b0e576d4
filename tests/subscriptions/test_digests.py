"""Letters with news: only what is live, in the subscriber's language, each once whatever happens to the worker."""

import re
import threading
from datetime import timedelta
from smtplib import SMTPDataError, SMTPRecipientsRefused, SMTPServerDisconnected

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.db import connections

from publishing.drafts.saving import first_revision, save_draft
from publishing.publication.actions import publish, withdraw
from publishing.snapshots import take
from subscriptions import digests
from subscriptions.chores import forget_letters, order_rounds
from subscriptions.models import Digest, Subscription
from subscriptions.news import MOST_NAMED
from subscriptions.timetable import last_due
from tests.factories import (
    made_live,
    make_article,
    make_column,
    make_enterprise,
    make_event,
    make_industry,
    make_project,
)
from tests.subscriptions.conftest import EIGHT, plain

State = Digest.State
NEW = EIGHT - timedelta(hours=3)
OLD = EIGHT - timedelta(days=9)
BOTH = pytest.mark.parametrize("language", ["en", "zh-hans"])
pytestmark = pytest.mark.django_db


def event_live(at):
    return made_live(make_event(languages=[]), at=at)


def changed(record, **words):
    """A record that is live, changed and published anew in English."""
    seen, snapshot = first_revision(record), take(record)
    snapshot["f"] |= words
    save_draft(record, snapshot, seen=seen, by=None)
    publish(record, language="en")


# What a letter tells


@BOTH
def test_a_letter_tells_what_went_live_since_the_last_one_in_its_language(
    subscribed, a_round, mail_server, language
):
    new, old = make_article(at=NEW), make_article(at=OLD)
    other = make_article(languages=["zh-hans" if language == "en" else "en"], at=NEW)
    later = make_article(at=EIGHT + timedelta(minutes=1))
    subscribed(language=language)
    a_round()
    (letter,) = mail_server.letters
    for text in (plain(letter), letter.get_body(("html",)).get_content()):
        assert f"/{language}/news/" in text
        assert new.slug in text
        assert not any(record.slug in text for record in (old, other, later))
    assert letter["Content-Language"] == {"en": "en", "zh-hans": "zh-Hans"}[language]
    assert Digest.objects.get().state == State.SENT


def test_a_letter_can_be_left_with_one_click(subscribed, a_round, mail_server, visitor):
    make_article(at=NEW)
    subscribed()
    a_round()
    (letter,) = mail_server.letters
    assert letter["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    address = re.fullmatch(r"<http://[^/]+(/.+)>", "".join(letter["List-Unsubscribe"].split()))[1]
    assert visitor.post(address, {"List-Unsubscribe": "One-Click"}).status_code == 200
    assert not Subscription.objects.exists()


def test_a_letter_keeps_to_the_filter(subscribed, a_round):
    industry = make_industry()
    wanted, other = make_enterprise(languages=[]), make_enterprise(languages=[])
    wanted.industries.add(industry)
    for record in (wanted, other):
        for language in ("en", "zh-hans"):
            publish(record, language=language, at=NEW)
    subscribed("enterprises", f"industry={industry.slug}")
    a_round()
    (letter,) = mail.outbox
    assert wanted.slug in letter.body and other.slug not in letter.body


def test_a_column_tells_its_own_news(subscribed, a_round):
    column = make_column()
    wanted, other = make_article(column=column, at=NEW), make_article(at=NEW)
    subscribed("news", f"column={column.slug}")
    a_round()
    assert wanted.slug in mail.outbox[0].body and other.slug not in mail.outbox[0].body


def test_a_change_of_what_was_live_is_told_as_a_change(subscribed, a_round, at):
    event = event_live(OLD)
    at(NEW)
    changed(event, summary_en="It moved to another hall.")
    subscribed("events")
    a_round()
    body = mail.outbox[0].body
    assert "Changed" in body and "another hall" in body


def test_a_change_in_the_other_language_is_no_news(subscribed, a_round, at):
    event = event_live(OLD)
    at(NEW)
    changed(event, summary_en="It moved to another hall.")
    subscribed("events", language="zh-hans")
    a_round()
    assert mail.outbox == []


def test_a_change_of_what_both_languages_share_is_news_in_both(subscribed, a_round, at):
    event = event_live(OLD)
    at(NEW)
    changed(event, venue_en="Hall 3", organiser_en="", places=40)
    subscribed("events", language="zh-hans")
    a_round()
    assert len(mail.outbox) == 1


def test_a_note_of_the_newsroom_is_no_news(subscribed, a_round, at):
    event = event_live(OLD)
    at(NEW)
    changed(event, to_confirm="Ask the organiser.")
    subscribed("events")
    a_round()
    assert mail.outbox == []


def test_where_there_is_nothing_new_nothing_is_sent(subscribed, a_round):
    make_article(at=OLD)
    row = subscribed()
    a_round()
    assert mail.outbox == [] and not Digest.objects.exists()
    row.refresh_from_db()
    assert row.told_until == EIGHT


def test_what_was_withdrawn_before_the_letter_left_is_not_in_it(subscribed, at, run_jobs):
    kept, gone = make_article(at=NEW), make_article(at=NEW)
    subscribed()
    at(EIGHT + timedelta(minutes=6))
    digests.write_down(EIGHT + timedelta(minutes=6))
    withdraw(gone, language="en", at=EIGHT)
    digests.do_round.enqueue()
    run_jobs()
    assert kept.slug in mail.outbox[0].body and gone.slug not in mail.outbox[0].body


def test_a_draft_is_never_in_a_letter(subscribed, a_round, at):
    event, draft = event_live(OLD), make_event(languages=[])
    at(NEW)
    snapshot = take(event)
    snapshot["f"]["summary_en"] = "A secret plan."
    save_draft(event, snapshot, seen=first_revision(event), by=None)
    subscribed("events")
    event_live(NEW)
    a_round()
    assert "secret" not in mail.outbox[0].body and draft.slug not in mail.outbox[0].body


def test_a_long_list_of_news_is_cut_and_says_so(subscribed, a_round):
    for _ in range(MOST_NAMED + 3):
        make_article(at=NEW)
    subscribed()
    a_round()
    assert mail.outbox[0].body.count("* ") == MOST_NAMED
    assert "And 3 more in the list." in mail.outbox[0].body


def test_a_filter_that_means_nothing_any_more_does_not_widen_the_list(subscribed, a_round):
    industry = make_industry()
    made_live(make_project(languages=[]), at=NEW)
    subscribed("projects", f"industry={industry.slug}")
    industry.delete()
    a_round()
    assert mail.outbox == []


def test_nobody_is_written_to_who_has_not_confirmed(send, a_round, run_jobs):
    send()
    run_jobs()
    mail.outbox.clear()
    make_article(at=NEW)
    a_round()
    assert mail.outbox == []


# When


def test_letters_are_due_at_eight_in_beijing_once_everything_is_stored():
    day = timedelta(days=1)
    assert last_due("daily", EIGHT) == EIGHT - day
    assert last_due("daily", EIGHT + timedelta(minutes=5)) == EIGHT
    assert last_due("daily", EIGHT + timedelta(hours=20)) == EIGHT
    monday = EIGHT - day
    assert last_due("weekly", EIGHT + timedelta(hours=1)) == monday
    assert last_due("weekly", monday + timedelta(minutes=1)) == monday - timedelta(days=7)


def test_the_rounds_of_a_day_are_ordered_for_their_hours(at, run_jobs, subscribed):
    make_article(at=NEW)
    subscribed()
    at(EIGHT - timedelta(hours=8))
    order_rounds()
    run_jobs()
    assert mail.outbox == [], "it is night in Beijing"
    at(EIGHT + timedelta(minutes=6))
    run_jobs()
    assert len(mail.outbox) == 1


def test_a_stop_of_two_days_is_made_up_in_one_letter(subscribed, a_round):
    first, second = make_article(at=EIGHT - timedelta(days=2, hours=3)), make_article(at=NEW)
    subscribed(told_until=EIGHT - timedelta(days=3))
    a_round()
    (letter,) = mail.outbox
    assert first.slug in letter.body and second.slug in letter.body


# Once


def test_rounds_without_end_send_one_letter(subscribed, a_round):
    make_article(at=NEW)
    subscribed()
    for _ in range(4):
        a_round()
    assert len(mail.outbox) == 1


def test_a_worker_killed_before_the_letter_was_handed_over_sends_it_after_all(
    subscribed, a_round, monkeypatch
):
    make_article(at=NEW)
    subscribed()
    with monkeypatch.context() as killed:
        killed.setattr(digests, "letter_of", _killed)
        with pytest.raises(AssertionError):
            a_round()
    assert Digest.objects.get().state == State.WAITING
    a_round()
    assert len(mail.outbox) == 1


def test_a_worker_killed_between_sending_and_marking_never_sends_again(subscribed, a_round, monkeypatch):
    make_article(at=NEW)
    subscribed()
    move = digests._move

    def dies(digest, before, after, **more):
        return _killed() if after == State.SENT else move(digest, before, after, **more)

    with monkeypatch.context() as killed:
        killed.setattr(digests, "_move", dies)
        with pytest.raises(AssertionError):
            a_round()
    assert len(mail.outbox) == 1 and Digest.objects.get().state == State.HANDING
    a_round(EIGHT + timedelta(hours=2))
    assert len(mail.outbox) == 1
    assert Digest.objects.get().state == State.UNCLEAR


def test_the_letter_after_an_interrupted_one_says_so(subscribed, a_round, at):
    row = subscribed(told_until=EIGHT)
    Digest.objects.create(subscription=row, since=OLD, until=EIGHT, not_before=EIGHT, state=State.UNCLEAR)
    make_article(at=EIGHT + timedelta(hours=1))
    a_round(EIGHT + timedelta(days=1))
    assert "Our e-mail of Dec 1, 2026 was interrupted" in mail.outbox[0].body


def _killed(*arguments):
    raise SystemExit("killed")


@pytest.mark.django_db(transaction=True)
def test_two_workers_at_the_same_letter_send_it_once(subscribed, at):
    make_article(at=NEW)
    subscribed()
    at(EIGHT + timedelta(minutes=6))
    digests.write_down(EIGHT + timedelta(minutes=6))
    key = Digest.objects.get().pk
    together, done = threading.Barrier(4), []

    def work():
        together.wait()
        try:
            done.append(digests.send.call(key))
        finally:
            connections.close_all()

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(done) == [False, False, False, True]
    assert len(mail.outbox) == 1


# The mail server


class Saying(EmailBackend):
    """A connection whose server says something else each time."""

    answers: list = []

    def send_messages(self, messages):
        answer = Saying.answers.pop(0) if Saying.answers else None
        if answer is not None:
            raise answer
        return super().send_messages(messages)


@pytest.fixture
def saying(settings):
    settings.EMAIL_BACKEND = f"{__name__}.Saying"
    Saying.answers = []
    return Saying


def test_a_letter_that_is_not_taken_for_now_is_sent_later(subscribed, a_round, saying, run_jobs, at):
    saying.answers = [SMTPDataError(451, b"busy")]
    make_article(at=NEW)
    subscribed()
    a_round()
    assert mail.outbox == [] and Digest.objects.get().state == State.WAITING
    at(EIGHT + timedelta(minutes=8))
    run_jobs()
    assert len(mail.outbox) == 1 and Digest.objects.get().state == State.SENT


def test_a_connection_that_breaks_in_the_middle_is_not_tried_again(subscribed, a_round, saying):
    saying.answers = [SMTPServerDisconnected("gone")]
    make_article(at=NEW)
    subscribed()
    a_round()
    a_round(EIGHT + timedelta(hours=2))
    assert mail.outbox == [] and Digest.objects.get().state == State.UNCLEAR


def test_a_server_that_cannot_be_reached_is_tried_again(
    subscribed, a_round, settings, run_jobs, at, mail_server
):
    settings.EMAIL_PORT, port = 1, settings.EMAIL_PORT
    make_article(at=NEW)
    subscribed()
    a_round()
    assert Digest.objects.get().state == State.WAITING
    settings.EMAIL_PORT = port
    at(EIGHT + timedelta(minutes=8))
    run_jobs()
    assert len(mail_server.letters) == 1


def test_an_address_that_nobody_has_any_more_is_forgotten(subscribed, a_round, saying):
    row = subscribed()
    for number in range(digests.MOST_REFUSALS):
        saying.answers = [SMTPRecipientsRefused({row.email: (550, b"unknown")})]
        day = EIGHT + timedelta(days=number)
        make_article(at=day - timedelta(hours=1))
        a_round(day)
    assert not Subscription.objects.exists()


def test_letters_of_long_ago_are_forgotten(subscribed, a_round, at):
    make_article(at=NEW)
    subscribed()
    a_round()
    at(EIGHT + timedelta(days=70))
    assert forget_letters() == 1
