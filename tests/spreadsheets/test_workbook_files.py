"""Workbooks as people save them are read right; bombs and traps are refused before they are unpacked."""

import zipfile
from datetime import date
from decimal import Decimal
from io import BytesIO

import pytest

from spreadsheets.formats import xlsx_reading
from spreadsheets.formats.grid import Fault, Month, Refused, Share
from tests.spreadsheets.workbooks import archive, row, sheet, styles, table, text, workbook

HEAD = row(1, text("A1", "slug"), text("B1", "words"))


def cell_of(xml: str, **kwargs):
    """What is read of one cell in B2."""
    (grid,) = xlsx_reading.read(workbook(sheet(HEAD, row(2, text("A2", "x"), xml)), **kwargs))
    return grid.lines[1].cells[1] if len(grid.lines[1].cells) > 1 else None


def number(value: str, pattern: str | None = None, properties: str = ""):
    style = ' s="0"' if pattern else ""
    more = {"xl/styles.xml": styles(pattern)} if pattern else {}
    return cell_of(f'<c r="B2"{style}><v>{value}</v></c>', more=more, properties=properties)


def test_a_workbook_of_words_is_read():
    (grid,) = xlsx_reading.read(table([["slug", "词"], ["a", "两江"], ["", ""], ["b", ""]], "enterprises"))
    assert grid.name == "enterprises"
    assert [(line.number, line.cells) for line in grid.lines] == [
        (1, ["slug", "词"]),
        (2, ["a", "两江"]),
        (4, ["b"]),
    ]


def test_shared_texts_are_read_without_the_readings_of_their_signs():
    shared = "<sst><si><r><t>两</t></r><r><t>江</t></r><rPh><t>liang</t></rPh></si></sst>"
    assert cell_of('<c r="B2" t="s"><v>0</v></c>', more={"xl/sharedStrings.xml": shared}) == "两江"


@pytest.mark.parametrize(
    ("value", "read"),
    [
        ("0.1", "0.1"),
        ("0.10000000000000001", "0.1"),
        ("46300000000", "46300000000"),
        ("123456789.12", "123456789.12"),
        ("4.63E+10", "46300000000"),
    ],
)
def test_a_number_is_read_as_the_person_wrote_it(value, read):
    assert number(value) == Decimal(read)


def test_a_percentage_is_told_as_one():
    assert number("0.173", "0.0%") == Share(Decimal("17.3"))


@pytest.mark.parametrize(
    ("value", "pattern", "properties", "read"),
    [
        ("45000", "yyyy-mm-dd", "", date(2023, 3, 15)),
        ("43538", "yyyy-mm-dd", 'date1904="1"', date(2023, 3, 15)),
        ("45000.75", "yyyy-mm-dd hh:mm", "", date(2023, 3, 15)),
        ("45000", 'yyyy"年"m"月"d"日"', "", date(2023, 3, 15)),
        ("45000", 'yyyy"年"m"月"', "", Month(2023, 3)),
        ("45000", "mmm-yy", "", Month(2023, 3)),
        ("59", "yyyy-mm-dd", "", date(1900, 2, 28)),
        ("61", "yyyy-mm-dd", "", date(1900, 3, 1)),
    ],
)
def test_a_date_is_the_day_that_the_program_shows(value, pattern, properties, read):
    assert number(value, pattern, properties) == read


@pytest.mark.parametrize(
    "xml",
    [
        '<c r="B2"><f>1+1</f></c>',
        '<c r="B2" t="str"><f>A1</f><v></v></c>',
        '<c r="B2" t="e"><v>#REF!</v></c>',
        '<c r="B2"><v>1e999</v></c>',
        '<c r="B2"><v>nonsense</v></c>',
        '<c r="B2" t="s"><v>99</v></c>',
        '<c r="B2" t="s"><v>-1</v></c>',
        '<c r="B2" t="d"><v>yesterday</v></c>',
    ],
)
def test_a_cell_that_cannot_be_trusted_is_a_fault_and_not_an_empty_cell(xml):
    assert isinstance(cell_of(xml), Fault)


def test_a_formula_is_read_by_the_value_that_was_calculated():
    assert cell_of('<c r="B2"><f>1+1</f><v>2</v></c>') == 2


