"""Drafts of what is live: nothing public changes until someone publishes, and nobody overwrites anybody."""

import uuid

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import Article, Correction
from enterprises.models import Award, Enterprise, EnterpriseName, Facility
from publishing.drafts.saving import (
    SaveConflict,
    discard_draft,
    first_revision,
    head_of,
    open_draft,
    park,
    save_draft,
)
from publishing.drafts.working_copies import WorkingCopyQuery, load
from publishing.models import Revision
from publishing.publication.applying import CannotApply, apply_draft
from publishing.snapshots import take, upgraded
from tests.factories import make_article, make_enterprise, make_level, make_park, make_scheme


@pytest.fixture
def enterprise(db):
    record = make_enterprise()
    for place, name in enumerate(("First", "Second", "Third")):
        EnterpriseName.objects.create(
            enterprise=record, kind="alias", name_en=name, name_zh_hans=f"名{place}", position=place
        )
    return Enterprise.objects.get(pk=record.pk)


def changed(snapshot, **fields):
    """The snapshot with other values in the record's own columns."""
    return snapshot | {"f": snapshot["f"] | fields}


def draft(record, seen=None, **fields):
    seen = seen or head_of(record) or first_revision(record)
    return save_draft(record, changed(upgraded(record, seen.snapshot), **fields), seen=seen)


def names(snapshot):
    return {row["pk"]: row["f"]["name_en"] for row in snapshot["c"]["names"]}


def test_a_draft_changes_no_row(enterprise):
    before = take(Enterprise.objects.get(pk=enterprise.pk))
    draft(enterprise, short_name_en="Draft name")
    assert take(Enterprise.objects.get(pk=enterprise.pk)) == before
    assert open_draft(enterprise).pending == ["en"]


def test_what_was_taken_is_what_is_loaded(enterprise):
    Facility.objects.create(enterprise=enterprise, name_en="Plant", park=make_park())
    snapshot = take(Enterprise.objects.get(pk=enterprise.pk))
    assert take(load(enterprise, snapshot)) == snapshot


def test_a_working_copy_reads_like_the_record_and_never_asks_the_database(enterprise):
    copy = load(enterprise, changed(take(enterprise), short_name_en="Draft name"))
    with CaptureQueriesContext(connection) as queries:
        assert copy.short_name_en == "Draft name"
        assert [name.name_en for name in copy.names.all()] == ["First", "Second", "Third"]
        assert copy.names.count() == 3 and copy.industries.exists() is False
        assert copy.names.all()[0].enterprise is copy
    assert len(queries) == 0
    with pytest.raises(WorkingCopyQuery):
        copy.names.filter(name_en="First")
    with pytest.raises(WorkingCopyQuery):
        copy.save()


def test_publishing_one_language_leaves_the_other_a_draft(enterprise):
    draft(enterprise, short_name_en="New English", short_name_zh_hans="新中文名")
    row = apply_draft(enterprise, languages=["en"])
    assert (row.short_name_en, row.short_name_zh_hans) == ("New English", enterprise.short_name_zh_hans)
    assert open_draft(enterprise).pending == ["zh-hans"]
    row = apply_draft(enterprise, languages=["zh-hans"])
    assert row.short_name_zh_hans == "新中文名"
    assert open_draft(enterprise) is None


def test_parts_are_added_removed_and_reordered_together(enterprise):
    seen = first_revision(enterprise)
    snapshot = upgraded(enterprise, seen.snapshot)
    first, _second, third = snapshot["c"]["names"]
    new = {"pk": str(uuid.uuid4()), "f": {**third["f"], "name_en": "Fourth", "position": 0}, "m": {}}
    first["f"]["position"], third["f"]["position"] = 9, 1
    snapshot["c"]["names"] = [first, third, new]
    save_draft(enterprise, snapshot, seen=seen)
    row = apply_draft(enterprise, languages=["en", "zh-hans"])
    assert [name.name_en for name in row.names.all()] == ["Fourth", "Third", "First"]
    assert str(row.names.all()[0].pk) == new["pk"]


def test_two_parts_may_swap_values_that_are_unique(db):
    scheme = make_scheme()
    one, two = make_level(scheme, key="one"), make_level(scheme, key="two")
    award = Award.objects.create(enterprise=make_enterprise(), level=one, status="awarded")
    seen = first_revision(scheme)
    snapshot = upgraded(scheme, seen.snapshot)
    for row in snapshot["c"]["levels"]:
        row["f"]["key"] = "two" if row["f"]["key"] == "one" else "one"
    save_draft(scheme, snapshot, seen=seen)
    apply_draft(scheme, languages=["en"])
    one.refresh_from_db(), two.refresh_from_db(), award.refresh_from_db()
    assert (one.key, two.key, award.level_id) == ("two", "one", one.pk)
    connection.check_constraints()


def test_a_part_of_a_draft_may_point_at_another_part_of_it(enterprise):
    seen = first_revision(enterprise)
    snapshot = upgraded(enterprise, seen.snapshot)
    plant, level = str(uuid.uuid4()), make_level()
    facility = take(Enterprise.objects.get(pk=make_enterprise_with_award(level).pk))["c"]
    snapshot["c"]["facilities"] = [facility["facilities"][0] | {"pk": plant}]
    award = facility["awards"][0]
    snapshot["c"]["awards"] = [award | {"pk": str(uuid.uuid4()), "f": award["f"] | {"facility_id": plant}}]
    save_draft(enterprise, snapshot, seen=seen)
    copy = load(enterprise, head_of(enterprise).snapshot)
    assert copy.awards.all()[0].facility is copy.facilities.all()[0]
    row = apply_draft(enterprise, languages=["en"])
    assert str(row.awards.get().facility_id) == plant


