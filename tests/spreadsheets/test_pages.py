"""The pages that send files out and take them in: who may, exactly which rows, once, and only what was looked at."""

import csv
from datetime import timedelta
from io import BytesIO, StringIO

import pytest
from django.contrib.auth import get_user_model
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from openpyxl import load_workbook

from enterprises.models import Enterprise
from publishing.chores import do_daily
from publishing.drafts.saving import first_revision, open_draft, save_draft
from publishing.models import AuditEntry, Revision
from publishing.snapshots import take
from spreadsheets.models import KEPT_FOR, Upload
from tests.factories import make_award, make_enterprise, make_industry

pytestmark = pytest.mark.django_db
LIST = "/admin/enterprises/enterprise/"
IMPORT, EXPORT = f"{LIST}import/", f"{LIST}export/"


def file(text, name="file.csv"):
    content = text if isinstance(text, bytes) else text.encode()
    return SimpleUploadedFile(name, content)


def send(client, text, **data):
    """Send a file in; the address of its dry run."""
    answer = client.post(IMPORT, {"file": file(text), **data})
    assert answer.status_code == 302, answer.content.decode()
    return answer["Location"]


def confirm(client, address):
    key = address.rstrip("/").rpartition("/")[2]
    return client.post(
        address, {"confirm": "1", "outcome": Upload.objects.get(pk=key).outcome}, follow=True
    ).content.decode()


def slugs_in(answer):
    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    return [row[0] for row in csv.reader(StringIO(text, newline=""))][2:]


# Out


def test_the_list_offers_its_files_to_those_who_work_on_it(editor, log_in):
    make_enterprise()
    assert EXPORT.encode() in editor.get(LIST).content
    page = log_in("reviewer").get(LIST).content
    assert EXPORT.encode() in page
    assert IMPORT.encode() not in page


def test_exactly_the_filtered_rows_are_sent_in_their_order(editor):
    industry = make_industry()
    firms = [make_enterprise(short_name_en=name, ownership="private") for name in ("Bee", "Ant")]
    make_enterprise(ownership="central", short_name_en="Cow")
    firms[0].industries.add(industry)
    answer = editor.post(f"{EXPORT}?ownership__exact=private&o=1", {"form": "csv", "tables": ["enterprises"]})
    assert sorted(slugs_in(answer)) == sorted(firm.slug for firm in firms)
    answer = editor.post(f"{EXPORT}?q=Bee", {"form": "csv", "tables": ["enterprises"]})
    assert slugs_in(answer) == [firms[0].slug]


def test_the_chosen_rows_alone_are_sent(editor):
    firms = [make_enterprise() for _number in range(3)]
    chosen = [firms[0].pk, firms[2].pk]
    answer = editor.post(LIST, {"action": "export", "_selected_action": chosen})
    assert answer.status_code == 302
    answer = editor.post(answer["Location"], {"form": "csv", "tables": ["enterprises"]})
    assert sorted(slugs_in(answer)) == sorted([firms[0].slug, firms[2].slug])


def test_a_workbook_has_a_sheet_for_each_table_and_typed_cells(editor):
    firm = make_enterprise(review_by="2026-12-01", has_consented=True)
    make_award(firm)
    answer = editor.post(EXPORT, {"form": "xlsx", "tables": ["enterprises", "awards"]})
    book = load_workbook(BytesIO(b"".join(answer.streaming_content)))
    assert book.sheetnames == ["enterprises", "awards", "notes", "lists"]
    page = book["enterprises"]
    header = [cell.value for cell in page[1]]
    assert header[:2] == ["slug", "version"]
    assert page.cell(3, header.index("version") + 1).value == 1
    assert page.cell(3, header.index("review_by") + 1).is_date
    assert page.cell(3, header.index("has_consented") + 1).value == "yes"
    assert book["awards"].cell(3, 1).value == firm.slug


