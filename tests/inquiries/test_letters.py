"""Letters to senders and recipients, in a real conversation with a mail server."""

import time
import uuid
from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from inquiries import letters, limits
from inquiries.desk import handling
from inquiries.models import Inquiry, Letter
from inquiries.sending.tickets import Ticket
from inquiries.tracking import by_sender
from publishing.mailing import PAUSES


@pytest.fixture
def clerk(make_member):
    return make_member("desk", email="desk@example.org")


def to(server, address):
    return [letter for letter in server.letters if letter["To"] == address]


def plain(letter):
    return letter.get_body(("plain",)).get_content()


@pytest.mark.parametrize(("language", "words"), [("en", "Your message has arrived"), ("zh-hans", "LJ-")])
def test_a_message_is_acknowledged_at_once_in_the_language_of_its_sender(
    mail_server, send, run_jobs, language, words
):
    send(language=language, page="en")
    run_jobs()
    inquiry = Inquiry.objects.get()
    (letter,) = to(mail_server, "sender@example.com")
    text = plain(letter)
    assert words in letter["Subject"]
    assert inquiry.number in text and inquiry.secret in text
    assert f"/{language}/inquiries/track/?number={inquiry.number}" in text
    assert (
        f'<html lang="{"zh-Hans" if language == "zh-hans" else "en"}">'
        in letter.get_body(("html",)).get_content()
    )
    assert letter["Auto-Submitted"] == "auto-replied"
    assert Letter.objects.get().state == "sent"


def test_an_acknowledgement_repeats_nothing_of_the_message(mail_server, send, run_jobs):
    send(message="Buy pills at example.net")
    run_jobs()
    assert "pills" not in to(mail_server, "sender@example.com")[0].as_string()


def test_one_address_is_acknowledged_a_few_times_a_day(mail_server, send, run_jobs, settings):
    for place in range(limits.ACKNOWLEDGEMENTS.most + 2):
        send(ticket=_ticket(), message=f"Question {place}")
    run_jobs()
    assert len(to(mail_server, "sender@example.com")) == limits.ACKNOWLEDGEMENTS.most
    assert Inquiry.objects.count() == limits.ACKNOWLEDGEMENTS.most + 2


def _ticket():
    return Ticket(uuid.uuid4(), time.time() - 60)


def test_a_reply_reaches_the_sender_and_follows_the_letter_before(mail_server, inquiry, clerk, run_jobs):
    run_jobs()
    handling.reply(
        inquiry, text="Longxing & Yufu have <one>.", step="final", by=clerk, submission=uuid.uuid4()
    )
    run_jobs()
    first, second = to(mail_server, "sender@example.com")
    assert "Longxing & Yufu have <one>." in plain(second)
    assert "Longxing &amp; Yufu have &lt;one&gt;." in second.get_body(("html",)).get_content()
    assert second["In-Reply-To"] == first["Message-ID"]
    assert inquiry.number in second["Subject"]


def test_letters_leave_under_the_name_of_the_portal_and_no_one_elses(
    mail_server, inquiry, run_jobs, settings
):
    run_jobs()
    assert f"MAIL FROM:<{settings.DEFAULT_FROM_EMAIL}>".lower() in [
        line.partition(" size=")[0].lower() for line in mail_server.said
    ]
    assert mail_server.letters[0]["From"] == settings.DEFAULT_FROM_EMAIL
    assert mail_server.letters[0]["Bcc"] is None


def test_a_name_of_several_lines_cannot_add_headers(mail_server, inquiry, run_jobs):
    Inquiry.objects.update(name="Sample\r\nBcc: all@example.org")
    run_jobs()
    assert mail_server.letters[0]["Bcc"] is None
    assert [line.lower() for line in mail_server.said if line.upper().startswith("RCPT")] == [
        "rcpt to:<sender@example.com>"
    ]