def test_merged_cells_are_a_fault_of_their_rows_alone():
    rows = [row(n, text(f"A{n}", "x"), text(f"B{n}", "y")) for n in (2, 3, 4)]
    merged = '<mergeCells><mergeCell ref="A2:A3"/></mergeCells>'
    (grid,) = xlsx_reading.read(workbook(sheet(HEAD, *rows, after=merged)))
    assert [isinstance(line.cells[0], Fault) for line in grid.lines] == [False, True, True, False]


def test_hidden_rows_are_read_and_told():
    hidden = row(2, text("A2", "x"), attributes='hidden="1"')
    (grid,) = xlsx_reading.read(workbook(sheet(HEAD, hidden)))
    assert len(grid.lines) == 2
    assert "hidden" in grid.notices[0]


def refused(data: bytes) -> str:
    with pytest.raises(Refused) as refusal:
        xlsx_reading.read(data)
    return str(refusal.value)


def test_a_bomb_is_refused_before_it_is_unpacked(monkeypatch):
    bomb = workbook("<worksheet>" + " " * 40_000_000 + "</worksheet>")
    monkeypatch.setattr(zipfile.ZipFile, "open", lambda *args, **kwargs: pytest.fail("it was unpacked"))
    assert "unpack" in refused(bomb)


def test_many_members_are_refused_before_they_are_unpacked():
    assert "unpack" in refused(workbook(sheet(HEAD), more={f"xl/media/{n}": b"" for n in range(400)}))


def test_an_archive_that_lies_about_its_sizes_is_refused():
    data = bytearray(workbook(sheet(HEAD, *(row(n, text(f"A{n}", "x" * 50)) for n in range(2, 4000)))))
    # The size in the directory is made smaller than what is packed.
    at = data.rindex(b"PK\x01\x02", 0, data.rindex(b"worksheets/sheet0.xml"))
    data[at + 24 : at + 28] = (100).to_bytes(4, "little")
    assert refused(bytes(data))


@pytest.mark.parametrize(
    "declaration",
    [
        '<!DOCTYPE worksheet [<!ENTITY a "b">]>',
        '<!DOCTYPE worksheet SYSTEM "file:///etc/passwd">',
        '<!DOCTYPE lolz [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>',
    ],
)
def test_document_types_and_entities_are_refused(declaration):
    assert "entities" in refused(workbook(declaration + sheet(HEAD)))


def test_deep_nesting_is_refused():
    assert refused(workbook("<worksheet>" + "<a>" * 5000 + "</a>" * 5000 + "</worksheet>"))


def test_a_million_rows_are_refused(monkeypatch):
    rows = "".join(f'<row r="{n}"><c r="A{n}"><v>1</v></c></row>' for n in range(1, 60_000))
    assert "rows" in refused(workbook(sheet(rows)))


def test_a_row_at_the_end_of_the_sheet_without_values_is_nothing():
    far = row(1048576, '<c r="XFD1048576"/>')
    (grid,) = xlsx_reading.read(workbook(sheet(HEAD, far)))
    assert len(grid.lines) == 1


def test_a_cell_far_to_the_right_is_refused():
    assert "columns" in refused(workbook(sheet(HEAD, row(2, text("XFD2", "x")))))


def test_many_sheets_are_refused():
    assert "sheets" in refused(workbook(*[sheet(HEAD)] * 40))


@pytest.mark.parametrize(
    "data",
    [
        b"PK\x03\x04",
        b"PK\x03\x04" + b"\0" * 4000,
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512,
        archive({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<a/>"}),
        archive({"word/document.xml": "<a/>"}),
        archive({"xl/workbook.xml": "<workbook/>"}),
        archive({"xl/workbook.xml": "not xml", "xl/_rels/workbook.xml.rels": "<Relationships/>"}),
        archive({"xl/workbook.xml": "<workbook/>", "xl/_rels/workbook.xml.rels": "<Relationships/>"}),
        workbook("not xml"),
        workbook(sheet(HEAD))[:-30],
    ],
)
def test_what_is_no_workbook_is_refused_with_a_sentence(data):
    assert refused(data).endswith((".", "。"))


def test_a_sheet_outside_of_the_archive_is_not_followed():
    data = BytesIO(workbook(sheet(HEAD)))
    with zipfile.ZipFile(data) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    parts["xl/_rels/workbook.xml.rels"] = parts["xl/_rels/workbook.xml.rels"].replace(
        b"worksheets/sheet0.xml", b"../../../etc/passwd"
    )
    assert refused(archive(parts))
