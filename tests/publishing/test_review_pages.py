"""The pages of a review: submitting, signing, the queue of a person, and the sheet of evidence."""

from datetime import date, timedelta

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from evidence.models import Source
from media_library.models import Image
from publishing.drafts.saving import first_revision, head_of, save_draft
from publishing.models import ReviewRequest, Scope, Signature, StaffProfile
from publishing.review.reviewing import approve, send_back, stand_of, submit
from publishing.snapshots import take
from tests.factories import make_article, make_column

QUEUE = "/admin/publishing/reviewrequest/"


@pytest.fixture
def people(make_member):
    names = {"author": "editor", "first": "reviewer", "second": "reviewer", "last": "publisher"}
    return {name: make_member(role, username=name) for name, role in names.items()}


@pytest.fixture
def as_person(people):
    """A function that gives the client of one of the people."""

    def log_in(name):
        client = Client()
        client.force_login(people[name])
        return client

    return log_in


@pytest.fixture
def article(people):
    """A live article with two reviews and a draft by the author."""
    return drafted(make_article(), people["author"])


def drafted(record, by, steps=2, **values):
    record.column.review_steps = steps
    record.column.save()
    seen, snapshot = first_revision(record), take(record)
    values = values or {"headline_en": "Drafted words", "headline_zh_hans": "起草的标题"}
    save_draft(record, {**snapshot, "f": {**snapshot["f"], **values}}, seen=seen, by=by)
    return record


def page(record, name):
    return reverse(f"admin:{record._meta.app_label}_{record._meta.model_name}_{name}", args=[record.pk])


def text_of(answer):
    assert answer.status_code == 200
    return answer.content.decode()


def signing(record, verdict="approved", comment=""):
    return {"verdict": verdict, "comment": comment, "seen": head_of(record).fingerprint}


def test_an_article_goes_through_its_review_by_hand(article, people, as_person):
    url, seen = page(article, "review"), head_of(article).fingerprint
    form = {"submit": "1", "seen": seen, "due_on": str(date.today()), "note": "Urgent.", "assigned_to": ""}
    assert as_person("author").post(url, form).status_code == 302
    shown = text_of(as_person("first").get(url))
    assert "Drafted words" in shown and "起草的标题" in shown and "Urgent." in shown
    as_person("first").post(url, signing(article))
    as_person("last").post(url, signing(article, comment="Well done."))
    assert stand_of(article).is_approved
    assert "Well done." in text_of(as_person("author").get(url))


def test_whoever_signed_finds_the_way_back_to_the_other_reviews(article, people, as_person):
    submit(article, by=people["author"])
    client = as_person("first")
    assert f'class="button" href="{QUEUE}"' in text_of(client.get(page(article, "review")))
    shown = text_of(client.post(page(article, "review"), signing(article), follow=True))
    assert f'signed this version. <a href="{QUEUE}">' in shown


def test_the_form_tells_where_the_review_stands(article, people, as_person):
    assert "Submit for review" in text_of(as_person("author").get(page(article, "change")))
    submit(article, by=people["author"])
    assert "Read and sign" in text_of(as_person("first").get(page(article, "change")))
    assert "waiting for a reviewer" in text_of(as_person("author").get(page(article, "change")))


def test_returning_without_a_comment_keeps_the_page_and_says_why(article, people, as_person):
    submit(article, by=people["author"])
    answer = as_person("first").post(page(article, "review"), signing(article, "returned"))
    assert "Say what needs to be changed." in text_of(answer)
    assert not Signature.objects.exists()


