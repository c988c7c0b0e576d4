"""What the desk does, and what it cannot do."""

import re
import uuid

import pytest
from django.test import Client

from inquiries.desk import handling
from inquiries.models import Entry, Handover, Inquiry, Letter, ReplyTemplate
from publishing.models import AuditEntry
from tests.factories import make_park

LIST = "/admin/inquiries/inquiry/"


@pytest.fixture
def desk(log_in):
    return log_in("desk")


@pytest.fixture
def page(desk, inquiry):
    """A function that sends a deed to the page of the message: ``page("note", text="…")``."""

    def send_one(deed, client=desk, subject=inquiry, **data):
        return client.post(f"{LIST}{subject.pk}/change/", {"deed": deed, **data}, follow=True)

    return send_one


def fields_of(client, inquiry):
    """The hidden fields of the reply form as a colleague has it open."""
    text = client.get(f"{LIST}{inquiry.pk}/change/").content.decode()
    form = text.partition('id="case-reply"')[2].partition("</form>")[0]
    return dict(re.findall(r'<input type="hidden" name="(submission|seen)"(?: value="([^"]*)")?', form))


def reply(page, client, inquiry, **data):
    return page(
        "reply", **{"text": "Longxing has one.", "step": "final", **fields_of(client, inquiry), **data}
    )


def test_of_two_colleagues_who_take_a_message_at_once_one_wins_and_the_other_is_told(make_member, inquiry):
    li, wang = make_member("desk", username="li"), make_member("desk", username="wang")
    clients = {person: Client() for person in (li, wang)}
    answers = {}
    for person, client in clients.items():
        client.force_login(person)
        data = {"deed": "assign", "to": person.pk, "seen": ""}
        answers[person] = client.post(f"{LIST}{inquiry.pk}/change/", data, follow=True).content.decode()
    inquiry.refresh_from_db()
    assert inquiry.assigned_to == li
    assert inquiry.state == "assigned"
    assert "Li has already taken this message" in answers[wang]


def test_a_message_is_given_to_the_desk_only(page, inquiry, make_member):
    editor = make_member("editor")
    assert "is not on the investment desk" in page("assign", to=editor.pk, seen="").content.decode()
    inquiry.refresh_from_db()
    assert inquiry.assigned_to is None


def test_several_messages_are_taken_from_the_list(desk, send, inquiry, written_ticket):
    desk.post(LIST, {"action": "take", "_selected_action": [inquiry.pk]})
    inquiry.refresh_from_db()
    assert inquiry.assigned_to.username == "desk"


def test_a_reply_answers_and_is_ordered_as_a_letter(page, desk, inquiry):
    reply(page, desk, inquiry)
    inquiry.refresh_from_db()
    assert (inquiry.state, inquiry.assigned_to.username) == ("answered", "desk")
    assert Letter.objects.filter(kind="reply", entry__text="Longxing has one.").count() == 1


def test_a_reply_that_is_sent_twice_is_written_once(page, desk, inquiry):
    fields = fields_of(desk, inquiry)
    for _time in range(2):
        page("reply", text="Longxing has one.", step="final", **fields)
    assert Entry.objects.count() == Letter.objects.filter(kind="reply").count() == 1


def test_a_reply_waits_when_a_colleague_has_written_meanwhile_and_keeps_its_text(
    page, desk, inquiry, make_member
):
    fields = fields_of(desk, inquiry)
    other = make_member("desk", username="other")
    handling.reply(inquiry, text="I know.", step="interim", by=other, submission=uuid.uuid4())
    text = page("reply", text="My long reply.", step="final", **fields).content.decode()
    assert "Something new has been written in the meantime" in text
    assert "My long reply." in text
    assert Entry.objects.count() == 1
    seen = re.search(r'name="seen" value="(\d+)"', text.partition('id="case-reply"')[2])[1]
    page("reply", text="My long reply.", step="final", **{**fields, "seen": seen})
    assert Entry.objects.count() == 2


@pytest.mark.parametrize(
    ("deed", "data", "words"),
    [
        ("reply", {"text": "Typed for an hour."}, "Typed for an hour."),
        ("reply", {"text": "x" * 6000, "step": "final"}, "x" * 6000),
        ("hand_on", {"note": "Please help."}, "Please help."),
        ("note", {"text": "With a\0 gap", "submission": uuid.uuid4()}, "With a gap"),
    ],
)
def test_a_refused_form_keeps_what_was_typed(page, agreed, deed, data, words):
    answer = page(deed, subject=agreed, **{"submission": uuid.uuid4(), **data})
    assert words in answer.content.decode()
    assert Entry.objects.count() == Handover.objects.count() == 0


def test_a_note_is_never_mailed_shown_or_exported(page, inquiry, visitor):
    page("note", text="Rather a broker.", submission=uuid.uuid4())
    assert Entry.objects.get().kind == "note"
    assert not Letter.objects.exclude(kind="acknowledged").exists()
    visitor.post("/en/inquiries/track/", {"number": inquiry.number, "secret": inquiry.secret})
    assert "broker" not in visitor.get("/en/inquiries/status/").content.decode()
    copy = visitor.post("/en/inquiries/status/", {"number": inquiry.number, "deed": "copy"})
    assert "broker" not in copy.content.decode()


