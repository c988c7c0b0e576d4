"""A step of a review signed by somebody without an account, through a link that a reviewer answers for."""

from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client

from bilingual.languages import LANGUAGES
from publishing.drafts.saving import open_draft
from publishing.models import AuditEntry, PreviewLink, ReviewRequest, Signature, StaffProfile
from publishing.publication.actions import publish
from publishing.review import outside_review
from publishing.review.reviewing import CannotReview, approve, may_sign, stand_of, submit
from tests.factories import make_article
from tests.publishing.drafting import row, save_words

WEEK = timedelta(days=7)


@pytest.fixture
def people(make_member):
    names = {"author": "editor", "first": "reviewer", "second": "reviewer", "last": "publisher"}
    return {
        name: make_member(role, username=name, email=f"{name}@example.org") for name, role in names.items()
    }


@pytest.fixture
def article(people):
    """A live article with two reviews and a draft by the author, which waits for its first step."""
    record = make_article()
    record.column.review_steps = 2
    record.column.save()
    save_words(record, by=people["author"], headline_en="Drafted words")
    submit(record, by=people["author"], outside="Press office")
    return record


@pytest.fixture
def as_person(people):
    def log_in(name):
        client = Client()
        client.force_login(people[name])
        return client

    return log_in


def invited(record, by, name="Wang Li"):
    """A link for the step that waits, and its path."""
    link, token = outside_review.invite(record, by=by, name=name, languages=list(LANGUAGES), lifetime=WEEK)
    return link, f"/en/preview/{token}/"


def page(record, name):
    return f"/admin/articles/article/{record.pk}/{name}/"


def text_of(answer):
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_verdict_by_link_is_the_signature_of_the_step(article, people, visitor):
    _link, path = invited(article, people["first"])
    assert "First review" in text_of(visitor.get(path))
    sent = visitor.post(path, {"name": "Wang Li", "verdict": "approved", "text": "Correct."}, follow=True)
    assert "has been recorded as a signature on this version" in text_of(sent)
    signature = Signature.objects.get()
    assert (signature.reviewer_name, signature.answered_by, signature.step) == ("Wang Li", "first", "first")
    assert signature.fingerprint == open_draft(article).fingerprint
    assert stand_of(article).next_step == "final"
    approve(article, by=people["last"])
    publish(article, language="en", by=people["last"])
    assert row(article).headline_en == "Drafted words"


def test_who_made_the_link_signs_no_other_step(article, people, visitor):
    _link, path = invited(article, people["last"])
    visitor.post(path, {"name": "Wang Li", "verdict": "approved"})
    assert not may_sign(people["last"], stand_of(article))
    with pytest.raises(CannotReview):
        approve(article, by=people["last"])
    assert may_sign(people["second"], stand_of(article))


@pytest.mark.parametrize("name", ["author", "last"])
def test_only_who_could_sign_the_step_lets_somebody_outside_sign_it(article, people, name):
    approve(article, by=people["last"])
    with pytest.raises(CannotReview):
        invited(article, people[name])
    assert not PreviewLink.objects.exists()


def test_a_return_by_link_goes_back_to_the_author_with_its_reason(article, people, visitor, run_jobs):
    _link, path = invited(article, people["first"])
    visitor.post(path, {"name": "Wang Li", "verdict": "returned", "text": "The figure is old."})
    assert stand_of(article).returned.comment == "The figure is old."
    mail.outbox.clear()
    run_jobs()
    assert {message.to[0] for message in mail.outbox} >= {"author@example.org", "first@example.org"}


def test_an_edit_voids_the_signature_and_the_link_that_was_to_give_it(article, people, visitor):
    _link, path = invited(article, people["first"])
    save_words(article, by=people["author"], headline_en="Written anew")
    assert "is no longer waiting for your signature" in text_of(visitor.get(path))
    visitor.post(path, {"name": "Wang Li", "verdict": "approved"})
    assert not Signature.objects.exists()
    submit(article, by=people["author"])
    _link, path = invited(article, people["first"])
    visitor.post(path, {"name": "Wang Li", "verdict": "approved"})
    save_words(article, by=people["author"], headline_en="Once more")
    assert stand_of(article).signed == ()


def test_closing_the_link_takes_the_signature_back_and_the_review_begins_again(article, people, visitor):
    link, path = invited(article, people["first"])
    visitor.post(path, {"name": "Wang Li", "verdict": "approved"})
    approve(article, by=people["last"])
    assert stand_of(article).is_approved
    assert outside_review.close(link, by=people["first"])
    assert (stand_of(article).signed, stand_of(article).next_step) == ((), "first")
    assert visitor.get(path).status_code == 404
    assert AuditEntry.objects.filter(action="publishing.signature_taken_back").exists()