def make_enterprise_with_award(level):
    record = make_enterprise()
    facility = Facility.objects.create(enterprise=record, name_en="Plant")
    Award.objects.create(enterprise=record, facility=facility, level=level, status="awarded")
    return record


def test_changes_in_different_places_merge_by_themselves(enterprise):
    seen = first_revision(enterprise)
    draft(enterprise, seen, short_name_en="Ann's")
    draft(enterprise, seen, short_name_zh_hans="伯恩的")
    copy = load(enterprise, head_of(enterprise).snapshot)
    assert (copy.short_name_en, copy.short_name_zh_hans) == ("Ann's", "伯恩的")


def test_a_change_in_the_same_place_asks_and_keeps_both(enterprise):
    seen = first_revision(enterprise)
    theirs = draft(enterprise, seen, short_name_en="Theirs")
    with pytest.raises(SaveConflict) as caught:
        draft(enterprise, seen, short_name_en="Mine", activity_en="Mine alone")
    assert [(c.path, c.mine, c.theirs) for c in caught.value.conflicts] == [
        (("f", "short_name_en"), "Mine", "Theirs")
    ]
    parked = park(enterprise, caught.value)
    assert parked.snapshot["f"]["activity_en"] == "Mine alone"
    assert head_of(enterprise) == theirs


def test_a_row_deleted_by_one_and_changed_by_the_other_is_kept_and_asked_about(enterprise):
    seen = first_revision(enterprise)
    gone = upgraded(enterprise, seen.snapshot)
    pk = gone["c"]["names"].pop()["pk"]
    save_draft(enterprise, gone, seen=seen)
    mine = upgraded(enterprise, seen.snapshot)
    mine["c"]["names"][-1]["f"]["name_en"] = "Changed"
    with pytest.raises(SaveConflict) as caught:
        save_draft(enterprise, mine, seen=seen)
    assert names(caught.value.merged)[pk] == "Changed"


def test_saving_what_is_there_already_makes_no_revision(enterprise):
    head = draft(enterprise, short_name_en="Once")
    assert draft(enterprise, short_name_en="Once") == head
    assert Revision.objects.of(enterprise).count() == 2


def test_a_change_of_the_row_outside_of_drafts_survives_a_publication(enterprise):
    draft(enterprise, short_name_en="From the draft")
    Enterprise.objects.filter(pk=enterprise.pk).update(activity_en="From outside")
    row = apply_draft(enterprise, languages=["en"])
    assert (row.short_name_en, row.activity_en) == ("From the draft", "From outside")


def test_a_draft_that_refers_to_what_is_gone_says_so_and_writes_nothing(db):
    article = make_article()
    other = make_article().column
    draft(article, column_id=other.pk, headline_en="Moved")
    Article.objects.filter(column=other).delete()
    other.delete()
    before = take(Article.objects.get(pk=article.pk))
    with pytest.raises(CannotApply):
        apply_draft(article, languages=["en"])
    assert take(Article.objects.get(pk=article.pk)) == before
    assert load(article, head_of(article).snapshot).wc_warnings


def test_an_address_taken_meanwhile_is_refused_at_publication(enterprise):
    draft(enterprise, slug="wanted")
    make_enterprise(slug="wanted")
    with pytest.raises(CannotApply):
        apply_draft(enterprise, languages=["en"])
    assert Enterprise.objects.get(pk=enterprise.pk).slug == enterprise.slug


def test_only_the_version_that_was_looked_at_is_published(enterprise):
    looked_at = draft(enterprise, short_name_en="Looked at")
    draft(enterprise, short_name_zh_hans="后来的")
    with pytest.raises(CannotApply):
        apply_draft(enterprise, languages=["en"], expected=looked_at)


def test_a_discarded_draft_stays_in_the_history(enterprise):
    dropped = draft(enterprise, short_name_en="Dropped")
    discard_draft(enterprise)
    assert open_draft(enterprise) is None
    assert Revision.objects.of(enterprise).filter(pk=dropped.pk).exists()


def test_a_revision_from_before_a_migration_is_read_in_todays_shape(enterprise):
    old = take(enterprise)
    del old["f"]["website"], old["c"]["products"]
    old["f"]["fax"] = "1"
    now = upgraded(enterprise, old)
    assert now["f"]["website"] == enterprise.website
    assert "fax" not in now["f"] and now["c"]["products"] == []


def test_the_columns_of_derived_values_follow_a_publication(db):
    article = make_article()
    draft(article, dated_at="2024-02-03T04:00:00+00:00")
    assert apply_draft(article, languages=["en"]).month == 202402


def test_publishing_costs_the_same_with_three_and_with_thirty_parts(db):
    costs = []
    for number in (3, 30):
        article = make_article()
        for _ in range(number):
            Correction.objects.create(article=article, corrected_on="2026-01-01", text_en="x")
        draft(article, headline_en="New")
        with CaptureQueriesContext(connection) as queries:
            apply_draft(article, languages=["en"])
        costs.append(len(queries))
    assert costs[0] == costs[1]
