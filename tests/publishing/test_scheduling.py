"""Going public at a moment: at once on the record where nobody can see it, through the clock where somebody can."""

from datetime import datetime, timedelta

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from publishing.drafts.saving import discard_draft, head_of, open_draft
from publishing.models import AuditEntry, ScheduledPublication
from publishing.publication.actions import NotReady, publish, withdraw
from publishing.publication.applying import CannotApply
from publishing.publication.states import edition_state
from publishing.review.reviewing import approve, submit
from publishing.schedule import due, scheduling
from publishing.schedule.clock import tick
from publishing.schedule.once import TRIES
from tests.factories import BEIJING, make_article, make_column, tomorrow
from tests.publishing.drafting import make_named_enterprise, row, save_words
from tests.publishing.forms import form_data

BOTH = ["en", "zh-hans"]
State = ScheduledPublication.State


@pytest.fixture
def enterprise(db):
    return make_named_enterprise()


@pytest.fixture
def draft(enterprise):
    return save_words(enterprise, short_name_en="New name", short_name_zh_hans="新名称")


def later(**delta):
    return timezone.now() + timedelta(**delta)


def url_of(record):
    options = record._meta
    return reverse(f"admin:{options.app_label}_{options.model_name}_schedule", args=[record.pk])


def test_a_first_publication_stands_on_the_record_and_needs_no_process(db):
    enterprise, moment = make_named_enterprise(languages=[]), tomorrow()
    assert scheduling.schedule(enterprise, languages=BOTH, at=moment) is None
    record, second = row(enterprise), timedelta(seconds=1)
    assert record.live_languages(moment - second) == []
    assert record.live_languages(moment) == BOTH
    assert not ScheduledPublication.objects.exists()


def test_words_of_a_language_that_is_not_public_are_put_in_place_beside_one_that_is(db):
    enterprise = make_named_enterprise(languages=["zh-hans"])
    save_words(enterprise, short_name_en="English at last")
    assert scheduling.schedule(enterprise, languages=["en"], at=tomorrow()) is None
    assert row(enterprise).short_name_en == "English at last"
    assert row(enterprise).live_languages() == ["zh-hans"]


def test_shared_changes_wait_for_the_clock_because_the_other_language_shows_them(db):
    enterprise = make_named_enterprise(languages=["zh-hans"])
    save_words(enterprise, short_name_en="English at last", website="https://new.example/")
    waiting = scheduling.schedule(enterprise, languages=["en"], at=tomorrow())
    assert waiting.state == State.WAITING
    assert row(enterprise).website == enterprise.website
    tick(now=later(days=2))
    assert row(enterprise).website == "https://new.example/"


def test_a_change_of_what_is_public_waits_for_its_moment(enterprise, draft):
    waiting = scheduling.schedule(enterprise, languages=BOTH, at=tomorrow())
    assert tick() == 0 and row(enterprise).short_name_en == enterprise.short_name_en
    assert tick(now=later(days=2)) == 1
    assert (row(enterprise).short_name_en, row(enterprise).short_name_zh_hans) == ("New name", "新名称")
    waiting.refresh_from_db()
    assert (waiting.state, waiting.attempts) == (State.DONE, 1)
    assert tick(now=later(days=3)) == 0


def test_a_moment_that_has_passed_is_refused(enterprise, draft):
    with pytest.raises(scheduling.MomentPassed):
        scheduling.schedule(enterprise, languages=BOTH, at=later(seconds=-1))
    with pytest.raises(scheduling.MomentPassed):
        scheduling.end_at(enterprise, languages=BOTH, at=later(seconds=-1))


def test_what_is_not_ready_is_not_scheduled(db):
    enterprise = make_named_enterprise(languages=["zh-hans"], short_name_en="")
    with pytest.raises(NotReady):
        scheduling.schedule(enterprise, languages=["en"], at=tomorrow())
    assert edition_state(row(enterprise), "en") == "draft"


def test_what_could_not_be_published_now_is_not_scheduled(enterprise):
    save_words(enterprise, slug="wanted")
    make_named_enterprise(slug="wanted")
    with pytest.raises(CannotApply):
        scheduling.schedule(enterprise, languages=["en"], at=tomorrow())


def test_what_is_public_and_unchanged_is_not_scheduled(enterprise):
    with pytest.raises(scheduling.CannotSchedule, match="already public"):
        scheduling.schedule(enterprise, languages=BOTH, at=tomorrow())