def test_a_closed_message_is_opened_before_it_is_answered(page, desk, inquiry):
    fields = fields_of(desk, inquiry)
    page("close", outcome="not-pursued")
    assert "Reopen it before" in page("reply", text="Late.", step="final", **fields).content.decode()
    page("reopen")
    page("reply", text="Late.", step="final", **fields)
    assert Entry.objects.count() == 1


def test_a_message_is_handed_on_with_consent_alone(page, inquiry):
    text = page("hand_on", body="Longxing park", email="park@example.org").content.decode()
    assert "has not agreed to the message being passed on" in text
    assert Handover.objects.count() == 0


def test_a_message_goes_abroad_with_a_consent_of_its_own(page, agreed):
    data = {"body": "Office in Frankfurt", "email": "office@example.org", "is_abroad": "on"}
    assert (
        "has not agreed to data being sent abroad" in page("hand_on", subject=agreed, **data).content.decode()
    )
    Inquiry.objects.update(may_send_abroad=True)
    page("hand_on", subject=agreed, **data)
    assert Handover.objects.get().is_abroad


def test_a_message_is_handed_on_to_a_park_of_the_directory(page, agreed):
    park = make_park(name_en="Longxing park")
    page("hand_on", subject=agreed, park=park.pk, email="park@example.org")
    assert Handover.objects.get().body == "Longxing park"


def test_a_template_is_filled_in_the_language_of_the_sender(page, inquiry):
    ReplyTemplate.objects.create(
        name="Halls", body_en="Dear {name}, about {number}: {unknown}", body_zh_hans="{name}您好，{number}"
    )
    template = ReplyTemplate.objects.get()
    answer = page("template", template=template.pk, text="Typed before.", submission=uuid.uuid4())
    text = answer.content.decode().partition('id="case-reply"')[2]
    assert f"Typed before.\n\nDear Sample Sender, about {inquiry.number}: {{unknown}}" in text


@pytest.mark.parametrize(("of_template", "chosen"), [("interim", "interim"), ("", "question")])
def test_a_template_chooses_its_kind_of_reply_and_leaves_the_choice_when_it_has_none(
    page, of_template, chosen
):
    template = ReplyTemplate.objects.create(
        name="Received", step=of_template, body_en="Yes.", body_zh_hans="好。"
    )
    answer = page("template", template=template.pk, step="question", submission=uuid.uuid4())
    assert [
        radio.data["value"] for radio in answer.context["reply_form"]["step"] if radio.data["selected"]
    ] == [chosen]


@pytest.mark.parametrize(
    ("english", "chinese", "field"),
    [
        ("Dear {nome}", "{name}您好", "body_en"),
        ("Dear {name}", "您好", "body_zh_hans"),
        ("Dear {name.__class__}", "{name}您好", "body_en"),
    ],
)
def test_placeholders_of_a_template_are_checked(log_in, english, chinese, field):
    answer = log_in("admin").post(
        "/admin/inquiries/replytemplate/add/", {"name": "x", "body_en": english, "body_zh_hans": chinese}
    )
    assert list(answer.context["adminform"].form.errors) == [field]


def test_every_deed_is_on_record_without_a_word_of_what_was_written(page, desk, agreed):
    client_data = {"subject": agreed}
    page("note", text="Secret note.", submission=uuid.uuid4(), **client_data)
    page("hand_on", body="Longxing park", email="park@example.org", **client_data)
    page("close", outcome="won", **client_data)
    entries = list(AuditEntry.objects.order_by("pk"))
    assert [entry.action for entry in entries if entry.action != "inquiries.opened"] == [
        "inquiries.noted",
        "inquiries.handed_on",
        "inquiries.closed",
    ]
    told = "".join(f"{entry.record_name}{entry.old}{entry.new}{entry.reason}" for entry in entries)
    assert not [word for word in ("Sample", "sender@example.com", "Secret note", "crane") if word in told]


def test_a_deed_that_nobody_knows_changes_nothing(page):
    assert "no action was chosen" in page("destroy").content.decode()


def test_a_message_that_was_erased_meanwhile_is_told_politely(page, inquiry, monkeypatch):
    monkeypatch.setattr(handling, "locked", lambda pk: Inquiry.objects.get(pk=-1))
    assert "has since been erased" in page("close", outcome="won").content.decode()


def test_the_form_of_a_template_leads_nowhere_but_to_the_newsroom(log_in):
    template = ReplyTemplate.objects.create(name="Halls", body_en="Yes.", body_zh_hans="有。")
    text = log_in("admin").get(f"/admin/inquiries/replytemplate/{template.pk}/change/").content.decode()
    assert 'class="viewsitelink"' not in text
