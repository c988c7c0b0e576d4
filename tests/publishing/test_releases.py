"""Releases: all at one moment or none, and all back when it is undone."""

import time
from datetime import timedelta

import pytest
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from enterprises.models import EnterpriseName
from media_library.models import Image
from publishing.drafts.saving import first_revision, head_of, open_draft, save_draft
from publishing.models import AuditEntry, Release, ScheduledPublication
from publishing.publication.actions import publish, withdraw
from publishing.release import releasing
from publishing.release.preflight import findings
from publishing.schedule.clock import tick
from publishing.schedule.scheduling import CannotSchedule, MomentPassed
from publishing.snapshots import take
from tests.factories import make_article, make_enterprise, tomorrow
from tests.publishing.drafting import make_named_enterprise, row, save_words
from tests.publishing.forms import form_data

BOTH = ["en", "zh-hans"]
SECOND = timedelta(seconds=1)
State = Release.State


@pytest.fixture
def release(db):
    return Release.objects.create(name="Opening day")


def add(release, *records, languages=BOTH):
    for record in records:
        releasing.add(release, record, languages=languages)
    return release


def later(**delta):
    return timezone.now() + timedelta(**delta)


def said(release):
    return [str(finding.text) for finding in findings(release) if finding.blocks]


def page_of(release):
    return reverse("admin:publishing_release_change", args=[release.pk])


def test_an_article_with_its_picture_and_an_enterprise_go_public_at_one_moment_without_any_process(
    release, db
):
    image = Image.objects.create(file="p/x.png", width=10, height=10, alt_en="A hall", alt_zh_hans="大厅")
    enterprise = make_named_enterprise(languages=[])
    article = make_article(languages=[], image=image)
    article.enterprises.add(enterprise)
    moment = tomorrow()
    releasing.release_at(add(release, article, enterprise), at=moment)
    assert not ScheduledPublication.objects.exists() and not Release.objects.waiting().exists()
    for record in (row(article), row(enterprise)):
        for language in BOTH:
            assert not type(record).objects.live(language, moment - SECOND).filter(pk=record.pk).exists()
            assert type(record).objects.live(language, moment).filter(pk=record.pk).exists()
    assert not release_again(release).is_out


def release_again(release):
    return Release.objects.get(pk=release.pk)


@pytest.mark.parametrize("language", BOTH)
def test_nothing_shows_before_the_moment_and_everything_after_it(release, visitor, language, monkeypatch):
    enterprise = make_named_enterprise(languages=[], slug="opening")
    article = make_article(languages=[], slug="opening", headline_en="The opening", headline_zh_hans="开幕了")
    headline = {"en": "The opening", "zh-hans": "开幕了"}[language]
    moment = tomorrow()
    releasing.release_at(add(release, article, enterprise), at=moment)
    pages = {
        f"/{language}/enterprises/opening/": 404,
        f"/{language}{row(article).get_absolute_url()[3:]}": 404,
    }
    lists = [
        f"/{language}/news/",
        f"/{language}/news/feed/",
        f"/{language}/enterprises/",
        f"/{language}/search/?q={headline}",
        "/sitemap-articles.xml",
        "/sitemap-enterprises.xml",
    ]
    assert {path: visitor.get(path).status_code for path in pages} == pages
    answers = [visitor.get(path) for path in lists]
    assert {answer.status_code for answer in answers} == {200}
    texts = [answer.content.decode() for answer in answers]
    assert not [text for text in texts if f">{headline}<" in text or "/opening/" in text]
    # The moment comes: only time passes, and nothing runs.
    monkeypatch.setattr(timezone, "now", lambda: moment)
    monkeypatch.setattr(time, "time", moment.timestamp)
    assert [visitor.get(path).status_code for path in pages] == [200, 200]
    assert headline in visitor.get(f"/{language}/news/feed/").content.decode()
    assert "/enterprises/opening/" in visitor.get(f"/{language}/enterprises/").content.decode()
    assert "/opening/" in visitor.get("/sitemap-articles.xml").content.decode()


def test_changes_of_what_is_public_and_first_publications_go_together_through_the_clock(release, db):
    old, new = make_named_enterprise(), make_named_enterprise(languages=[])
    save_words(old, short_name_en="Renamed")
    moment = tomorrow()
    releasing.release_at(add(release, old, new), at=moment)
    assert release_again(release).state == State.WAITING
    assert not row(new).was_ever_public
    tick(now=moment - SECOND)
    assert row(old).short_name_en == old.short_name_en
    assert tick(now=moment) == 1
    assert row(old).short_name_en == "Renamed"
    assert row(new).live_languages(moment + SECOND) == BOTH
    assert tick(now=moment + SECOND) == 0