def test_a_version_saved_since_the_page_was_opened_is_not_scheduled_unseen(enterprise, draft):
    save_words(enterprise, short_name_en="Newer")
    with pytest.raises(CannotApply):
        scheduling.schedule(enterprise, languages=BOTH, at=tomorrow(), expected=draft)


def test_a_later_edit_voids_the_schedule_and_its_author_is_told(enterprise, draft, make_member, run_jobs):
    author = make_member("publisher", email="publisher@example.com")
    waiting = scheduling.schedule(enterprise, languages=BOTH, at=tomorrow(), by=author)
    save_words(enterprise, short_name_en="Newer")
    tick()
    waiting.refresh_from_db()
    assert waiting.state == State.CANCELLED
    assert waiting.reason["en"] and waiting.reason["zh-hans"]
    run_jobs()
    assert [letter.to for letter in mail.outbox] == [["publisher@example.com"]]
    tick(now=later(days=2))
    assert row(enterprise).short_name_en == enterprise.short_name_en


def test_an_edit_of_the_other_language_leaves_the_schedule_standing(enterprise, draft):
    scheduling.schedule(enterprise, languages=["zh-hans"], at=tomorrow())
    save_words(enterprise, short_name_en="English still in work")
    assert tick(now=later(days=2)) == 1
    assert row(enterprise).short_name_zh_hans == "新名称"
    assert row(enterprise).short_name_en == enterprise.short_name_en
    assert open_draft(enterprise).pending == ["en"]


def test_two_languages_may_have_two_moments(enterprise, draft):
    scheduling.schedule(enterprise, languages=["en"], at=later(days=1))
    scheduling.schedule(enterprise, languages=["zh-hans"], at=later(days=3))
    assert tick(now=later(days=2)) == 1
    assert (row(enterprise).short_name_en, row(enterprise).short_name_zh_hans) == (
        "New name",
        enterprise.short_name_zh_hans,
    )
    assert tick(now=later(days=4)) == 1
    assert row(enterprise).short_name_zh_hans == "新名称"


def test_a_discarded_draft_is_not_published_at_its_moment(enterprise, draft):
    scheduling.schedule(enterprise, languages=BOTH, at=tomorrow())
    discard_draft(enterprise)
    assert tick(now=later(days=2)) == 0
    assert row(enterprise).short_name_en == enterprise.short_name_en


def test_what_was_published_by_hand_meanwhile_is_done(enterprise, draft):
    waiting = scheduling.schedule(enterprise, languages=["en"], at=tomorrow())
    publish(row(enterprise), language="en")
    tick(now=later(days=2))
    waiting.refresh_from_db()
    assert waiting.state == State.DONE


def test_what_was_withdrawn_meanwhile_does_not_come_back_by_itself(enterprise, draft):
    waiting = scheduling.schedule(enterprise, languages=["en"], at=tomorrow())
    withdraw(row(enterprise), language="en")
    assert tick(now=later(days=2)) == 0
    waiting.refresh_from_db()
    assert waiting.state == State.CANCELLED and "withdrawn" in waiting.reason["en"]
    assert row(enterprise).live_languages() == ["zh-hans"]


def test_a_new_moment_replaces_the_old_one(enterprise, draft):
    first = scheduling.schedule(enterprise, languages=BOTH, at=later(days=1))
    scheduling.schedule(enterprise, languages=["en"], at=later(days=5))
    first.refresh_from_db()
    assert first.languages == ["zh-hans"]
    tick(now=later(days=2))
    assert row(enterprise).short_name_en == enterprise.short_name_en
    assert row(enterprise).short_name_zh_hans == "新名称"


def test_a_record_deleted_meanwhile_is_a_failure_with_a_reason(enterprise, draft):
    waiting = scheduling.schedule(enterprise, languages=BOTH, at=tomorrow())
    row(enterprise).delete()
    assert tick(now=later(days=2)) == 0
    waiting.refresh_from_db()
    assert waiting.state in (State.FAILED, State.CANCELLED) and waiting.told_reason


def test_a_fault_is_tried_again_and_given_up_with_a_reason(enterprise, draft, monkeypatch):
    waiting = scheduling.schedule(enterprise, languages=BOTH, at=tomorrow())

    def broken(*args, **kwargs):
        raise RuntimeError("no such luck")

    monkeypatch.setattr(due, "publish", broken)
    for _ in range(TRIES):
        assert tick(now=later(days=2)) == 0
        assert ScheduledPublication.objects.get().state == State.WAITING
    tick(now=later(days=2))
    waiting.refresh_from_db()
    assert (waiting.state, waiting.attempts) == (State.FAILED, TRIES)
    assert row(enterprise).short_name_en == enterprise.short_name_en


