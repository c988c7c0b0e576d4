"""Twelve months later, or when its sender asks for it: nothing of a person is left."""

import logging
import tempfile
import time
import uuid
from datetime import timedelta
from io import StringIO

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from inquiries import actions
from inquiries.desk import handling
from inquiries.models import Inquiry, Letter
from inquiries.sending.tickets import Ticket
from publishing.models import AuditEntry
from tests.inquiries.documents import pdf, upload
from tests.services import traces


@pytest.fixture
def make_inquiry(send):
    """A function that stores a message whose day of erasure lies some days from today."""

    def make(days):
        send()
        inquiry = Inquiry.objects.get()
        inquiry.erase_on = timezone.localdate() + timedelta(days=days)
        inquiry.save(update_fields=["erase_on"])
        return inquiry

    return make


def erase(**options):
    out = StringIO()
    call_command("erase_inquiries", stdout=out, **options)
    return out.getvalue()


@pytest.mark.parametrize(("days", "left"), [(-1, 0), (0, 0), (1, 1)])
def test_a_message_is_erased_when_its_day_has_come(make_inquiry, days, left):
    make_inquiry(days)
    assert f"{1 - left} messages erased" in erase()
    assert Inquiry.objects.count() == left


def test_a_dry_run_counts_and_erases_nothing(make_inquiry):
    make_inquiry(-1)
    assert "1 messages are due" in erase(dry_run=True)
    assert Inquiry.objects.count() == 1


PERSON = {
    "name": "Quirina Zwetschgenbaum",
    "email": "quirina@zwetschge.example",
    "phone": "+49 30 7654321",
    "organisation": "Zwetschgen Works",
    "message": "Wir suchen eine Halle, Quirina.",
}
TRACES = ("quirina", "zwetschge", "7654321", "obstgarten")


@pytest.mark.parametrize("is_expired", [False, True])
@pytest.mark.parametrize("mail_is_down", [False, True])
def test_after_an_erasure_no_trace_of_the_person_is_anywhere(
    send,
    visitor,
    log_in,
    mail_server,
    run_jobs,
    private_root,
    tmp_path,
    caplog,
    django_capture_on_commit_callbacks,
    mail_is_down,
    is_expired,
    monkeypatch,
):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    caplog.set_level(logging.DEBUG)
    mail_server.refusals = 100 if mail_is_down else 0
    with django_capture_on_commit_callbacks(execute=True):
        send(**PERSON, may_forward="on", files=[upload("Obstgarten.pdf", pdf(b"/Title (Obstgarten)"))])
    inquiry = Inquiry.objects.get()
    desk = log_in("desk")
    page = f"/admin/inquiries/inquiry/{inquiry.pk}/change/"
    desk.get(page)
    desk.get("/admin/search/?q=Quirina"), desk.get("/admin/inquiries/inquiry/?q=Quirina")
    for form in ("xlsx", "csv"):
        taken = desk.post("/admin/inquiries/inquiry/export/", {"form": form, "senders": "yes"})
        assert b"".join(taken.streaming_content)
    desk.post(page, {"deed": "note", "text": "Quirina rang.", "submission": uuid.uuid4()})
    desk.post(
        page,
        {"deed": "reply", "text": "Liebe Quirina", "step": "final", "submission": uuid.uuid4(), "seen": ""},
    )
    desk.post(page, {"deed": "hand_on", "body": "Longxing park", "email": "park@example.org"})
    visitor.post("/en/inquiries/track/", {"number": inquiry.number, "secret": inquiry.secret})
    status = "/en/inquiries/status/"
    data = {"number": inquiry.number, "deed": "answer", "text": "Danke, Quirina", "submission": uuid.uuid4()}
    visitor.post(status, data)
    run_jobs()
    assert len(traces.in_database(TRACES)) > 5
    assert traces.in_folder(private_root, TRACES)
    assert Letter.objects.filter(state="sent").exists() is not mail_is_down

    with django_capture_on_commit_callbacks(execute=True):
        if is_expired:
            Inquiry.objects.update(erase_on=timezone.localdate())
            erase()
        else:
            visitor.post(status, {"number": inquiry.number, "deed": "erase", "sure": "yes"})
    run_jobs()
    assert not Inquiry.objects.exists()
    assert traces.in_database(TRACES) == []
    assert traces.in_folder(tmp_path, TRACES) == []
    assert traces.in_caches(TRACES) == []
    assert not [trace for trace in TRACES if trace in caplog.text.casefold()]
    told = AuditEntry.objects.filter(kind="inquiries.inquiry").values_list("action", flat=True)
    assert {"inquiries.opened", "inquiries.handed_on", "inquiries.erased"} <= set(told)


def test_every_table_of_the_desk_forgets_with_the_message(inquiry):
    """A table that is added later and keeps its rows is found here."""
    kept = {"Measure", "ConsentText", "ReplyTemplate", "Inquiry"}
    for model in apps.get_app_config("inquiries").get_models():
        if model.__name__ in kept:
            continue
        assert model._meta.get_field("inquiry").remote_field.on_delete.__name__ == "CASCADE"


def test_one_who_looks_at_the_state_of_an_erased_message_finds_nothing(inquiry, visitor):
    number, secret = inquiry.number, inquiry.secret
    handling.locked(inquiry.pk).delete()
    answer = visitor.post("/en/inquiries/track/", {"number": number, "secret": secret})
    assert "do not match" in answer.content.decode()


def test_an_expired_message_is_erased_with_a_record_of_it(make_inquiry):
    inquiry = make_inquiry(-1)
    erase()
    entry = AuditEntry.objects.get(action="inquiries.erased")
    assert (entry.record_name, entry.reason, entry.person) == (inquiry.number, "its day had come", None)


@pytest.mark.django_db(transaction=True)
def test_the_database_file_holds_no_trace_either(send):
    send(**PERSON)
    for place in range(30):
        send(ticket=Ticket(uuid.uuid4(), time.time() - 60), message=f"Another message {place} " + "x" * 900)
    assert traces.in_database_files(TRACES) or connection.vendor != "sqlite"
    actions.erase(Inquiry.objects.get(name=PERSON["name"]), reason="asked for")
    assert traces.in_database(TRACES) == []
    assert traces.in_database_files(TRACES) == []
