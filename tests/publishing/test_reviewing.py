"""Three reviews: who may sign what, what an edit undoes, and what cannot be published without them."""

from datetime import date, timedelta

import pytest
from django.utils.translation import override

from articles.models import Article
from publishing.drafts.drafters import authors_of
from publishing.drafts.saving import discard_draft, first_revision, head_of, open_draft, save_draft
from publishing.models import AuditEntry, ReviewRequest, Signature
from publishing.publication.actions import publish
from publishing.publication.applying import CannotApply
from publishing.review.reviewing import (
    CannotReview,
    NotApproved,
    approval_missing,
    approve,
    send_back,
    stand_of,
    submit,
)
from publishing.snapshots import take
from tests.factories import make_article, make_column, make_enterprise


@pytest.fixture
def people(make_member):
    """An author and three who may sign."""
    names = {"author": "editor", "first": "reviewer", "second": "reviewer", "last": "publisher"}
    return {name: make_member(role, username=name) for name, role in names.items()}


@pytest.fixture
def article(db):
    """A live article of a column with three reviews."""
    return make_article(column=make_column(), body_en="<p>One.</p>")


def with_steps(record, number):
    record.column.review_steps = number
    record.column.save()
    return record


def drafted(record, by, **values):
    """The record with a draft by somebody."""
    seen = head_of(record) or first_revision(record)
    snapshot = take(record) if seen.kind == "live" else dict(seen.snapshot)
    snapshot = {**snapshot, "f": {**snapshot["f"], **(values or {"headline_en": "Written anew"})}}
    save_draft(record, snapshot, seen=seen, by=by)
    return record


def approved(record, people, *names):
    for name in names:
        approve(record, by=people[name])


def test_what_asks_for_no_review_is_published_without_one(article, people):
    drafted(article, people["author"])
    assert approval_missing(article, open_draft(article)) is None
    publish(article, language="en", by=people["last"])
    assert Article.objects.get(pk=article.pk).headline_en == "Written anew"


def test_three_people_sign_three_steps_and_then_it_is_published(article, people):
    drafted(with_steps(article, 3), people["author"])
    submit(article, by=people["author"])
    approved(article, people, "first", "second", "last")
    assert stand_of(article).is_approved
    publish(article, language="en", by=people["last"])
    assert Article.objects.get(pk=article.pk).headline_en == "Written anew"


@pytest.mark.parametrize("signed", [0, 1, 2])
def test_nothing_is_published_before_the_last_step_is_signed(article, people, signed):
    drafted(with_steps(article, 3), people["author"])
    submit(article, by=people["author"])
    approved(article, people, *("first", "second")[:signed])
    with pytest.raises(NotApproved, match="review: (First|Second|Final) review"):
        publish(article, language="en", by=people["last"])
    assert Article.objects.get(pk=article.pk).headline_en != "Written anew"


def test_a_first_publication_needs_its_reviews_too(people, db):
    article = with_steps(make_article(languages=[]), 1)
    with pytest.raises(CannotApply):
        publish(article, language="en", by=people["last"])
    submit(article, by=people["author"])
    approve(article, by=people["last"])
    publish(article, language="en", by=people["last"])
    assert article.is_live("en")


def test_the_refusal_is_said_in_the_language_of_who_reads_it(article, people):
    drafted(with_steps(article, 1), people["author"])
    refusal = NotApproved(approval_missing(article, open_draft(article)))
    with override("en"):
        assert "Final review" in str(refusal)


@pytest.mark.parametrize(
    ("number", "steps"),
    [(0, []), (1, ["final"]), (2, ["first", "final"]), (3, ["first", "second", "final"])],
)
def test_the_column_says_how_many_steps_there_are(article, number, steps):
    assert list(stand_of(with_steps(article, number)).steps) == steps


def test_a_draft_cannot_move_out_of_its_review(article, people):
    drafted(with_steps(article, 2), people["author"], column_id=make_column().pk)
    assert len(stand_of(article).steps) == 2
    drafted(article, people["author"], column_id=make_column(review_steps=3).pk)
    assert len(stand_of(article).steps) == 3


def test_an_edit_voids_the_signatures_and_the_request(article, people):
    drafted(with_steps(article, 2), people["author"])
    submit(article, by=people["author"])
    approve(article, by=people["first"])
    drafted(article, people["author"], headline_en="Written once more")
    stand = stand_of(article)
    assert (stand.signed, stand.request) == ((), None)
    with pytest.raises(CannotReview):
        approve(article, by=people["last"])
    assert not ReviewRequest.objects.current().open().exists()


def test_the_author_does_not_sign(article, people):
    drafted(with_steps(article, 1), people["last"])
    submit(article, by=people["last"])
    with pytest.raises(CannotReview):
        approve(article, by=people["last"])


def test_nobody_signs_two_steps(article, people):
    drafted(with_steps(article, 2), people["author"])
    submit(article, by=people["author"])
    approve(article, by=people["first"])
    with pytest.raises(CannotReview):
        approve(article, by=people["first"])
    assert Signature.objects.count() == 1


def test_who_made_a_new_record_does_not_sign_it(people, db):
    article = with_steps(make_article(languages=[]), 1)
    first_revision(article, by=people["last"])
    submit(article, by=people["author"])
    with pytest.raises(CannotReview):
        approve(article, by=people["last"])