def test_what_is_reviewed_goes_public_in_both_languages_and_what_is_not_is_refused(make_member, db):
    author, reviewer = make_member("editor"), make_member("publisher")
    article = make_article(column=make_column())
    type(article.column).objects.update(review_steps=1)
    save_words(article, by=author, headline_en="Signed", headline_zh_hans="已签")
    with pytest.raises(CannotApply, match="review"):
        scheduling.schedule(article, languages=BOTH, at=tomorrow())
    submit(article, by=author)
    approve(article, by=reviewer)
    scheduling.schedule(article, languages=BOTH, at=tomorrow())
    assert tick(now=later(days=2)) == 1
    assert (row(article).headline_en, row(article).headline_zh_hans) == ("Signed", "已签")


def test_the_reason_is_kept_in_both_languages(enterprise, draft):
    waiting = scheduling.schedule(enterprise, languages=BOTH, at=tomorrow())
    due.fail(waiting, NotReady(enterprise, "en", ["short_name"]))
    waiting.refresh_from_db()
    with override("zh-hans"):
        assert waiting.told_reason == str(NotReady(enterprise, "en", ["short_name"]))
    assert waiting.reason["en"] != waiting.reason["zh-hans"]


def test_a_moment_may_be_taken_back(db):
    article = make_article(languages=[], dated_at=None)
    scheduling.schedule(article, languages=BOTH, at=tomorrow())
    assert row(article).dated_at is not None
    assert scheduling.cancel(article, languages=BOTH) == BOTH
    assert not row(article).was_ever_public
    assert row(article).dated_at is None


def test_a_printed_date_follows_the_moment(db):
    article, moment = make_article(languages=[], dated_at=None), later(days=9)
    scheduling.schedule(article, languages=BOTH, at=tomorrow())
    scheduling.schedule(article, languages=BOTH, at=moment)
    assert row(article).dated_at == moment.replace(second=0, microsecond=0)


def test_publishing_changes_of_a_scheduled_edition_keeps_its_moment(db):
    enterprise, moment = make_named_enterprise(languages=[]), tomorrow()
    scheduling.schedule(enterprise, languages=["en"], at=moment)
    save_words(row(enterprise), short_name_en="Corrected")
    publish(row(enterprise), language="en")
    assert (row(enterprise).short_name_en, row(enterprise).live_from_en) == ("Corrected", moment)


def test_an_edition_ends_at_its_moment(enterprise):
    moment = tomorrow()
    scheduling.end_at(enterprise, languages=["en"], at=moment)
    assert row(enterprise).live_languages(moment - timedelta(seconds=1)) == BOTH
    assert row(enterprise).live_languages(moment) == ["zh-hans"]
    assert scheduling.cancel(enterprise, languages=["en"]) == ["en"]
    assert row(enterprise).live_languages(moment) == BOTH


def test_an_edition_cannot_end_before_it_begins(db):
    enterprise = make_named_enterprise(languages=[])
    scheduling.schedule(enterprise, languages=["en"], at=later(days=3))
    with pytest.raises(scheduling.CannotSchedule):
        scheduling.end_at(enterprise, languages=["en"], at=later(days=2))
    with pytest.raises(scheduling.CannotSchedule):
        scheduling.end_at(enterprise, languages=["zh-hans"], at=later(days=5))


def test_withdrawing_everywhere_cancels_all_that_is_to_come(db):
    enterprise = make_named_enterprise(languages=["en"])
    save_words(enterprise, short_name_en="New")
    scheduling.schedule(enterprise, languages=["zh-hans"], at=tomorrow())
    scheduling.schedule(enterprise, languages=["en"], at=tomorrow())
    scheduling.withdraw_everywhere_now(enterprise)
    tick(now=later(days=2))
    assert row(enterprise).live_languages(later(days=2)) == []
    assert not ScheduledPublication.objects.waiting().exists()


def test_every_deed_is_in_the_audit_log(enterprise, draft):
    scheduling.schedule(enterprise, languages=["en"], at=tomorrow())
    scheduling.cancel(enterprise, languages=["en"])
    entries = AuditEntry.objects.of(enterprise).exclude(action="publishing.published").order_by("pk")
    assert [entry.action for entry in entries] == [
        "publishing.scheduled",
        "publishing.schedule_cancelled",
    ]


