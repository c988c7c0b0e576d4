"""No cell of a file that the portal sends out is carried out by a program, and nothing is lost on the way."""

import csv
from io import BytesIO, StringIO
from types import SimpleNamespace

import pytest
from openpyxl import load_workbook

from spreadsheets.columns import Column
from spreadsheets.formats import csv_reading, csv_writing, xlsx_reading
from spreadsheets.formats.defusing import defuse, restore
from spreadsheets.formats.xlsx_writing import Book

LEADS = [
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(1,1)",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    "＝1+1",
    "＋1+1",
    "－1+1",
    "＠SUM(1,1)",
    " =1+1",
    "\u00a0=1+1",
    "\u3000=1+1",
    "\ufeff=1+1",
    "\u200b=1+1",
    '"=1+1',
    "'=1+1",
    "“=1+1”",
    "|calc",
    "%0A=1+1",
    "−1+1",
    "=cmd|' /C calc'!A0",
    "﹦1+1",
]
HARMLESS = ["两江新区", "Plain words", "1 = 1", "a@b.cn", "'quoted'", "it's", "“引语”", "3-5 years", ""]


@pytest.mark.parametrize("lead", LEADS)
def test_a_dangerous_text_gets_an_apostrophe_and_comes_back_as_it_was(lead):
    assert defuse(lead) == "'" + lead
    assert restore(defuse(lead)) == lead


@pytest.mark.parametrize("words", HARMLESS)
def test_a_harmless_text_is_left_alone(words):
    assert defuse(words) == words
    assert restore(words) == words


class OneColumn:
    name = "words"
    columns = (Column("words", label="Words"),)


def test_no_cell_of_a_text_file_is_live():
    assert len(LEADS) >= 22
    data = b"".join(csv_writing.lines(OneColumn(), ([lead] for lead in LEADS)))
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(StringIO(data.decode("utf-8-sig"), newline="")))[2:]
    assert [cell[:1] for (cell,) in rows] == ["'"] * len(LEADS)
    grid = csv_reading.read(data, len)
    assert [line.cells[0] for line in grid.lines[2:]] == [lead.replace("\r", "\n") for lead in LEADS]


def test_no_cell_of_a_workbook_is_live():
    table = OneColumn()
    book = Book(SimpleNamespace(tables=[table]), [table])
    for lead in LEADS:
        book.add(table, [lead])
    file = BytesIO()
    book.save(file)
    cells = [cells[0] for cells in load_workbook(file)["words"].iter_rows(min_row=3)]
    assert len(cells) == len(LEADS)
    assert {cell.data_type for cell in cells} == {"s"}
    assert {cell.value[0] for cell in cells} == {"'"}
    (grid, _notes) = xlsx_reading.read(file.getvalue())
    assert [line.cells[0] for line in grid.lines[2:]] == [lead.replace("\r", "\n") for lead in LEADS]
