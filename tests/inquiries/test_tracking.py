"""The status page: who gets in, what it shows, what its sender may do."""

import json
import time
import uuid

import pytest

from inquiries import limits
from inquiries.desk import handling
from inquiries.models import Consent, Entry, Inquiry
from inquiries.tracking import keys
from tests.effort import processor_seconds

BOTH = pytest.mark.parametrize("page", ["en", "zh-hans"])


@pytest.fixture
def clerk(make_member):
    return make_member("desk")


@pytest.fixture
def track(visitor):
    """A function that tries a number and a secret: ``track("LJ-…", "…")``."""

    def try_one(number, secret, page="en", **meta):
        return visitor.post(f"/{page}/inquiries/track/", {"number": number, "secret": secret}, **meta)

    return try_one


@pytest.fixture
def opened(visitor, track, inquiry):
    """A function that sends a deed to the status page, which this browser has opened."""
    track(inquiry.number, inquiry.secret)

    def send_one(deed, page="en", number=inquiry.number, **data):
        return visitor.post(
            f"/{page}/inquiries/status/", {"number": number, "deed": deed, **data}, follow=True
        )

    return send_one


@BOTH
def test_number_and_secret_open_the_state_of_a_message(track, visitor, inquiry, page):
    answer = track(inquiry.number, inquiry.secret, page)
    assert answer["Location"] == f"/{page}/inquiries/status/"
    status = visitor.get(answer["Location"])
    assert inquiry.number in status.content.decode()
    assert "with a crane" in status.content.decode()
    assert "no-store" in status["Cache-Control"]
    assert "noindex" in status["X-Robots-Tag"]


def test_both_are_read_as_people_type_them(track, inquiry):
    number = inquiry.number.lower().replace("-", " ").replace("0", "o").replace("1", "i")
    assert track(number, inquiry.secret.replace("-", "").lower()).status_code == 302


def test_an_unknown_number_and_a_wrong_secret_get_the_same_answer(track, inquiry):
    def without_number(answer):
        text = answer.content.decode()
        for varying in (inquiry.number, "LJ-2026-0000-0000"):
            text = text.replace(varying, "")
        return [line for line in text.splitlines() if "csrf" not in line]

    wrong, unknown = track(inquiry.number, "0000-0000-0000"), track("LJ-2026-0000-0000", inquiry.secret)
    assert wrong.status_code == unknown.status_code == 200
    assert without_number(wrong) == without_number(unknown)
    assert keys.COOKIE not in wrong.cookies


def test_both_refusals_take_the_same_time(inquiry, monkeypatch):
    def seconds(number):
        started = time.monotonic()
        assert keys.opened_with(number, "0000-0000-0000") is None
        return time.monotonic() - started

    for number in (inquiry.number, "LJ-2026-0000-0000"):
        # The work alone is far below what every refusal is drawn out to.
        with monkeypatch.context() as change:
            change.setattr(keys, "REFUSAL_TAKES", 0)
            assert processor_seconds(seconds, number) < 0.02
        assert seconds(number) >= keys.REFUSAL_TAKES


@pytest.mark.parametrize("number", ["", "\0", "LJ", "x" * 5000, "' OR 1=1", "ＬＪ－２０２６"])
def test_nonsense_for_a_number_is_refused_politely(track, number):
    assert track(number, "\0").status_code == 200


def test_guessing_is_stopped_and_the_right_pair_waits_too(track, inquiry, monkeypatch):
    monkeypatch.setattr(keys, "REFUSAL_TAKES", 0)
    answers = [track(inquiry.number, f"{place:04}-0000-0000") for place in range(limits.WRONG_PAIRS.most)]
    assert {answer.status_code for answer in answers} == {200}
    stopped = track(inquiry.number, inquiry.secret)
    assert stopped.status_code == 429
    assert 0 < int(stopped["Retry-After"]) <= 3600
    assert track(inquiry.number, inquiry.secret, REMOTE_ADDR="192.0.2.7").status_code == 302


def test_right_pairs_are_not_counted(track, inquiry):
    for _time in range(limits.WRONG_PAIRS.most + 2):
        assert track(inquiry.number, inquiry.secret).status_code == 302


