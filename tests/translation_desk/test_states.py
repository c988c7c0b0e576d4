"""The state of a translation follows from the words: of what it was made, and what the source says now."""

import pytest

from articles.models import Article
from publishing.drafts.saving import discard_draft, first_revision, head_of, save_draft
from publishing.models import Revision
from publishing.publication.actions import publish
from publishing.snapshots import take, upgraded
from tests.factories import make_article, make_enterprise
from translation_desk.models import TranslationRecord, TranslationTask
from translation_desk.places import places, with_texts
from translation_desk.stamping import accept, dismiss
from translation_desk.states import State, read

SOURCE = "<p>两江新区在江北。工厂有三条生产线。它在二〇二一年开工。</p>"
TARGET = "<p>The new area lies north of the river. The plant has three lines. It opened in 2021.</p>"


@pytest.fixture
def article(db):
    return make_article(body_zh_hans=SOURCE, body_en=TARGET)


def save(record, seen=None, **fields):
    """Save fields over what was seen, by default the newest version; returns the revision."""
    seen = seen or head_of(record) or first_revision(record)
    snapshot = upgraded(record, seen.snapshot)
    return save_draft(record, snapshot | {"f": snapshot["f"] | fields}, seen=seen)


def state_of(record, path="body"):
    """The state of a place in the newest version of a record."""
    record = type(record)._base_manager.get(pk=record.pk)
    head = head_of(record)
    reading = read(record, head.snapshot if head else take(record))
    return next(place for place in reading.places if place.place.path == path)


def test_what_was_written_before_anybody_looked_is_in_step(article):
    assert state_of(article).state == State.APPROVED
    assert not TranslationRecord.objects.exists()


def test_one_changed_sentence_makes_the_other_edition_outdated_and_only_it_is_shown(article):
    save(article, body_zh_hans=SOURCE.replace("三条", "五条"))
    found = state_of(article)
    assert (found.state, found.language) == (State.OUTDATED, "en")
    assert [(change.before, change.after) for change in found.changes] == [
        ("工厂有三条生产线。", "工厂有五条生产线。")
    ]
    assert state_of(article, "headline").state == State.APPROVED


def test_formatting_and_spaces_change_nothing(article):
    save(article, body_zh_hans=SOURCE.replace("三条", "<strong>三条</strong>").replace("</p>", " </p>"))
    assert state_of(article).state == State.APPROVED


def test_a_new_translation_is_a_draft_until_it_is_published(article):
    save(article, body_zh_hans=SOURCE.replace("三条", "五条"))
    save(article, body_en=TARGET.replace("three", "five"))
    assert state_of(article).state == State.DRAFT
    publish(article, language="zh-hans")
    publish(Article.objects.get(pk=article.pk), language="en")
    assert state_of(article).state == State.APPROVED


def test_publishing_the_source_alone_leaves_its_translation_outdated(article):
    save(article, body_zh_hans=SOURCE.replace("三条", "五条"))
    publish(article, language="zh-hans")
    assert state_of(article).state == State.OUTDATED


def test_a_source_that_comes_back_needs_no_new_translation(article):
    save(article, body_zh_hans=SOURCE.replace("三条", "五条"))
    save(article, body_zh_hans=SOURCE)
    assert state_of(article).state == State.APPROVED


def test_an_outdated_version_that_is_restored_is_outdated_again(article):
    old = save(article, body_zh_hans=SOURCE.replace("三条", "五条"))
    head = save(article, body_en=TARGET.replace("three", "five"))
    save_draft(article, upgraded(article, old.snapshot), seen=head)
    assert state_of(article).state == State.OUTDATED


def test_a_discarded_draft_takes_its_states_along(article):
    save(article, body_zh_hans=SOURCE.replace("三条", "五条"))
    discard_draft(article)
    assert state_of(article).state == State.APPROVED


def test_a_translation_saved_beside_a_new_source_was_made_from_the_old_one(article):
    seen = first_revision(article)
    save(article, seen=seen, body_zh_hans=SOURCE.replace("三条", "五条"))
    save(article, seen=seen, body_en=TARGET.replace("lies", "is"))
    found = state_of(article)
    assert found.state == State.OUTDATED
    assert [change.after for change in found.changes] == ["工厂有五条生产线。"]