def test_the_comment_of_a_return_outlives_the_edit_that_answers_it(article, people, as_person):
    submit(article, by=people["author"])
    send_back(article, by=people["first"], comment="Four lines, not three.")
    returned = head_of(article)
    snapshot = returned.snapshot
    answered = {**snapshot, "f": {**snapshot["f"], "headline_en": "Four lines"}}
    save_draft(article, answered, seen=returned, by=people["author"])
    form = text_of(as_person("author").get(page(article, "change")))
    assert "Four lines, not three." in form
    submit(article, by=people["author"])
    told = text_of(as_person("second").get(page(article, "review")))
    assert "Four lines, not three." in told
    assert f"/{returned.number}/{head_of(article).number}/" in told
    approve(article, by=people["second"])
    assert "Four lines, not three." not in text_of(as_person("last").get(page(article, "review")))


def test_what_was_typed_survives_a_refusal(article, people, as_person):
    form = {"submit": "1", "due_on": "2020-01-01", "note": "Typed with care.", "assigned_to": ""}
    shown = text_of(as_person("author").post(page(article, "review"), form))
    assert "Typed with care." in shown and "This day has passed" in shown
    submit(article, by=people["author"])
    looked_at = signing(article, comment="My comment.")
    drafted_again = take(article)
    drafted_again["f"]["headline_en"] = "Changed meanwhile"
    save_draft(article, drafted_again, seen=head_of(article), by=people["author"])
    assert "newer version" in text_of(as_person("first").post(page(article, "review"), looked_at))


@pytest.mark.parametrize(
    ("name", "form"),
    [("first", {"submit": "1"}), ("author", {"verdict": "approved", "comment": ""})],
)
def test_who_may_not_do_it_cannot_do_it_by_a_made_up_form(article, people, as_person, name, form):
    if "verdict" in form:
        submit(article, by=people["author"])
    assert as_person(name).post(page(article, "review"), form).status_code == 403
    assert not Signature.objects.exists()
    assert ReviewRequest.objects.exists() is ("verdict" in form)


def test_the_author_of_a_draft_sees_no_button_to_sign_it(people, as_person):
    article = drafted(make_article(), people["last"])
    submit(article, by=people["last"])
    assert 'name="verdict"' not in text_of(as_person("last").get(page(article, "review")))
    assert 'name="verdict"' in text_of(as_person("first").get(page(article, "review")))


def test_the_queue_shows_what_waits_for_me_by_due_date(people, as_person):
    late, soon, some_day = (drafted(make_article(), people["author"]) for _number in range(3))
    submit(some_day, by=people["author"])
    submit(soon, by=people["author"], due_on=date.today() + timedelta(days=3))
    request = submit(late, by=people["author"], due_on=date.today())
    ReviewRequest.objects.filter(pk=request.pk).update(due_on=date.today() - timedelta(days=2))
    answer = as_person("first").get(QUEUE)
    assert [line.record for line in answer.context["waiting"].lines] == [late, soon, some_day]
    assert text_of(answer).count("Overdue") == 1


def test_the_queue_leaves_out_what_i_cannot_sign(people, as_person):
    mine, anothers, signed, edited = (drafted(make_article(), people["author"]) for _number in range(4))
    written = drafted(make_article(), people["first"])
    submit(written, by=people["author"])
    submit(mine, by=people["author"], assigned_to=people["first"])
    submit(anothers, by=people["author"], assigned_to=people["second"])
    submit(signed, by=people["author"])
    approve(signed, by=people["first"])
    submit(edited, by=people["author"])
    snapshot = take(edited)
    snapshot["f"]["summary_en"] = "Edited again"
    save_draft(edited, snapshot, seen=head_of(edited), by=people["author"])
    answer = as_person("first").get(QUEUE)
    assert [line.record for line in answer.context["waiting"].lines] == [mine]


def test_the_queue_never_names_what_i_may_not_see(people, as_person):
    hidden = make_article(languages=[], column=make_column(review_steps=1), headline_en="Hidden words")
    submit(hidden, by=people["author"])
    kind = ContentType.objects.get_for_model(hidden.column)
    Scope.objects.create(user=people["first"], content_type=kind, object_id=str(make_column().pk))
    assert "Hidden words" not in text_of(as_person("first").get(QUEUE))
    assert "Hidden words" in text_of(as_person("second").get(QUEUE))