def test_what_is_left_of_a_draft_is_still_the_work_of_all_its_authors(article, people):
    drafted(article, people["first"], headline_zh_hans="新的标题")
    drafted(article, people["author"], headline_en="New headline")
    publish(article, language="en", by=people["last"])
    with_steps(article, 1)
    request = submit(article, by=people["author"])
    assert authors_of(article, request.since) == {people["first"].pk, people["author"].pk}
    with pytest.raises(CannotReview):
        approve(article, by=people["first"])


def test_authors_of_what_was_published_long_ago_may_sign_again(article, people):
    drafted(article, people["first"], headline_en="First version", headline_zh_hans="第一版")
    for language in ("en", "zh-hans"):
        publish(article, language=language, by=people["last"])
    drafted(with_steps(article, 1), people["author"], headline_en="Second version")
    submit(article, by=people["author"])
    assert approve(article, by=people["first"]).step == "final"


def test_one_review_serves_both_languages(article, people):
    drafted(with_steps(article, 1), people["author"], headline_en="New", headline_zh_hans="新")
    submit(article, by=people["author"])
    approve(article, by=people["first"])
    publish(article, language="en", by=people["last"])
    publish(article, language="zh-hans", by=people["last"])
    fresh = Article.objects.get(pk=article.pk)
    assert (fresh.headline_en, fresh.headline_zh_hans) == ("New", "新")


def test_a_moment_is_the_same_content_in_whatever_zone_it_was_typed(article):
    assert take(article) == take(Article.objects.get(pk=article.pk))
    assert article.dated_at.utcoffset() == timedelta(hours=8)


def test_returning_needs_a_comment(article, people):
    drafted(with_steps(article, 1), people["author"])
    submit(article, by=people["author"])
    with pytest.raises(CannotReview, match="Say what needs to be changed"):
        send_back(article, by=people["first"], comment="  ")
    assert stand_of(article).is_waiting


def test_a_returned_version_begins_its_review_again(article, people):
    drafted(with_steps(article, 2), people["author"])
    submit(article, by=people["author"])
    approve(article, by=people["first"])
    send_back(article, by=people["last"], comment="The figure needs a source.")
    stand = stand_of(article)
    assert (stand.returned.comment, stand.signed) == ("The figure needs a source.", ())
    submit(article, by=people["author"], note="It has one: see the second paragraph.")
    assert stand_of(article).next_step == "first"
    approved(article, people, "first", "last")
    assert stand_of(article).is_approved


def test_a_version_that_was_not_looked_at_is_not_signed(article, people):
    drafted(with_steps(article, 1), people["author"])
    looked_at = head_of(article).fingerprint
    drafted(article, people["author"], headline_en="Meanwhile")
    submit(article, by=people["author"])
    with pytest.raises(CannotReview, match="newer version"):
        approve(article, by=people["first"], seen=looked_at)


def test_a_request_for_one_person_is_not_answered_by_another(article, people):
    drafted(with_steps(article, 1), people["author"])
    submit(article, by=people["author"], assigned_to=people["first"])
    with pytest.raises(CannotReview):
        approve(article, by=people["second"])
    assert approve(article, by=people["first"])


def test_a_request_for_a_reviewer_who_was_deleted_is_for_everybody(article, people):
    drafted(with_steps(article, 1), people["author"])
    submit(article, by=people["author"], assigned_to=people["first"])
    people["first"].delete()
    assert approve(article, by=people["second"])


def test_a_signature_outlives_its_account(article, people):
    drafted(with_steps(article, 1), people["author"])
    submit(article, by=people["author"])
    approve(article, by=people["first"])
    people["first"].delete()
    stand = stand_of(article)
    assert stand.is_approved
    assert stand.signed[0].reviewer_name == "first"


@pytest.mark.parametrize("name", ["author", "nobody"])
def test_somebody_who_may_not_review_cannot_be_chosen(article, people, make_member, name):
    person = people.get(name) or make_member("translator", username="nobody")
    drafted(with_steps(article, 1), people["author"])
    with pytest.raises(CannotReview):
        submit(article, by=people["author"], assigned_to=person)


def test_nothing_is_submitted_twice(article, people):
    drafted(with_steps(article, 1), people["author"])
    submit(article, by=people["author"])
    with pytest.raises(CannotReview, match="already"):
        submit(article, by=people["author"])


def test_a_draft_that_was_discarded_leaves_nothing_to_sign(article, people):
    drafted(with_steps(article, 1), people["author"])
    submit(article, by=people["author"])
    discard_draft(article, by=people["author"])
    with pytest.raises(CannotReview):
        approve(article, by=people["first"])


def test_every_step_is_in_the_audit_log(article, people):
    drafted(with_steps(article, 1), people["author"])
    submit(article, by=people["author"])
    send_back(article, by=people["first"], comment="Too long.")
    deeds = AuditEntry.objects.of(article).filter(action__in=["publishing.submitted", "publishing.returned"])
    assert [entry.reason for entry in deeds.order_by("pk")] == ["", "Too long."]


def test_records_of_every_kind_can_be_published_without_a_column(people, db):
    enterprise = make_enterprise()
    drafted(enterprise, people["author"], short_name_en="New name")
    with pytest.raises(CannotReview, match="without a review"):
        submit(enterprise, by=people["author"])
    publish(enterprise, language="en", by=people["last"])


def test_a_due_date_goes_on_to_the_next_step(article, people):
    drafted(with_steps(article, 2), people["author"])
    due = date.today() + timedelta(days=2)
    submit(article, by=people["author"], due_on=due)
    approve(article, by=people["first"])
    assert stand_of(article).request.due_on == due
