"""What the desk sees of a message, and what is remembered of it."""

import pytest
from django.db import IntegrityError
from django.utils.translation import gettext, override

from inquiries.models import Inquiry
from publishing.audit import auditing
from publishing.models import AuditEntry
from tests.factories import make_enterprise

LIST = "/admin/inquiries/inquiry/"


@pytest.fixture
def desk(log_in):
    return log_in("desk")


def address(inquiry, page="change"):
    return f"{LIST}{inquiry.pk}/{page}/"


def test_each_opening_of_a_message_is_on_record(desk, inquiry):
    for _time in range(2):
        assert "with a crane" in desk.get(address(inquiry)).content.decode()
    entries = AuditEntry.objects.filter(action="inquiries.opened")
    assert [(entry.person_name, entry.record_name) for entry in entries] == [("desk", inquiry.number)] * 2


def test_the_list_shows_no_personal_data_and_records_nothing(desk, inquiry):
    text = desk.get(LIST).content.decode()
    assert inquiry.number in text
    assert not [word for word in ("Sample", "sender@example.com", "+49", "crane") if word in text]
    assert AuditEntry.objects.count() == 0


@pytest.mark.parametrize(("accepts", "language"), [("en", "en"), ("zh-CN", "zh-hans")])
def test_the_history_says_who_opened_a_message_in_the_language_of_the_reader(
    desk, inquiry, accepts, language
):
    desk.get(address(inquiry))
    text = desk.get(address(inquiry, "history"), headers={"accept-language": accepts}).content.decode()
    with override(language):
        assert str(auditing.ACTIONS["inquiries.opened"]) in text
    assert "desk" in text


@pytest.mark.parametrize("query", ["email__startswith=s", "name=Sample+Sender", "message__contains=crane"])
def test_nobody_finds_out_who_wrote_by_filtering_the_list(desk, inquiry, query):
    assert desk.get(f"{LIST}?{query}").status_code == 400


def test_the_list_is_filtered_by_state(desk, inquiry):
    assert inquiry.number in desk.get(f"{LIST}?state__exact=received").content.decode()
    assert inquiry.number not in desk.get(f"{LIST}?state__exact=closed").content.decode()


def test_the_desk_changes_no_word_of_the_sender(desk, inquiry):
    desk.post(address(inquiry), {"deed": "assign", "to": "", "message": "other", "email": "x@example.com"})
    desk.post(address(inquiry), {"state": "answered", "message": "other"})
    inquiry.refresh_from_db()
    assert inquiry.state == "received"
    assert "crane" in inquiry.message
    assert inquiry.email == "sender@example.com"


def test_a_message_is_closed_with_an_outcome(desk, inquiry):
    answer = desk.post(address(inquiry), {"deed": "close", "outcome": ""})
    assert "Say what the outcome was." in answer.content.decode()
    desk.post(address(inquiry), {"deed": "close", "outcome": "referred"})
    inquiry.refresh_from_db()
    assert (inquiry.state, inquiry.outcome, inquiry.due_at) == ("closed", "referred", None)


@pytest.mark.parametrize(("state", "outcome"), [("closed", ""), ("received", "won")])
def test_the_database_knows_no_outcome_of_an_open_message(inquiry, state, outcome):
    with pytest.raises(IntegrityError):
        Inquiry.objects.filter(pk=inquiry.pk).update(state=state, outcome=outcome)


def test_the_desk_neither_adds_nor_deletes(desk, inquiry):
    assert desk.get(f"{LIST}add/").status_code == 403
    assert desk.post(address(inquiry, "delete"), {"post": "yes"}).status_code == 403
    desk.post(LIST, {"action": "delete_selected", "_selected_action": [inquiry.pk], "post": "yes"})
    assert Inquiry.objects.count() == 1


@pytest.mark.parametrize("role", ["editor", "translator", "reviewer", "publisher"])
def test_nobody_else_sees_a_message(log_in, inquiry, role):
    client = log_in(role)
    assert client.get(LIST).status_code == 403
    assert client.get(address(inquiry)).status_code == 403
    assert client.get(address(inquiry, "history")).status_code == 403
    assert client.post(address(inquiry), {"deed": "note", "text": "x"}).status_code == 403
    assert client.post(f"{LIST}export/").status_code == 403
    assert AuditEntry.objects.count() == 0


def test_the_administrator_can_erase_a_message_and_the_log_keeps_its_number_alone(log_in, inquiry):
    log_in("admin").post(address(inquiry, "delete"), {"post": "yes"})
    assert Inquiry.objects.count() == 0
    entry = AuditEntry.objects.get(action="inquiries.erased")
    assert (entry.record_name, entry.person_name, entry.old, entry.new) == (
        inquiry.number,
        "admin",
        None,
        None,
    )


def test_a_message_outlives_the_enterprise_that_it_is_about(send):
    enterprise = make_enterprise()
    send(enterprise=enterprise.slug)
    enterprise.delete()
    assert Inquiry.objects.get().enterprise is None


def test_the_history_says_states_in_words(desk, inquiry):
    desk.post(address(inquiry), {"deed": "close", "outcome": "not-pursued"})
    text = desk.get(address(inquiry, "history")).content.decode()
    assert "not pursued" in text
    assert "not-pursued" not in text


def test_the_desk_is_told_to_choose_a_template_before_it_is_inserted(desk, inquiry):
    text = desk.post(address(inquiry), {"deed": "template", "text": "Begun."}).content.decode()
    assert "Choose a template first." in text and "Begun." in text


def test_a_refused_form_names_its_fields_at_the_top_of_the_page(desk, inquiry):
    text = desk.post(address(inquiry), {"deed": "close", "outcome": ""}).content.decode()
    assert '<a href="#id_outcome">' in text[: text.index('id="case-message"')]


def test_who_erases_a_message_reads_no_codes(log_in, inquiry):
    page = log_in("admin").get(address(inquiry, "delete"), headers={"accept-language": "zh-CN"})
    text = page.content.decode()
    with override("zh-hans"):
        assert f"{inquiry.number} · {inquiry.consents.get(kind='handling').get_kind_display()}" in text
    assert "· handling" not in text


def test_the_audit_log_says_in_the_language_of_the_reader_why_a_message_was_erased(log_in, inquiry):
    admin = log_in("admin")
    admin.post(address(inquiry, "delete"), {"post": "yes"})
    with override("zh-hans"):
        reason = gettext("erased by hand")
    page = admin.get("/admin/publishing/auditentry/", headers={"accept-language": "zh-CN"})
    assert reason in page.content.decode()