def test_the_desk_is_told_of_a_new_message_by_its_number_alone(mail_server, clerk, send, run_jobs):
    send()
    run_jobs()
    (letter,) = to(mail_server, "desk@example.org")
    assert Inquiry.objects.get().number in letter["Subject"]
    assert not [word for word in ("Sample", "sender@", "crane") if word in letter.as_string()]


def test_who_gets_a_message_is_told_and_hears_when_its_sender_answers(
    mail_server, inquiry, clerk, make_member, run_jobs
):
    chief = make_member("desk", username="chief")
    handling.assign(inquiry, to=clerk, by=chief, seen=None)
    by_sender.answer(inquiry, text="A crane.", submission=uuid.uuid4())
    run_jobs()
    subjects = [letter["Subject"] for letter in to(mail_server, "desk@example.org")]
    assert len(subjects) == 2
    assert all(inquiry.number in subject for subject in subjects)


def test_a_message_that_is_passed_on_takes_its_sender_along(mail_server, agreed, clerk, run_jobs):
    handling.hand_on(
        agreed, park=None, body="Longxing park", email="park@example.org", is_abroad=False, note="", by=clerk
    )
    run_jobs()
    text = plain(to(mail_server, "park@example.org")[0])
    assert "sender@example.com" in text and "with a crane" in text
    assert agreed.secret not in text


def test_a_consent_that_is_withdrawn_in_time_stops_the_letter(mail_server, agreed, clerk, run_jobs):
    handling.hand_on(
        agreed, park=None, body="Longxing park", email="park@example.org", is_abroad=False, note="", by=clerk
    )
    by_sender.withdraw(agreed, kind="forwarding")
    run_jobs()
    assert to(mail_server, "park@example.org") == []
    assert Letter.objects.get(kind="handover").state == "dropped"


def test_a_letter_that_the_server_did_not_take_is_tried_again_later(mail_server, inquiry, run_jobs):
    mail_server.refusals = 1
    run_jobs()
    later = DBTaskResult.objects.get(status=TaskResultStatus.READY)
    assert later.run_after > timezone.now()
    DBTaskResult.objects.filter(pk=later.pk).update(run_after=timezone.now())
    run_jobs()
    assert len(to(mail_server, "sender@example.com")) == 1


def test_a_letter_that_is_given_up_is_seen_at_the_desk_and_can_be_tried_again(
    mail_server, inquiry, run_jobs, log_in
):
    mail_server.refusals = len(PAUSES) + 1
    for _time in range(len(PAUSES) + 1):
        DBTaskResult.objects.filter(status=TaskResultStatus.READY).update(run_after=timezone.now())
        run_jobs()
    letter = Letter.objects.get()
    assert letter.state == "failed"
    desk = log_in("desk")
    assert inquiry.number in desk.get("/admin/inquiries/inquiry/?clock=mail").content.decode()
    desk.post(f"/admin/inquiries/inquiry/{inquiry.pk}/change/", {"deed": "resend", "letter": letter.pk})
    run_jobs()
    assert len(to(mail_server, "sender@example.com")) == 1


def test_a_letter_goes_out_once_however_often_its_job_runs(mail_server, inquiry, run_jobs):
    for _time in range(3):
        letters.send.enqueue(Letter.objects.get().pk)
    run_jobs()
    assert len(mail_server.letters) == 1


def test_a_deed_that_was_taken_back_sends_nothing(mail_server, inquiry, clerk, run_jobs):
    run_jobs()
    with transaction.atomic():
        handling.reply(inquiry, text="x", step="final", by=clerk, submission=uuid.uuid4())
        transaction.set_rollback(True)
    run_jobs()
    assert len(mail_server.letters) == 1


def test_a_letter_whose_job_died_with_its_worker_is_ordered_again(mail_server, inquiry, run_jobs):
    DBTaskResult.objects.all().delete()
    assert letters.order_left() == 0
    Letter.objects.update(ordered_at=timezone.now() - timedelta(hours=25))
    assert letters.order_left() == 1
    run_jobs()
    assert len(to(mail_server, "sender@example.com")) == 1
    assert letters.order_left() == 0
