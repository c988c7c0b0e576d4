"""Files of senders: which are taken, where they lie, who gets them, and when they are gone."""

import re
import uuid
from datetime import timedelta

import pytest
from django.utils import timezone
from PIL import Image

from inquiries.actions import erase
from inquiries.models import Attachment, Inquiry
from inquiries.sending import files
from inquiries.sending.accepting import MAX_BYTES, clean_name
from publishing.models import AuditEntry
from tests.inquiries.documents import office, pdf, picture, upload


def stored(root):
    return sorted(path for path in root.rglob("*") if path.is_file())


@pytest.mark.parametrize(
    ("name", "data", "kept"),
    [
        ("site plan.pdf", pdf(), "site plan.pdf"),
        ("photo.JPG", picture(), "photo.jpg"),
        ("photo.webp", picture("WEBP"), "photo.jpg"),
        ("规划.docx", office(), "规划.docx"),
        ("figures.xlsx", office("xlsx"), "figures.xlsx"),
        ("picture-called.pdf", picture("PNG"), "picture-called.jpg"),
        ("../../etc/passwd.pdf", pdf(), "passwd.pdf"),
    ],
)
def test_a_file_is_kept_by_its_content_under_a_clean_name(send, private_root, name, data, kept):
    assert send(files=[upload(name, data)]).status_code == 302
    attachment = Inquiry.objects.get().attachments.get()
    assert attachment.name == kept
    assert [path.stat().st_mode & 0o077 for path in stored(private_root)] == [0]
    assert stored(private_root)[0].stem == attachment.pk.hex


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("run.exe", b"MZ\x90\x00", "This file cannot be accepted."),
        ("page.html", b"<script>alert(1)</script>", "This file cannot be accepted."),
        ("drawing.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "This file cannot be accepted."),
        ("animation.gif", b"GIF89a" + bytes(20), "This file cannot be accepted."),
        ("empty.pdf", b"", "This file is empty."),
        (
            "deed.pdf",
            pdf(b"/OpenAction << /S /JavaScript /JS (app.alert(1)) >>"),
            "runs an action when it is opened",
        ),
        ("hidden.pdf", pdf(b"/#4aavaScript 1 0 R"), "runs an action when it is opened"),
        ("half.pdf", b"%PDF-1.4\nhalf of it", "This PDF is incomplete."),
        ("macro.docx", office(more={"word/vbaProject.bin": b"x"}), "contains macros"),
        (
            "archive.zip",
            office().replace(b"word/document.xml", b"word/documenx.xml"),
            "This file cannot be accepted.",
        ),
        ("bomb.docx", office(more={"word/bomb.xml": bytes(70 * 2**20)}), "too large when it is unpacked"),
        ("broken.jpg", picture(size=(900, 900))[:-4000], "damaged"),
        ("large.pdf", pdf() + bytes(MAX_BYTES), "larger than 5 MB"),
    ],
)
def test_what_is_not_a_plain_document_is_refused_and_the_text_stays(send, private_root, name, data, words):
    text = send(files=[upload(name, data)]).content.decode()
    assert words in text
    assert name in text
    assert "with a crane" in text
    assert Inquiry.objects.count() == Attachment.objects.count() == 0
    assert stored(private_root) == []


def test_pictures_lose_what_is_hidden_in_them(send, private_root):
    send(files=[upload("photo.jpg", picture())])
    (path,) = stored(private_root)
    assert b"106.5E" not in path.read_bytes()
    with Image.open(path) as kept:
        assert not kept.getexif()


def test_accepted_files_wait_while_the_form_is_corrected(send):
    text = send(email="", files=[upload("plan.pdf", pdf()), upload("bad.exe", b"MZ")]).content.decode()
    assert "plan.pdf" in text and "do not need to choose them again" in text
    assert Attachment.objects.get().inquiry is None
    send()
    assert Inquiry.objects.get().attachments.get().name == "plan.pdf"


def test_a_file_that_waits_can_be_taken_out_again(send, private_root, django_capture_on_commit_callbacks):
    send(email="", files=[upload("plan.pdf", pdf())])
    with django_capture_on_commit_callbacks(execute=True):
        send(drop=str(Attachment.objects.get().pk))
    assert Inquiry.objects.get().attachments.count() == 0
    assert stored(private_root) == []