def test_one_item_that_does_not_fit_keeps_all_back(release, db):
    good, bad = make_named_enterprise(languages=[]), make_named_enterprise(short_name_en="Clashing works")
    save_words(bad, slug="wanted")
    make_named_enterprise(slug="wanted")
    add(release, good, bad)
    with pytest.raises(releasing.NotReleasable) as caught:
        releasing.release_now(release)
    assert str(bad) in str(caught.value)
    assert not row(good).was_ever_public
    assert release_again(release).state == State.OPEN


def test_a_conflict_that_comes_before_the_moment_keeps_all_back_and_is_told(release, make_member, run_jobs):
    person = make_member("publisher", email="publisher@example.com")
    good, bad = make_named_enterprise(languages=[]), make_named_enterprise(short_name_en="Clashing works")
    save_words(bad, slug="wanted")
    moment = tomorrow()
    releasing.release_at(add(release, good, bad), at=moment, by=person)
    make_named_enterprise(slug="wanted")
    assert tick(now=moment) == 0
    assert not row(good).was_ever_public
    failed = release_again(release)
    assert failed.state == State.FAILED and failed.reason["zh-hans"] and str(bad) in failed.reason["en"]
    run_jobs()
    assert len(mail.outbox) == 1


def test_the_pre_flight_names_what_is_missing_newer_gone_and_not_public(release, db):
    empty = make_named_enterprise(languages=[], short_name_en="")
    edited, gone = make_named_enterprise(), make_named_enterprise()
    article = make_article(languages=[])
    article.enterprises.add(make_named_enterprise(languages=[], short_name_en="Hidden works"))
    save_words(edited, short_name_en="Looked at")
    add(release, empty, edited, gone, article)
    save_words(edited, short_name_en="Newer")
    row(gone).delete()
    told = said(release)
    assert len(told) == 3
    assert "still empty" in told[0] and "newer version" in told[1] and "deleted" in told[2]
    warnings = [str(finding.text) for finding in findings(release) if not finding.blocks]
    assert any("Hidden works" in warning for warning in warnings)


def test_what_is_released_together_may_refer_to_each_other(release, db):
    article, enterprise = make_article(languages=[]), make_named_enterprise(languages=[])
    article.enterprises.add(enterprise)
    assert findings(add(release, article, enterprise)) == []


def test_the_newest_version_may_be_taken_into_the_release(release, db):
    enterprise = make_named_enterprise()
    save_words(enterprise, short_name_en="Looked at")
    add(release, enterprise)
    save_words(enterprise, short_name_en="Newer")
    with pytest.raises(releasing.NotReleasable):
        releasing.release_now(release)
    releasing.release_now(add(release, enterprise))
    assert row(enterprise).short_name_en == "Newer"


def test_a_later_edit_fails_a_waiting_release_before_its_moment(release, db):
    enterprise = make_named_enterprise()
    save_words(enterprise, short_name_en="Looked at")
    releasing.release_at(add(release, enterprise), at=tomorrow())
    save_words(enterprise, short_name_en="Newer")
    tick()
    assert release_again(release).state == State.FAILED
    assert release_again(release).may_be_edited


def test_what_was_withdrawn_meanwhile_keeps_a_waiting_release_back(release, db):
    enterprise, other = make_named_enterprise(), make_named_enterprise(languages=[])
    save_words(enterprise, short_name_en="Renamed")
    moment = tomorrow()
    releasing.release_at(add(release, enterprise, other), at=moment)
    withdraw(row(enterprise), language="en")
    assert tick(now=moment) == 0
    assert row(enterprise).live_languages() == ["zh-hans"] and not row(other).was_ever_public
    assert release_again(release).state == State.FAILED


def test_an_empty_release_and_a_past_moment_are_refused(release, db):
    with pytest.raises(CannotSchedule):
        releasing.release_now(release)
    with pytest.raises(MomentPassed):
        releasing.release_at(add(release, make_named_enterprise(languages=[])), at=later(seconds=-1))


def test_taking_the_moment_back_hides_everything_again(release, db):
    enterprise = make_named_enterprise(languages=["zh-hans"])
    releasing.release_at(add(release, enterprise, languages=["en"]), at=tomorrow())
    releasing.cancel(release)
    assert row(enterprise).live_languages(later(days=9)) == ["zh-hans"]
    assert release_again(release).state == State.OPEN


