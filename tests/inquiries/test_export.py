"""The list of the desk as a file."""

import csv
import io

import pytest
from openpyxl import load_workbook

from inquiries.models import Inquiry
from publishing.models import AuditEntry

EXPORT = "/admin/inquiries/inquiry/export/"
LIVE = '=HYPERLINK("http://example.org")'


def cells(answer, form):
    data = b"".join(answer.streaming_content)
    if form == "xlsx":
        return [list(row) for row in load_workbook(io.BytesIO(data)).active.iter_rows(values_only=True)]
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_no_cell_is_carried_out(log_in, send, form):
    send(name=LIVE, organisation="+49 1", phone="+49 30 000000")
    rows = cells(log_in("desk").post(EXPORT, {"form": form, "senders": "yes"}), form)
    assert f"'{LIVE}" in rows[1]
    assert not [cell for cell in rows[1] if cell and str(cell)[0] in "=+-@"]


def test_names_are_left_out_unless_they_are_asked_for_and_messages_always(log_in, inquiry):
    rows = cells(log_in("desk").post(EXPORT, {"form": "csv"}), "csv")
    assert rows[1][0] == inquiry.number
    assert not [word for word in ("Sample", "sender@", "crane") if word in str(rows)]


def test_what_is_filtered_is_exported_and_on_record(log_in, inquiry):
    desk = log_in("desk")
    assert len(cells(desk.post(f"{EXPORT}?state__exact=closed", {"form": "csv"}), "csv")) == 1
    assert len(cells(desk.post(f"{EXPORT}?state__exact=received&to=nobody", {"form": "csv"}), "csv")) == 2
    entries = AuditEntry.objects.filter(action="inquiries.exported").order_by("pk")
    assert [(entry.person_name, entry.new["messages"], entry.new["senders"]) for entry in entries] == [
        ("desk", 0, False),
        ("desk", 1, False),
    ]


def test_a_link_exports_nothing(log_in, inquiry):
    assert log_in("desk").get(EXPORT).status_code == 404
    assert not AuditEntry.objects.exists()


def test_a_message_that_comes_meanwhile_does_not_break_an_export(log_in, inquiry):
    answer = log_in("desk").post(EXPORT, {"form": "csv"})
    Inquiry.objects.all().delete()
    assert cells(answer, "csv")[0]
