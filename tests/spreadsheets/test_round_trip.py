"""What goes out and comes back unchanged changes nothing: all records of the demo, both kinds of files."""

from io import BytesIO

import pytest
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.db import transaction
from django.utils import translation

from bilingual.languages import LANGUAGES
from enterprises.sheets import ENTERPRISES
from investment.sheets import PROJECTS
from publishing.columns import chosen_relations, content_columns
from publishing.snapshots import take
from spreadsheets.exporting.rows import in_order, rows_of
from spreadsheets.formats import csv_writing, xlsx_writing
from spreadsheets.importing import uploads
from spreadsheets.importing.versions import snapshots_of
from spreadsheets.references import KEYS
from tests.spreadsheets.conftest import faults_of, numbers_of

SHEETS = {"enterprises": ENTERPRISES, "projects": PROJECTS}


@pytest.fixture(scope="module")
def demo(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("load_demo", renditions="worker", verbosity=0)
        yield
        transaction.set_rollback(True)


@pytest.fixture
def administrator(demo, django_user_model):
    return get_user_model().objects.create(username="round-trip", is_staff=True, is_superuser=True)


def rows(sheet, tables, user):
    return rows_of(sheet, tables, in_order(sheet.model.objects.all()), user)


def workbook(sheet, user) -> bytes:
    file = BytesIO()
    xlsx_writing.write(sheet, list(sheet.tables), rows(sheet, list(sheet.tables), user), file)
    return file.getvalue()


def text_file(sheet, table, user) -> bytes:
    return b"".join(csv_writing.lines(table, (cells for _table, cells in rows(sheet, [table], user))))


@pytest.mark.django_db
@pytest.mark.parametrize("there", LANGUAGES)
@pytest.mark.parametrize("back", LANGUAGES)
@pytest.mark.parametrize("name", SHEETS)
def test_a_workbook_that_comes_back_changes_nothing(administrator, name, there, back):
    sheet = SHEETS[name]
    with translation.override(there):
        content = workbook(sheet, administrator)
    with translation.override(back):
        upload = uploads.receive(sheet, name="a.xlsx", content=content, user=administrator)
    assert faults_of(upload) == []
    assert numbers_of(upload) == {"unchanged": sheet.model.objects.count()}
    assert upload.told["notices"] == []
    assert sheet.model.objects.count() >= 7


@pytest.mark.django_db
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("name", "table"),
    [(name, table.name) for name, sheet in SHEETS.items() for table in sheet.tables],
)
def test_a_text_file_that_comes_back_changes_nothing(administrator, name, table, language):
    sheet = SHEETS[name]
    with translation.override(language):
        content = text_file(sheet, sheet.table(table), administrator)
        upload = uploads.receive(sheet, name="a.csv", content=content, user=administrator)
    assert faults_of(upload) == []
    assert set(numbers_of(upload)) <= {"unchanged"}


@pytest.mark.django_db
@pytest.mark.parametrize("name", SHEETS)
def test_a_file_holds_enough_to_make_all_records_anew(administrator, name):
    sheet = SHEETS[name]
    content = workbook(sheet, administrator)
    table = sheet.record
    copy = Renamed(content, table.name)
    upload = uploads.receive(sheet, name="a.xlsx", content=copy.content, user=administrator)
    assert [text for _row, _heading, text in faults_of(upload)] == []


class Renamed:
    """A workbook whose records have other addresses, names and codes, and whose parts are new."""

    def __init__(self, content: bytes, records: str):
        from openpyxl import load_workbook

        book = load_workbook(BytesIO(content))
        for page in book.worksheets[:-2]:
            header = {cell.value: cell.column for cell in page[1]}
            for row in range(3, page.max_row + 1):
                for key in ("slug", "enterprise" if records == "enterprises" else "project"):
                    if key in header:
                        page.cell(row, header[key]).value += "-again"
                for key in ("id", "version", "credit_code"):
                    if key in header:
                        page.cell(row, header[key]).value = None
        out = BytesIO()
        book.save(out)
        self.content = out.getvalue()


@pytest.mark.django_db
@pytest.mark.parametrize("name", SHEETS)
def test_many_snapshots_are_those_that_are_taken_one_by_one(demo, name):
    records = list(SHEETS[name].model.objects.all())
    assert snapshots_of(records) == {record.pk: take(record) for record in records}


@pytest.mark.parametrize("name", SHEETS)
def test_every_column_is_in_the_file_or_is_left_out_on_purpose(name):
    sheet = SHEETS[name]
    for table in sheet.tables:
        held = {column.field.name for column in table.columns if column.field}
        content = {known.field.name for known in content_columns(table.model).values()}
        content |= {field.name for field in chosen_relations(table.model)}
        assert held | set(sheet.left_out) >= content, table.name


def test_every_record_that_is_pointed_at_has_a_name_that_stays():
    for sheet in SHEETS.values():
        for table in sheet.tables:
            for column in table.content:
                if (column.is_reference or column.is_many) and not column.is_sibling:
                    model = column.field.related_model
                    assert model in KEYS or hasattr(model, "slug"), column.key