def test_undoing_brings_back_what_was_public_and_withdraws_what_was_new(release, db):
    old, new = make_named_enterprise(slug="old-address"), make_named_enterprise(languages=[])
    EnterpriseName.objects.create(enterprise=old, kind="alias", name_en="Alias", name_zh_hans="别名")
    save_words(old, short_name_en="Renamed", slug="new-address")
    releasing.release_now(add(release, old, new))
    assert row(old).slug == "new-address"
    releasing.undo(release)
    assert (row(old).short_name_en, row(old).slug) == (old.short_name_en, "old-address")
    assert row(old).live_languages() == BOTH and row(old).names.count() == 1
    assert row(new).live_languages() == []
    assert head_of(old).kind == "live" and open_draft(old) is None
    assert release_again(release).state == State.UNDONE


def test_undoing_leaves_work_in_other_places_alone(release, db):
    enterprise = make_named_enterprise()
    save_words(enterprise, short_name_en="Renamed")
    releasing.release_now(add(release, enterprise))
    save_words(row(enterprise), activity_en="Published since")
    publish(row(enterprise), language="en")
    save_words(row(enterprise), activity_zh_hans="草稿")
    releasing.undo(release)
    assert row(enterprise).short_name_en == enterprise.short_name_en
    assert row(enterprise).activity_en == "Published since"
    draft = open_draft(row(enterprise))
    assert draft.pending == ["zh-hans"] and draft.snapshot["f"]["activity_zh_hans"] == "草稿"
    assert draft.snapshot["f"]["short_name_en"] == enterprise.short_name_en


def test_undoing_is_refused_where_the_same_words_were_changed_again(release, db):
    enterprise, other = make_named_enterprise(), make_named_enterprise(languages=[])
    save_words(enterprise, short_name_en="Renamed")
    releasing.release_now(add(release, enterprise, other))
    save_words(row(enterprise), short_name_en="Renamed once more")
    publish(row(enterprise), language="en")
    with pytest.raises(releasing.NotReleasable):
        releasing.undo(release)
    assert row(enterprise).short_name_en == "Renamed once more"
    assert row(other).live_languages() == BOTH


def test_an_edition_that_was_withdrawn_before_the_release_is_withdrawn_again(release, db):
    enterprise = make_named_enterprise()
    withdraw(enterprise, language="en")
    releasing.release_now(add(release, row(enterprise), languages=["en"]))
    assert row(enterprise).is_live("en")
    releasing.undo(release)
    assert row(enterprise).live_languages() == ["zh-hans"]


def test_a_released_release_takes_nothing_in_and_is_not_released_twice(release, db):
    releasing.release_now(add(release, make_named_enterprise(languages=[])))
    for deed in (
        lambda: add(release, make_named_enterprise()),
        lambda: releasing.release_now(release),
        lambda: releasing.cancel(release),
    ):
        with pytest.raises(CannotSchedule):
            deed()


def test_a_release_is_in_the_audit_log_with_all_that_it_held(release, db):
    enterprise = make_named_enterprise(languages=[])
    releasing.release_now(add(release, enterprise))
    entry = AuditEntry.objects.get(action="publishing.released")
    assert entry.new["items"] == [["enterprise", str(enterprise.pk), BOTH]]


# In the newsroom


def test_a_publisher_gathers_records_checks_them_and_lets_them_go(publisher, db):
    enterprise = make_named_enterprise(languages=[], short_name_en="")
    change = reverse("admin:enterprises_enterprise_change", args=[enterprise.pk])
    gather = f"{reverse('admin:publishing_release_gather')}?kind=enterprises.enterprise&ids={enterprise.pk}"
    assert gather.replace("&", "&amp;") in publisher.get(change).content.decode()
    data = form_data(publisher.get(gather).content.decode())
    answer = publisher.post(gather, data | {"name": "Opening day", "languages": BOTH})
    release = Release.objects.get(name="Opening day")
    assert answer["Location"] == page_of(release)
    answer = publisher.post(page_of(release), {"deed": "release_now"})
    assert answer.status_code == 422 and "still empty" in answer.content.decode()
    save_words(enterprise, short_name_en="Named")
    item = release.items.get()
    assert publisher.post(page_of(release), {"deed": "take", "item": item.pk}).status_code == 302
    assert publisher.post(page_of(release), {"deed": "release_now"}).status_code == 302
    assert row(enterprise).live_languages() == BOTH
    assert publisher.post(page_of(release), {"deed": "undo"}).status_code == 302
    assert row(enterprise).live_languages() == []


def test_chosen_rows_of_a_list_go_into_a_release(publisher, editor, release, db):
    chosen = [make_named_enterprise(languages=[]).pk for _ in range(2)]
    url = reverse("admin:enterprises_enterprise_changelist")
    data = {"action": "gather", "_selected_action": chosen}
    answer = publisher.post(url, data)
    assert answer["Location"].endswith(f"?kind=enterprises.enterprise&ids={chosen[0]},{chosen[1]}")
    data = form_data(publisher.get(answer["Location"]).content.decode())
    publisher.post(answer["Location"], data | {"release": release.pk, "languages": ["en"]})
    assert sorted(release.items.values_list("object_id", flat=True)) == sorted(map(str, chosen))
    assert 'value="gather"' not in editor.get(url).content.decode()