def test_files_of_another_form_are_neither_shown_nor_taken_out(send):
    files.hold(uuid.uuid4(), upload("plan.pdf", pdf()))
    foreign = Attachment.objects.get()
    text = send(email="", drop=str(foreign.pk)).content.decode()
    assert "plan.pdf" not in text
    assert Attachment.objects.get() == foreign


def test_the_fourth_file_is_refused_and_the_same_one_counts_once(send):
    same = [upload("plan.pdf", pdf()) for _time in range(2)]
    others = [upload(f"{place}.pdf", pdf(b"/X %d" % place)) for place in range(3)]
    assert "up to three files" in send(files=same + others).content.decode()
    assert Attachment.objects.count() == 3


def test_what_all_forms_hold_together_is_bounded(send, monkeypatch):
    monkeypatch.setattr(files, "MOST_HELD", 1)
    files.hold(uuid.uuid4(), upload("plan.pdf", pdf()))
    text = send(files=[upload("other.pdf", pdf(b"/X 1"))]).content.decode()
    assert "No more files can be accepted at the moment" in text


def test_what_nobody_sent_is_removed_after_a_day(private_root, db, django_capture_on_commit_callbacks):
    files.hold(uuid.uuid4(), upload("plan.pdf", pdf()))
    assert files.remove_left() == 0
    Attachment.objects.update(held_at=timezone.now() - timedelta(days=2))
    with django_capture_on_commit_callbacks(execute=True):
        assert files.remove_left() == 1
    assert stored(private_root) == []


def test_a_file_is_gone_with_its_message(send, private_root, django_capture_on_commit_callbacks):
    send(files=[upload("plan.pdf", pdf())])
    with django_capture_on_commit_callbacks(execute=True):
        erase(Inquiry.objects.get(), reason="asked for")
    assert Attachment.objects.count() == 0
    assert stored(private_root) == []


@pytest.fixture
def address(send):
    send(files=[upload("规划 plan.pdf", pdf())])
    inquiry = Inquiry.objects.get()
    return f"/admin/inquiries/inquiry/{inquiry.pk}/file/?key={inquiry.attachments.get().pk}"


def test_the_desk_gets_a_file_as_a_download_and_each_is_on_record(log_in, address):
    answer = log_in("desk").get(address)
    assert b"".join(answer.streaming_content) == pdf()
    assert answer["Content-Disposition"].startswith("attachment;")
    assert answer["Content-Type"] == "application/octet-stream"
    assert "no-store" in answer["Cache-Control"]
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert AuditEntry.objects.filter(action="inquiries.file_opened").count() == 1


@pytest.mark.parametrize("role", ["editor", "publisher", None])
def test_nobody_else_gets_a_file(log_in, visitor, address, role):
    answer = (log_in(role) if role else visitor).get(address)
    assert answer.status_code in (302, 404)
    assert not AuditEntry.objects.filter(action="inquiries.file_opened").exists()


def test_no_public_address_leads_to_a_file(visitor, address, private_root, settings):
    name = Attachment.objects.get().file.name
    for path in (name, f"../private/{name}", f"..%2fprivate%2f{name}"):
        assert visitor.get(f"{settings.MEDIA_URL}{path}").status_code == 404
    with pytest.raises(ValueError, match="no address"):
        Attachment.objects.get().file.url  # noqa: B018


@pytest.mark.parametrize(
    ("name", "clean"),
    [
        ("", "file.pdf"),
        ("..", "file.pdf"),
        ("a\r\nX-Header: 1.pdf", "aX-Header 1.pdf"),
        ("x" * 300 + ".pdf", "x" * 60 + ".pdf"),
    ],
)
def test_a_name_is_never_empty_and_never_long(name, clean):
    assert clean_name(name, "pdf") == clean


def test_a_body_of_many_megabytes_is_refused_before_it_is_read(visitor):
    answer = visitor.post("/en/inquiries/track/", {"number": "x" * 300_000})
    assert answer.status_code == 400
    assert re.search(r"<h1", answer.content.decode())