def test_without_number_and_secret_nothing_is_shown(visitor, inquiry):
    assert visitor.get("/en/inquiries/status/")["Location"] == "/en/inquiries/track/"
    visitor.cookies[keys.COOKIE] = str(inquiry.pk)
    assert visitor.get("/en/inquiries/status/")["Location"] == "/en/inquiries/track/"


def test_the_page_closes_after_half_an_hour(visitor, opened, monkeypatch):
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + keys.LASTS + 5)
    assert visitor.get("/en/inquiries/status/").status_code == 302


def test_a_sender_sees_replies_and_answers_a_question(opened, inquiry, clerk, visitor):
    handling.reply(inquiry, text="How high?", step="question", by=clerk, submission=uuid.uuid4())
    assert "How high?" in visitor.get("/en/inquiries/status/").content.decode()
    key = uuid.uuid4()
    for _time in range(2):
        opened("answer", text="Twelve metres.\nAnd a gate.", submission=key)
    inquiry.refresh_from_db()
    assert Entry.objects.get(kind="answer").text == "Twelve metres.\nAnd a gate."
    assert inquiry.state == "assigned"


@pytest.mark.parametrize(
    ("text", "words"), [("", "Write your answer."), ("x" * 200_000, "no more than 5000 characters")]
)
def test_a_refused_answer_keeps_its_text(opened, text, words):
    answer = opened("answer", text=text, submission=uuid.uuid4()).content.decode()
    assert words in answer
    assert text in answer
    assert Entry.objects.count() == 0


def test_a_sender_rates_once_there_is_an_answer(opened, inquiry, clerk):
    opened("rate", rating="5")
    inquiry.refresh_from_db()
    assert inquiry.rating is None
    handling.reply(inquiry, text="Longxing.", step="final", by=clerk, submission=uuid.uuid4())
    for rating in ("9", "x", "4"):
        opened("rate", rating=rating)
    inquiry.refresh_from_db()
    assert inquiry.rating == 4


def test_a_consent_is_withdrawn_as_easily_as_it_was_given(visitor, track, agreed):
    track(agreed.number, agreed.secret)
    visitor.post("/en/inquiries/status/", {"number": agreed.number, "deed": "withdraw", "kind": "forwarding"})
    agreed.refresh_from_db()
    assert not agreed.may_forward
    assert Consent.objects.get(kind="forwarding").withdrawn_at
    assert Consent.objects.get(kind="handling").withdrawn_at is None


def test_the_words_of_a_consent_are_kept_as_they_were_read(agreed):
    text = Consent.objects.get(kind="forwarding").text
    assert "Who is responsible" in text.text
    assert "pass my message and my data on to a park" in text.text
    assert (text.language, text.version) == ("en", agreed.consent_text_version)


def test_a_sender_takes_a_copy_of_everything(opened, inquiry):
    answer = opened("copy")
    data = json.loads(answer.content)
    assert (data["name"], data["email"], data["message"]) == (inquiry.name, inquiry.email, inquiry.message)
    assert data["consents"][0]["text"]
    assert "attachment" in answer["Content-Disposition"]


def test_erasing_asks_once_more_and_is_final(opened, inquiry, visitor):
    assert "Nothing was erased" in opened("erase").content.decode()
    assert "erased from this portal" in opened("erase", sure="yes").content.decode()
    assert Inquiry.objects.count() == 0
    assert visitor.get("/en/inquiries/status/").status_code == 302


def test_a_page_of_another_message_changes_nothing(opened, inquiry):
    text = opened("erase", number="LJ-2026-0000-0000", sure="yes").content.decode()
    assert "Another message has since been opened in this browser" in text
    assert Inquiry.objects.count() == 1


def test_leaving_closes_the_page(opened, visitor):
    opened("leave")
    assert visitor.get("/en/inquiries/status/").status_code == 302


def test_the_page_costs_few_queries_however_long_the_thread(
    opened, inquiry, visitor, clerk, django_assert_max_num_queries
):
    for place in range(12):
        handling.write_note(inquiry, text=str(place), by=clerk, submission=uuid.uuid4())
        handling.reply(inquiry, text=str(place), step="interim", by=clerk, submission=uuid.uuid4())
    with django_assert_max_num_queries(9):
        visitor.get("/en/inquiries/status/")
