"""Every encoding that staff's programs write is read to the same characters."""

import pytest

from articles.importing.anatomy import parse
from articles.importing.decoding import decode
from tests.articles.importing.documents import CHINESE_TEXT, ENGLISH_TEXT


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030", "gbk"])
@pytest.mark.parametrize("text", [CHINESE_TEXT, ENGLISH_TEXT])
def test_the_same_text_is_read_from_every_encoding(encoding, text):
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_wide_text_without_a_mark_is_recognised(encoding):
    assert decode(ENGLISH_TEXT.replace(" 中文", "").encode(encoding)).startswith("Contact Us")


def test_curly_quotes_of_windows_editors_are_read():
    assert decode(b"The \x93second\x94 hall\x97it\x92s open") == "The “second” hall—it’s open"


def test_line_ends_of_all_systems_become_newlines():
    assert decode(b"one\r\ntwo\rthree\nfour") == "one\ntwo\nthree\nfour"


def test_the_fingerprint_does_not_depend_on_the_encoding():
    assert parse(CHINESE_TEXT.encode("gb18030")).fingerprint == parse(CHINESE_TEXT.encode()).fingerprint
