"""Text files of every kind that people send are read right, or refused with a sentence."""

import pytest

from spreadsheets.formats import csv_reading
from spreadsheets.formats.grid import Refused

WORDS = "slug,short_name_zh_hans\nlao-hua,重庆两江“智造”龘𠮷\n"


def read(data):
    return csv_reading.read(data, lambda cells: len({"slug", "short_name_zh_hans"} & set(cells)))


def cells(data):
    return [line.cells for line in read(data).lines]


EXPECTED = [["slug", "short_name_zh_hans"], ["lao-hua", "重庆两江“智造”龘𠮷"]]


@pytest.mark.parametrize(
    ("encoding", "told"),
    [
        ("utf-8", "UTF-8"),
        ("utf-8-sig", "UTF-8"),
        ("gb18030", "GB18030"),
        ("utf-16", "UTF-16"),
        ("utf-16-le", "UTF-16"),
        ("utf-16-be", "UTF-16"),
        ("utf-32", "UTF-32"),
    ],
)
def test_a_file_is_read_in_the_encoding_that_it_has(encoding, told):
    grid = read(WORDS.encode(encoding))
    assert [line.cells for line in grid.lines] == EXPECTED
    assert told in grid.notices[0]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_file_is_cut_at_the_delimiter_that_it_has(delimiter, end):
    data = WORDS.replace(",", delimiter).replace("\n", end).encode()
    assert cells(data) == EXPECTED


def test_the_delimiter_that_excel_is_told_is_followed():
    assert cells(b"sep=;\r\nslug;a,b\r\nx;1,2\r\n") == [["slug", "a,b"], ["x", "1,2"]]


def test_a_cell_may_hold_lines_and_quotation_marks():
    grid = read(b'slug,words\nx,"one, ""two""\nthree"\ny,z\n')
    assert [(line.number, line.cells) for line in grid.lines[1:]] == [
        (2, ["x", 'one, "two"\nthree']),
        (4, ["y", "z"]),
    ]


def test_empty_rows_and_cells_at_the_end_are_nothing():
    assert cells(b"slug,words,,\nx,y,,\n,,,\n\n") == [
        ["slug", "words", None, None],
        ["x", "y", None, None],
    ]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xef\xbb\xbf",
        b"   \n",
        b'slug,words\nx,"never closed\n',
        b'slug,words\nx,"a"b\n',
        "slug,words\nx,café\n".encode("cp1252"),
        b"slug,words\nx,a\x00b\n\x00\x01\x02\xff\xfe\xfd",
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00",
        "slug,words\nx,\ue000\n".encode(),
        b"\xff\xfes\x00l",
        b"\xff\xfe\x00\xd8s\x00",
        b"slug," + b"x" * 1_100_000,
    ],
)
def test_what_cannot_be_read_without_guessing_is_refused_with_a_sentence(data):
    with pytest.raises(Refused) as refusal:
        read(data)
    assert str(refusal.value).endswith((".", "。"))


def test_too_many_rows_are_refused(monkeypatch):
    monkeypatch.setattr(csv_reading, "MOST_ROWS", 3)
    assert len(cells(b"slug\n" + b"x\n" * 3)) == 4
    with pytest.raises(Refused, match="more than"):
        read(b"slug\n" + b"x\n" * 4)