def test_the_queue_is_read_page_by_page_at_a_steady_price(people, as_person, monkeypatch):
    monkeypatch.setattr("publishing.review.queue.PAGE", 2)
    articles = [drafted(make_article(), people["author"]) for _number in range(5)]
    for number, record in enumerate(articles):
        due = date.today() + timedelta(days=number // 2) if number < 3 else None
        submit(record, by=people["author"], due_on=due)
    client, seen, url, prices = as_person("first"), [], QUEUE, []
    while url:
        with CaptureQueriesContext(connection) as queries:
            queue = client.get(url).context["waiting"]
        prices.append(len(queries))
        seen += [line.record for line in queue.lines]
        url = f"{QUEUE}?after={queue.after}" if queue.after else None
    assert seen == articles
    assert max(prices) <= 20


@pytest.mark.parametrize("after", ["x", "2026-01-01", "_", "2026-99-01_3", "٣_٣", "9" * 400])
def test_nonsense_for_a_page_shows_the_first_one(article, people, as_person, after):
    submit(article, by=people["author"])
    answer = as_person("first").get(QUEUE, {"after": after, "before": after})
    assert len(answer.context["waiting"].lines) == 1


def test_who_submitted_sees_what_became_of_it(people, as_person):
    waiting, returned, approved = (drafted(make_article(), people["author"], steps=1) for _number in range(3))
    for record in (waiting, returned, approved):
        submit(record, by=people["author"])
    send_back(returned, by=people["first"], comment="Too long by half.")
    approve(approved, by=people["first"])
    answer = as_person("author").get(QUEUE)
    assert [line.record for line in answer.context["submitted"].lines] == [approved, returned, waiting]
    shown = text_of(answer)
    assert "Too long by half." in shown and "Approved" in shown and "Final review" in shown


def test_everybody_chooses_how_they_are_written_to(people, as_person):
    as_person("first").post(f"{QUEUE}profile/", {"language": "zh-hans"})
    profile = StaffProfile.objects.get(user=people["first"])
    assert (profile.language, profile.wants_mail) == ("zh-hans", False)
    assert as_person("first").get(f"{QUEUE}profile/").status_code == 405


def test_who_has_nothing_to_review_sees_no_queue(log_in):
    assert log_in("desk").get(QUEUE).status_code == 403


def test_the_sheet_of_evidence_names_versions_signatures_sources_and_rights(people, as_person):
    image = Image.objects.create(
        file="images/1/original.jpg",
        width=9,
        height=6,
        title_en="Bridge",
        credit_person_en="Yin Jun",
        rights="licensed",
    )
    inside = Image.objects.create(
        file="images/2/original.jpg", width=9, height=6, title_en="Port", rights="own"
    )
    source = Source.objects.create(
        key="daily", kind=Source.Kind.PRESS, name_en="The daily", url="https://example.org/a"
    )
    body = f'<p>Text.</p><figure><img data-file="{inside.pk}" alt=""></figure>'
    article = drafted(
        make_article(image=image, source=source),
        people["author"],
        steps=1,
        body_en=body,
        headline_en="Drafted",
    )
    submit(article, by=people["author"])
    approve(article, by=people["first"], comment="Figures checked.")
    shown = text_of(as_person("author").get(page(article, "evidence")))
    for words in (
        "Drafted",
        article.headline_zh_hans,
        head_of(article).fingerprint,
        "author",
        "first",
        "Figures checked.",
        "The daily",
        "https://example.org/a",
        "Bridge",
        "Yin Jun",
        "licensed to us",
        "Port",
    ):
        assert words in shown


def test_a_record_without_any_review_has_its_sheet_too(people, as_person):
    article = make_article()
    assert "without a review" in text_of(as_person("author").get(page(article, "evidence")))