# In the newsroom


def test_a_moment_typed_in_beijing_time_is_kept_as_such(publisher, db):
    enterprise = make_named_enterprise(languages=[])
    url = url_of(enterprise)
    seen = form_data(publisher.get(url).content.decode()).get("seen", "")
    answer = publisher.post(
        url, {"deed": "publish", "languages": ["en"], "at": "2099-02-28T23:59", "seen": seen}
    )
    assert answer.status_code == 302
    assert row(enterprise).live_from_en == datetime(2099, 2, 28, 23, 59, tzinfo=BEIJING)


def test_a_past_moment_says_so_keeps_what_was_typed_and_offers_now(publisher, enterprise, draft):
    url = url_of(enterprise)
    answer = publisher.post(url, {"deed": "publish", "languages": ["en"], "at": "2020-01-01T00:00"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "This time has passed" in page and "2020-01-01T00:00" in page and 'value="publish_now"' in page
    assert publisher.post(url, {"deed": "publish_now", "languages": ["en"], "at": ""}).status_code == 302
    assert row(enterprise).short_name_en == "New name"


def test_nonsense_in_the_form_is_told_and_changes_nothing(publisher, enterprise, draft):
    url, before = url_of(enterprise), AuditEntry.objects.count()
    for data in (
        {"deed": "publish", "languages": ["en"], "at": "soon"},
        {"deed": "publish", "at": "2099-01-01T00:00"},
        {"deed": "publish", "languages": ["fr"], "at": "2099-01-01T00:00"},
    ):
        assert publisher.post(url, data).status_code == 422
    assert publisher.post(url, {"deed": "delete"}).status_code == 400
    assert (
        publisher.post(
            url, {"deed": "publish", "languages": ["en"], "at": "2099-01-01T00:00", "seen": "0"}
        ).status_code
        == 400
    )
    assert AuditEntry.objects.count() == before


def test_the_form_shows_what_is_scheduled_and_the_page_takes_it_back(publisher, enterprise, draft):
    scheduling.schedule(enterprise, languages=["en"], at=datetime(2099, 3, 1, 8, 30, tzinfo=BEIJING))
    change = reverse("admin:enterprises_enterprise_change", args=[enterprise.pk])
    assert "2099-03-01 08:30" in publisher.get(change).content.decode()
    assert publisher.post(url_of(enterprise), {"deed": "cancel", "languages": ["en"]}).status_code == 302
    assert not ScheduledPublication.objects.waiting().exists()
    assert "2099-03-01 08:30" not in publisher.get(change).content.decode()


def test_what_still_needs_its_review_leads_to_the_review(publisher, db):
    article = make_article(languages=[])
    article.column.review_steps = 1
    article.column.save()
    page = publisher.get(f"/admin/articles/article/{article.pk}/schedule/").content.decode()
    assert "This version has not yet completed its review" in page
    assert f'href="/admin/articles/article/{article.pk}/review/"' in page


def test_only_publishers_schedule(editor, translator, enterprise):
    for client in (editor, translator):
        assert client.get(url_of(enterprise)).status_code == 403
        data = {"deed": "withdraw_everywhere"}
        assert client.post(url_of(enterprise), data).status_code == 403
    assert row(enterprise).live_languages() == BOTH


def test_looking_at_the_page_changes_nothing(publisher, enterprise, draft):
    before = (head_of(enterprise).pk, AuditEntry.objects.count())
    assert publisher.get(url_of(enterprise) + "?deed=withdraw_everywhere").status_code == 200
    assert (head_of(enterprise).pk, AuditEntry.objects.count()) == before


def test_the_list_of_scheduled_changes_leads_to_each_record(publisher, editor, enterprise, draft):
    scheduling.schedule(enterprise, languages=["en"], at=tomorrow())
    url = reverse("admin:publishing_scheduledpublication_changelist")
    page = publisher.get(url).content.decode()
    assert url_of(enterprise) in page and "clock--stopped" in page
    assert editor.get(url).status_code == 403


def test_a_withdrawal_at_a_past_moment_does_not_speak_of_publishing(publisher, enterprise):
    answer = publisher.post(
        url_of(enterprise), {"deed": "withdraw", "languages": ["en"], "at": "2020-01-01T00:00"}
    )
    page = answer.content.decode()
    assert "This time has passed. Choose a later one, or withdraw now." in page
    assert "or publish now" not in page and 'value="publish_now"' not in page