def test_what_is_still_correct_is_in_step_with_both_sources(article):
    save(article, body_zh_hans=SOURCE.replace("工厂有", "厂里有"))
    accept(article, state_of(article).place, "en")
    assert state_of(article).state == State.APPROVED
    save(article, body_zh_hans=SOURCE)
    assert state_of(article).state == State.APPROVED


def test_punctuation_is_dismissed_once_and_stays_dismissed(article):
    save(article, body_zh_hans=SOURCE.replace("江北。", "江北，"))
    found = state_of(article)
    assert (found.state, found.is_minor) == (State.OUTDATED, True)
    dismiss(article, found.place, "en")
    assert state_of(article).state == State.APPROVED
    save(article, body_zh_hans=SOURCE.replace("江北。", "江北；"))
    assert state_of(article).state == State.APPROVED
    save(article, body_zh_hans=SOURCE.replace("江北。", "江东。"))
    assert state_of(article).state == State.OUTDATED


def test_a_decimal_point_is_no_punctuation(article):
    save(article, summary_zh_hans="增长1.5%", summary_en="Up 1.5%")
    save(article, summary_zh_hans="增长15%")
    found = state_of(article, "summary")
    assert (found.state, found.is_minor) == (State.OUTDATED, False)


def test_an_empty_translation_is_missing_and_the_original_says_which_one_that_is(article):
    save(article, body_en="")
    found = state_of(article)
    assert (found.state, found.language) == (State.MISSING, "en")
    save(article, body_en=TARGET, original_language="en", body_zh_hans="")
    found = state_of(article)
    assert (found.state, found.language) == (State.MISSING, "zh-hans")


def test_parts_have_states_of_their_own(db):
    enterprise = make_enterprise()
    first = first_revision(enterprise)
    key = "0b8f7f8e-5e0b-4b76-9d3d-0f4a1f0f7a11"
    fields = {"kind": "alias", "name_en": "Alias", "name_zh_hans": "别名", "position": 0}
    snapshot = upgraded(enterprise, first.snapshot)
    empty = dict.fromkeys(("used_from", "used_until", "source_id"))
    snapshot["c"]["names"] = [{"pk": key, "f": {**empty, **fields}, "m": {}}]
    head = save_draft(enterprise, snapshot, seen=first)
    changed = with_texts(head.snapshot, "zh-hans", {f"names/{key}/name": "另名"})
    save_draft(enterprise, changed, seen=head)
    assert state_of(enterprise, f"names/{key}/name").state == State.OUTDATED
    assert "1" in places(type(enterprise), changed)[f"names/{key}/name"].label


def test_the_queue_holds_what_is_open_and_forgets_no_owner(article, make_member):
    save(article, body_zh_hans=SOURCE.replace("三条", "五条"))
    task = TranslationTask.objects.get()
    assert (task.language, task.outdated, task.missing, task.is_open) == ("en", 1, 0, True)
    TranslationTask.objects.update(owner=make_member("translator"))
    save(article, body_en=TARGET.replace("three", "five"))
    task.refresh_from_db()
    assert not task.is_open
    save(article, body_en="")
    task.refresh_from_db()
    assert (task.is_open, task.missing, task.owner.username) == (True, 1, "translator")


def test_a_deleted_record_leaves_no_work_behind(article):
    save(article, body_zh_hans=SOURCE.replace("三条", "五条"))
    article.delete()
    assert not TranslationTask.objects.exists()
    assert not TranslationRecord.objects.exists()


def test_a_snapshot_of_another_shape_is_read_without_its_gaps(article):
    first = first_revision(article)
    snapshot = first.snapshot | {"f": {k: v for k, v in first.snapshot["f"].items() if k != "subtitle_en"}}
    Revision.objects.filter(pk=first.pk).update(snapshot=snapshot)
    assert read(article, snapshot).state("en") == State.APPROVED