def test_closing_the_link_after_publication_changes_nothing_of_it(article, people, visitor):
    link, path = invited(article, people["first"])
    visitor.post(path, {"name": "Wang Li", "verdict": "approved"})
    approve(article, by=people["last"])
    for language in LANGUAGES:
        publish(article, language=language, by=people["last"])
    assert not outside_review.close(link, by=people["first"])
    assert row(article).headline_en == "Drafted words"


def test_a_second_verdict_by_the_same_link_is_a_remark_only(article, people, visitor):
    link, path = invited(article, people["first"])
    for _time in range(2):
        visitor.post(path, {"name": "Wang Li", "verdict": "approved"})
    assert (Signature.objects.count(), link.remarks.count()) == (1, 2)


def test_a_comment_by_link_signs_nothing(article, people, visitor):
    link, path = invited(article, people["first"])
    visitor.post(path, {"name": "Wang Li", "verdict": "comment", "text": "A question."})
    assert (Signature.objects.count(), link.remarks.count()) == (0, 1)


def test_a_link_whose_maker_left_signs_nothing(article, people, visitor):
    _link, path = invited(article, people["first"])
    people["first"].is_active = False
    people["first"].save()
    visitor.post(path, {"name": "Wang Li", "verdict": "approved"})
    assert not Signature.objects.exists()
    assert stand_of(article).is_waiting


def test_a_reviewer_who_was_deleted_leaves_the_signature_and_its_name(article, people, as_person, visitor):
    _link, path = invited(article, people["first"])
    visitor.post(path, {"name": "Wang Li", "verdict": "approved"})
    people["first"].delete()
    sheet = text_of(as_person("last").get(page(article, "evidence")))
    assert "Wang Li" in sheet and "first answers for it" in sheet
    assert stand_of(article).next_step == "final"


def test_the_link_is_made_and_closed_on_the_page_of_the_review(article, as_person, visitor):
    url = page(article, "review")
    shown = text_of(as_person("first").get(url))
    assert 'value="Press office"' in shown and "waiting for Press office, by link" in shown
    form = {"invite": "1", "outside-recipient": "Wang Li", "outside-languages": "en", "outside-days": "1"}
    made = text_of(as_person("first").post(url, form))
    path = made.partition('value="http')[2].partition('"')[0].partition("/en/")[2]
    assert visitor.get(f"/en/{path}").status_code == 200
    link = PreviewLink.objects.get()
    assert "Close this link" in text_of(as_person("first").get(url))
    close = page(article, f"preview/links/{link.pk}/revoke")
    assert as_person("second").post(close).status_code == 403
    assert as_person("first").post(close).status_code == 302
    assert visitor.get(f"/en/{path}").status_code == 404


def test_an_author_cannot_make_a_link_that_signs(article, as_person):
    form = {"invite": "1", "outside-recipient": "Me", "outside-languages": "en", "outside-days": "1"}
    assert as_person("author").post(page(article, "review"), form).status_code == 403
    assert not PreviewLink.objects.exists()


def test_the_maker_is_told_in_their_own_language(article, people, visitor, run_jobs):
    StaffProfile.objects.create(user=people["first"], language="zh-hans")
    _link, path = invited(article, people["first"])
    run_jobs()
    mail.outbox.clear()
    visitor.post(path, {"name": "王丽", "verdict": "approved"})
    run_jobs()
    (letter,) = [message for message in mail.outbox if message.to == ["first@example.org"]]
    assert "王丽" in letter.body and "You answer" not in letter.body


def test_every_step_of_it_is_in_the_audit_log(article, people, visitor):
    _link, path = invited(article, people["first"])
    visitor.post(path, {"name": "Wang Li", "verdict": "approved"})
    told = AuditEntry.objects.values_list("action", "person_name", "reason")
    assert ("publishing.preview_link_made", "first", "Wang Li") in told
    assert AuditEntry.objects.filter(action="publishing.approved", new__by_link="Wang Li").exists()
    assert ReviewRequest.objects.open().get().step == "final"


def test_the_form_that_asks_for_reviews_is_not_taken_for_an_invitation(article, as_person):
    save_words(article, headline_en="Words that nobody has submitted")
    assert stand_of(row(article)).request is None
    url = page(article, "review")
    asked = {"submit": "1", "assigned_to": "", "due_on": "", "note": "", "outside": ""}
    assert as_person("author").post(url, asked).status_code == 302
    assert stand_of(row(article)).request is not None