def test_an_export_holds_the_draft_and_is_audited(editor):
    firm = make_enterprise(origin="CN")
    snapshot = take(firm)
    snapshot["f"]["origin"] = "FR"
    save_draft(firm, snapshot, seen=first_revision(firm))
    answer = editor.post(EXPORT, {"form": "csv", "tables": ["enterprises"]})
    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    (_keys, _heads, row) = csv.reader(StringIO(text, newline=""))
    assert "FR" in row
    entry = AuditEntry.objects.get(action="spreadsheets.exported")
    assert (entry.person_name, entry.new["records"]) == ("editor", 1)
    assert "no-store" in answer["Cache-Control"]


def test_a_text_file_holds_one_table(editor):
    answer = editor.post(EXPORT, {"form": "csv", "tables": ["enterprises", "awards"]})
    assert answer.status_code == 200
    assert "holds only one table" in answer.content.decode()


@pytest.mark.parametrize(
    "query", ["?ownership__exact=%00", "?nonsense__x=1", "?chosen=a,b", "?chosen=", "?o=99"]
)
def test_a_broken_address_of_a_list_is_no_fault_of_the_server(editor, query):
    assert editor.post(f"{EXPORT}{query}", {"form": "csv", "tables": ["enterprises"]}).status_code in (
        200,
        302,
    )


def test_the_template_explains_every_column(editor):
    answer = editor.get(f"{IMPORT}template/")
    book = load_workbook(BytesIO(b"".join(answer.streaming_content)))
    explained = {(row[0].value, row[1].value) for row in book["notes"].iter_rows(min_row=2)}
    for page in book.worksheets[:-2]:
        assert page.max_row == 2
        for cell in page[1]:
            assert (page.title, cell.value) in explained


# In


def test_a_file_is_looked_at_and_then_written_once(editor):
    firm = make_enterprise(origin="CN")
    address = send(editor, f"slug,origin\n{firm.slug},DE\n")
    page = editor.get(address).content.decode()
    assert "DE" in page
    assert open_draft(firm) is None
    assert "1 record was written" in confirm(editor, address)
    assert "already been written" in confirm(editor, address)
    assert Revision.objects.of(firm).filter(kind="draft").count() == 1
    entry = AuditEntry.objects.get(action="spreadsheets.imported")
    assert entry.new["records"] == [firm.slug]


def test_what_changed_since_the_look_is_refused_with_the_reason(editor):
    firm = make_enterprise(origin="CN")
    address = send(editor, f"slug,origin\n{firm.slug},DE\n")
    snapshot = take(firm)
    snapshot["f"]["markets_en"] = "Asia"
    save_draft(firm, snapshot, seen=first_revision(firm))
    page = confirm(editor, address)
    assert "have been changed since you looked" in page
    assert open_draft(firm).snapshot["f"]["origin"] == "CN"
    assert "1 record was written" in confirm(editor, address)
    assert open_draft(firm).snapshot["f"]["origin"] == "DE"
    assert open_draft(firm).snapshot["f"]["markets_en"] == "Asia"


def test_a_page_of_an_older_look_confirms_nothing(editor):
    firm = make_enterprise(origin="CN")
    address = send(editor, f"slug,origin\n{firm.slug},DE\n")
    page = editor.post(address, {"confirm": "1", "outcome": "0" * 64}, follow=True).content.decode()
    assert "out of date" in page
    assert open_draft(firm) is None


def test_a_fault_on_the_way_leaves_nothing_written(editor, monkeypatch):
    firms = [make_enterprise(origin="CN") for _number in range(3)]
    address = send(editor, "slug,origin\n" + "".join(f"{firm.slug},DE\n" for firm in firms))
    from publishing.publication.applying import CannotApply
    from spreadsheets.importing import writing

    saved = []

    def failing(record, *args, **kwargs):
        if len(saved) == 2:
            raise CannotApply("No more room.")
        saved.append(record)
        return save_draft(record, *args, **kwargs)

    monkeypatch.setattr(writing, "save_draft", failing)
    assert "Nothing was written. No more room." in confirm(editor, address)
    assert len(saved) == 2
    assert not any(open_draft(firm) for firm in firms)
    assert Upload.objects.get().state == Upload.State.CHECKED


