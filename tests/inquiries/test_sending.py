"""From the form to the receipt."""

import re
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from uuid import UUID

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from inquiries.models import Inquiry
from inquiries.sending import consent
from inquiries.sending.receipts import receipt_for
from inquiries.sending.tickets import LONGEST, Ticket
from tests.factories import make_enterprise, make_industry

BOTH = pytest.mark.parametrize("page", ["en", "zh-hans"])


@BOTH
def test_a_message_is_stored_numbered_and_thanked_for(send, visitor, page):
    answer = send(page=page)
    inquiry = Inquiry.objects.get()
    thanks = visitor.get(answer["Location"])
    assert re.fullmatch(r"LJ-\d{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}", inquiry.number)
    assert answer.status_code == 302
    assert answer["Location"].startswith(f"/{page}/inquiries/sent/")
    assert inquiry.number in thanks.content.decode()


def test_everything_that_was_filled_in_is_kept_as_it_was_written(send):
    industry, enterprise = make_industry(), make_enterprise()
    send(industry=industry.slug, enterprise=enterprise.slug, language="zh-hans")
    inquiry = Inquiry.objects.get()
    assert inquiry.message == "We look for a hall of 3,000 m² with a crane.\nWhich park has one?"
    assert (inquiry.topic, inquiry.project_size, inquiry.language) == ("site", "10m-100m", "zh-hans")
    assert (inquiry.industry, inquiry.enterprise) == (industry, enterprise)
    assert (inquiry.name, inquiry.organisation) == ("Sample Sender", "Sample Company")
    assert (inquiry.country_or_region, inquiry.email) == ("DE", "sender@example.com")
    assert (inquiry.phone, inquiry.state) == ("+49 30 000000", "received")


def test_consent_is_stored_with_its_version_and_moment_and_the_day_of_erasure(send):
    send()
    inquiry = Inquiry.objects.get()
    today = timezone.localdate(inquiry.received_at)
    assert inquiry.consent_text_version == consent.VERSION
    assert inquiry.consented_at == inquiry.received_at
    assert (inquiry.erase_on.year, inquiry.erase_on.month) == (today.year + 1, today.month)
    assert inquiry.erase_on > date(2026, 1, 1)


@pytest.mark.parametrize(("box", "may_forward"), [(None, False), ("on", True)])
def test_passing_a_message_on_needs_a_consent_of_its_own(send, box, may_forward):
    send(may_forward=box)
    assert Inquiry.objects.get().may_forward is may_forward


def test_no_box_is_ticked_before_the_visitor_ticks_it(visitor):
    text = visitor.get("/en/inquiries/new/").content.decode()
    boxes = re.findall(r"<input[^>]*type=\"checkbox\"[^>]*>", text)
    assert len(boxes) == 3
    assert not [box for box in boxes if "checked" in box]


def test_sending_the_same_form_twice_gives_one_message_and_one_number(send):
    first, second = send(), send()
    assert Inquiry.objects.count() == 1
    assert first["Location"].rpartition("/inquiries/sent/")[2][:17] in second["Location"]


@pytest.mark.django_db(transaction=True)
def test_a_double_click_gives_one_message(send):
    def click(_number):
        try:
            return send(client=Client()).status_code
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as clicks:
        assert list(clicks.map(click, range(4))) == [302] * 4
    assert Inquiry.objects.count() == 1


def test_another_text_in_a_form_that_was_sent_is_asked_about_and_then_gets_its_own_number(send):
    send()
    answer = send(message="A further question.")
    text = answer.content.decode()
    assert Inquiry.objects.count() == 1
    assert Inquiry.objects.get().number in text
    assert "A further question." in text
    ticket = re.search(r'name="ticket" value="([^"]+)"', text)[1]
    fresh = Ticket.read(ticket)
    send(ticket=Ticket(fresh.submission, time.time() - 60), message="A further question.")
    assert Inquiry.objects.count() == 2


def test_a_form_that_was_open_for_two_days_keeps_its_words_and_asks_to_send_again(send, monkeypatch):
    old = str(Ticket.issue())
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + LONGEST + 60)
    text = send(ticket=old).content.decode()
    assert Inquiry.objects.count() == 0
    assert "crane" in text
    assert "more than a day" in text


@pytest.mark.parametrize("ticket", ["", "x", "eyJhIjoxfQ:1:forged", "\0"])
def test_a_forged_ticket_stores_nothing(send, ticket):
    assert send(ticket=ticket).status_code == 200
    assert Inquiry.objects.count() == 0


def test_a_number_that_is_taken_is_not_given_again(send, monkeypatch):
    send()
    taken = Inquiry.objects.get().number
    numbers = iter([taken, "LJ-2026-0000-0001"])
    monkeypatch.setattr("inquiries.actions.new_number", lambda at: next(numbers))
    send(ticket=Ticket(UUID(int=1), time.time() - 60))
    assert set(Inquiry.objects.values_list("number", flat=True)) == {taken, "LJ-2026-0000-0001"}


def test_the_receipt_holds_nothing_personal_and_is_kept_by_nobody(send, visitor):
    thanks = visitor.get(send()["Location"])
    text = thanks.content.decode()
    assert "no-store" in thanks["Cache-Control"]
    assert "private" in thanks["Cache-Control"]
    assert "noindex" in thanks["X-Robots-Tag"]
    assert not [word for word in ("Sample Sender", "sender@example.com", "crane") if word in text]


@pytest.mark.parametrize(
    "receipt", ["LJ-2026-0000-0000", "LJ-2026-0000-0000:1vXyZa:forged", "%00", "x" * 500]
)
def test_a_number_without_our_signature_shows_no_receipt(visitor, receipt):
    assert visitor.get(f"/en/inquiries/sent/{receipt}/").status_code == 404


def test_the_receipt_of_an_erased_message_is_gone(visitor):
    assert visitor.get(f"/en/inquiries/sent/{receipt_for('LJ-2026-0000-0000')}/").status_code == 404


def test_the_receipt_closes_after_an_hour(send, visitor, monkeypatch):
    address = send()["Location"]
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + 3601)
    assert visitor.get(address).status_code == 404


@BOTH
def test_the_form_is_kept_by_no_cache(visitor, send, page):
    assert "no-store" in visitor.get(f"/{page}/inquiries/new/")["Cache-Control"]
    assert "no-store" in send(page=page, email="")["Cache-Control"]


def test_a_form_without_its_token_is_refused(send, db):
    strict = Client(enforce_csrf_checks=True)
    assert send(client=strict).status_code == 403
    assert Inquiry.objects.count() == 0


def test_the_form_costs_as_many_queries_with_forty_industries_as_with_one(visitor):
    def queries():
        with CaptureQueriesContext(
            connection,
        ) as captured:
            visitor.get("/en/inquiries/new/")
        return len(captured)

    make_industry()
    few = queries()
    for _place in range(40):
        make_industry()
    assert queries() == few <= 8