def test_a_bad_moment_of_a_release_is_told_and_kept(publisher, release, db):
    add(release, make_named_enterprise(languages=[]))
    page = publisher.post(page_of(release), {"deed": "release_at", "at": "2020-01-01T00:00"})
    assert page.status_code == 422 and "2020-01-01T00:00" in page.content.decode()
    assert (
        publisher.post(page_of(release), {"deed": "release_at", "at": "2099-01-01T00:00"}).status_code == 302
    )
    assert publisher.post(page_of(release), {"deed": "cancel"}).status_code == 302
    assert publisher.post(page_of(release), {"deed": "nonsense"}).status_code == 400
    assert release_again(release).state == State.OPEN


def test_nobody_else_sees_or_moves_a_release(editor, translator, visitor, release, db):
    enterprise = make_named_enterprise(languages=[])
    add(release, enterprise)
    urls = [
        reverse("admin:publishing_release_changelist"),
        reverse("admin:publishing_release_add"),
        page_of(release),
        f"{reverse('admin:publishing_release_gather')}?kind=enterprises.enterprise&ids={enterprise.pk}",
    ]
    for client in (editor, translator):
        assert {client.get(url).status_code for url in urls} <= {403, 404}
        assert client.post(page_of(release), {"deed": "release_now"}).status_code == 403
    assert {visitor.get(url).status_code for url in urls} == {302}
    assert not row(enterprise).was_ever_public


def test_records_that_are_not_there_are_not_gathered(publisher, db):
    url = reverse("admin:publishing_release_gather")
    for query in (
        "",
        "?kind=auth.user&ids=1",
        "?kind=enterprises.enterprise&ids=x",
        "?kind=enterprises.enterprise&ids=0",
    ):
        assert publisher.get(url + query).status_code == 404


def test_the_page_of_a_release_costs_the_same_however_much_its_items_refer_to(publisher, release, db):
    article, costs = make_article(languages=[]), []
    add(release, article)
    for _ in range(2):
        article.enterprises.add(*(make_named_enterprise(languages=[]) for _ in range(3)))
        with CaptureQueriesContext(connection) as queries:
            assert publisher.get(page_of(release)).status_code == 200
        costs.append(len(queries))
    assert costs[0] == costs[1]


def _release_of(number, *, is_public):
    """A release of articles, each about an enterprise of its own that it names."""
    release = Release.objects.create(name=f"{number} {is_public}")
    for place in range(number):
        enterprise = make_enterprise(short_name_en=f"Works {number}{place}{is_public}")
        article = make_article(languages=BOTH if is_public else [])
        article.enterprises.add(enterprise)
        if is_public:
            seen, snapshot = first_revision(article), take(article)
            words = {"headline_en": f"Works {number}{place}{is_public}: {place} lines"}
            save_draft(article, {**snapshot, "f": {**snapshot["f"], **words}}, seen=seen)
        releasing.add(release, article, languages=["en", "zh-hans"])
    return f"/admin/publishing/release/{release.pk}/change/"


@pytest.mark.parametrize("is_public", [True, False], ids=["drafts", "first publications"])
def test_the_page_of_a_release_costs_the_same_with_five_and_with_twenty_articles(publisher, is_public):
    prices = []
    for number in (5, 20):
        url = _release_of(number, is_public=is_public)
        publisher.get(url)
        with CaptureQueriesContext(connection) as queries:
            page = publisher.get(url).content.decode()
        assert page.count('value="remove"') == number
        prices.append(len(queries))
    assert prices[0] == prices[1] <= 40, prices


def test_what_stands_in_the_way_of_both_languages_is_said_once(release):
    article = make_article()
    seen, snapshot = first_revision(article), take(article)
    words = {"headline_en": "Lines carry 460 containers in 2021"}
    save_draft(article, {**snapshot, "f": {**snapshot["f"], **words}}, seen=seen)
    add(release, article)
    assert len([text for text in said(release) if "numbers" in text]) == 1


def test_the_newest_version_is_offered_only_where_there_is_a_newer_one(publisher, release):
    article = make_article()
    save_words(article, headline_en="First")
    add(release, article)
    assert 'value="take"' not in publisher.get(page_of(release)).content.decode()
    save_words(article, headline_en="Second")
    assert 'value="take"' in publisher.get(page_of(release)).content.decode()
