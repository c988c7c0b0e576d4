"""What the form does not take, and how it says so."""

import re

import pytest
from django.test import Client
from django.utils.html import escape
from django.utils.translation import gettext, override

from inquiries import limits
from inquiries.models import Inquiry
from inquiries.sending.tickets import Ticket

REQUIRED = {
    "topic": "Choose a topic.",
    "message": "Write your message.",
    "name": "Enter your name.",
    "country_or_region": "Choose a country or region.",
    "email": "Enter an e-mail address so that we can answer you.",
    "language": "Choose a language.",
    "consent": "The desk may read your message only with your consent.",
}


def error_beside(answer, field):
    """The text of the errors that a field points at."""
    text = answer.content.decode()
    found = re.search(rf'<div id="id_{field}_error">(.*?)</div>', text, re.S)
    return re.sub(r"<[^>]+>", "", found[1]).strip() if found else ""


@pytest.mark.parametrize("page", ["en", "zh-hans"])
@pytest.mark.parametrize(("field", "words"), REQUIRED.items())
def test_what_is_missing_is_said_beside_its_field_in_the_language_of_the_page(send, field, words, page):
    answer = send(page=page, **{field: None})
    with override(page):
        assert error_beside(answer, field) == escape(gettext(words))
    assert Inquiry.objects.count() == 0


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("email", "sender@example.com\nBcc: all@example.com", "Write the e-mail address on one line."),
        ("email", "nobody", "This is not an e-mail address."),
        ("name", "Sample\nSender", "Enter this on one line."),
        ("organisation", "Sample\r\nX-Header: 1", "Enter this on one line."),
        ("name", "x" * 101, "Enter no more than 100 characters; you have entered 101."),
        ("message", "x" * 200_000, "Enter no more than 5000 characters; you have entered 200000."),
        ("message", "before\0after", "A character that cannot be stored was removed."),
        ("name", "Sa\0mple", "A character that cannot be stored was removed."),
        ("phone", "call me", "Enter the number in digits"),
        ("country_or_region", "QQ", "Choose a country or region."),
        ("topic", "money", "Choose a topic."),
        ("project_size", "huge", "Choose a size"),
        ("industry", "no-such-industry", "Choose an industry from the list."),
    ],
)
def test_what_cannot_be_right_is_refused_beside_its_field(send, field, value, words):
    answer = send(**{field: value})
    assert answer.status_code == 200
    assert words in error_beside(answer, field)
    assert Inquiry.objects.count() == 0


def test_everything_that_was_typed_is_still_there_after_a_refusal(send):
    text = send(email="nobody", may_forward="on").content.decode()
    for words in ("Sample Sender", "Sample Company", "nobody", "with a crane.\nWhich park", "+49 30 000000"):
        assert words in text
    assert re.search(r'value="DE"\s+selected', text)
    checked = [re.search(r'name="(\w+)"', box)[1] for box in re.findall(r"<input[^>]*checked[^>]*>", text)]
    assert sorted(checked) == ["consent", "language", "may_forward", "project_size", "topic"]


def test_a_refused_text_of_200_000_characters_comes_back_whole(send):
    assert "x" * 200_000 in send(message="x" * 200_000).content.decode()


def test_a_character_that_no_page_can_hold_does_not_come_back(send):
    assert "\0" not in send(message="before\0after").content.decode()


def test_a_body_beyond_all_forms_is_refused_unread(send):
    assert send(message="x" * 33 * 2**20).status_code == 400


def test_the_summary_leads_to_every_field_in_question(send):
    text = send(email="", name="").content.decode()
    assert "2 answers need another look" in text
    assert 'href="#id_name"' in text
    assert 'href="#id_email"' in text


def test_line_breaks_of_browsers_count_once(send):
    assert send(message="x\r\n" * 2500).status_code == 302


def test_full_width_letters_and_digits_are_understood(send):
    send(email="ｓｅｎｄｅｒ＠ｅｘａｍｐｌｅ．ｃｏｍ", phone="＋８６ ２３ ００００００００")
    inquiry = Inquiry.objects.get()
    assert (inquiry.email, inquiry.phone) == ("sender@example.com", "+86 23 00000000")


def test_markup_in_a_message_comes_back_as_text(send):
    text = send(message="<script>alert(1)</script>", email="").content.decode()
    assert "<script>alert(1)" not in text
    assert "&lt;script&gt;alert(1)" in text


def test_an_enterprise_that_is_not_public_does_not_stop_a_message(send):
    assert send(enterprise="no-such-enterprise").status_code == 302
    assert Inquiry.objects.get().enterprise is None


def test_a_program_that_fills_in_every_field_is_not_heard(send):
    answer = send(website="https://example.com/")
    assert "as if a program sent" in answer.content.decode()
    assert Inquiry.objects.count() == 0


def test_a_form_that_comes_back_at_once_is_asked_for_again(send):
    answer = send(ticket=Ticket.issue())
    assert "as if a program sent" in answer.content.decode()
    assert "with a crane" in answer.content.decode()
    assert Inquiry.objects.count() == 0


def tickets(count, written_ticket):
    return [Ticket(Ticket.issue().submission, written_ticket.issued_at) for _place in range(count)]


def test_one_message_too_many_in_an_hour_waits_and_keeps_its_words(send, written_ticket):
    answers = [
        send(ticket=ticket, message=f"We look for a hall with a crane, number {place}.")
        for place, ticket in enumerate(tickets(limits.MESSAGES.most + 1, written_ticket))
    ]
    assert [answer.status_code for answer in answers] == [302] * limits.MESSAGES.most + [429]
    assert 0 < int(answers[-1]["Retry-After"]) <= 3600
    assert "with a crane" in answers[-1].content.decode()
    assert Inquiry.objects.count() == limits.MESSAGES.most


def test_neighbours_are_counted_apart(send, written_ticket):
    for place, ticket in enumerate(tickets(limits.MESSAGES.most, written_ticket)):
        send(ticket=ticket, message=f"Question {place}")
    assert send(meta={"REMOTE_ADDR": "192.0.2.7"}, ticket=written_ticket).status_code == 302


def test_a_refusal_by_the_form_is_not_counted(send, written_ticket):
    for _place in range(limits.MESSAGES.most + 1):
        send(email="")
    assert send(ticket=written_ticket).status_code == 302


def test_other_methods_are_not_answered(visitor):
    assert visitor.put("/en/inquiries/new/").status_code == 405
    assert Client().delete("/en/inquiries/new/").status_code == 405


def test_the_same_text_from_many_networks_is_taken_a_few_times_and_then_kept_for_its_sender(
    send, written_ticket
):
    answers = [
        send(
            ticket=ticket,
            message="Buy our  PILLS!" if place % 2 else "buy our pills",
            meta={"REMOTE_ADDR": f"192.0.2.{place}"},
        )
        for place, ticket in enumerate(tickets(limits.SAME_TEXTS.most + 1, written_ticket))
    ]
    assert [answer.status_code for answer in answers] == [302] * limits.SAME_TEXTS.most + [429]
    assert "PILLS" in answers[-1].content.decode()