def test_records_with_errors_are_left_out_and_the_report_says_so(editor):
    good, bad = make_enterprise(origin="CN"), make_enterprise(origin="CN")
    address = send(editor, f"slug,origin\n{good.slug},DE\n{bad.slug},=HYPERLINK(1)\n")
    assert "skip those with errors" in editor.get(address).content.decode()
    confirm(editor, address)
    assert open_draft(good)
    assert open_draft(bad) is None
    report = editor.get(f"{address}report/").content.decode("utf-8-sig")
    rows = list(csv.reader(StringIO(report, newline="")))
    assert {row[0] for row in rows[1:]} == {good.slug, bad.slug}
    assert not any(cell.startswith("=") for row in rows for cell in row)


def test_a_file_is_its_senders_alone(editor, publisher):
    address = send(editor, f"slug,origin\n{make_enterprise().slug},DE\n")
    for page in (address, f"{address}report/"):
        assert publisher.get(page).status_code == 404
    assert publisher.post(address, {"confirm": "1"}).status_code == 404
    other = address.replace("/enterprises/enterprise/", "/investment/project/")
    assert editor.get(other).status_code == 404


def test_a_file_that_is_too_old_cannot_be_confirmed_and_is_forgotten(editor):
    address = send(editor, f"slug,origin\n{make_enterprise().slug},DE\n")
    Upload.objects.update(created_at=timezone.now() - KEPT_FOR - timedelta(minutes=1))
    assert editor.post(address, {"confirm": "1"}).status_code == 404
    do_daily()
    assert not Upload.objects.exists()


def test_bytes_that_changed_in_the_store_are_not_written(editor):
    firm = make_enterprise(origin="CN")
    address = send(editor, f"slug,origin\n{firm.slug},DE\n")
    Upload.objects.update(content=f"slug,origin\n{firm.slug},FR\n".encode())
    assert "damaged" in confirm(editor, address)
    assert open_draft(firm) is None


def test_who_lost_the_right_meanwhile_writes_nothing(editor):
    firm = make_enterprise(origin="CN")
    address = send(editor, f"slug,origin\n{firm.slug},DE\n")
    get_user_model().objects.get(username="editor").groups.clear()
    assert editor.post(address, {"confirm": "1"}).status_code == 403


def test_a_file_can_be_thrown_away(editor):
    address = send(editor, f"slug,origin\n{make_enterprise().slug},DE\n")
    editor.post(address, {"discard": "1"})
    assert not Upload.objects.exists()


def test_a_refused_file_says_why_on_the_form(editor):
    answer = editor.post(IMPORT, {"file": file(b"\xd0\xcf\x11\xe0" + b"\0" * 600, "old.xls")})
    assert answer.status_code == 200
    assert ".xls" in answer.content.decode()
    assert not Upload.objects.exists()
    assert editor.post(IMPORT, {}).status_code == 200


def test_a_file_that_is_too_large_is_refused(editor, monkeypatch):
    monkeypatch.setattr("spreadsheets.importing.pages.MOST_BYTES", 10)
    answer = editor.post(IMPORT, {"file": file("slug,origin\nx,DE\n")})
    assert "too large" in answer.content.decode()


def test_the_dry_run_is_told_in_the_language_of_who_looks(editor):
    firm = make_enterprise(origin="CN")
    address = send(editor, f"slug,origin\n{firm.slug},CHINA\n")
    outcome = Upload.objects.get().outcome
    editor.cookies["django_language"] = "zh-hans"
    editor.get(address)
    upload = Upload.objects.get()
    assert upload.language == "zh-hans"
    assert upload.outcome == outcome


def test_words_of_the_file_are_never_markup(editor):
    firm = make_enterprise()
    address = send(editor, f"slug,markets_en,<b>x\n{firm.slug},<script>alert(1)</script>,y\n")
    page = editor.get(address).content.decode()
    assert "<script>alert" not in page
    assert "<b>x" not in page


def test_a_new_record_is_added_once_by_two_confirmations(editor):
    address = send(editor, "slug,short_name_zh_hans\n,江畔机器人\n")
    confirm(editor, address)
    confirm(editor, address)
    assert Enterprise.objects.count() == 1
