"""What is no article is refused with a sentence that says why."""

import io
import zipfile

import pytest

from articles.importing.anatomy import parse
from articles.importing.refusals import ImportRefused
from articles.importing.sniffing import BYTES_LIMIT
from articles.importing.word import MEMBERS_LIMIT


def archive(members):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in members.items():
            packed.writestr(name, data)
    return out.getvalue()


def refusal(data, name="news.txt"):
    with pytest.raises(ImportRefused) as caught:
        parse(data, name)
    return caught.value


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"%PDF-1.7\n1 0 obj", "PDF"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "JPEG"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "PNG"),
        (b"MZ\x90\x00\x03\x00", "Windows program"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00", "save it as .docx"),
        (b"{\\rtf1\\ansi Hello}", "Rich Text"),
        (b"\x00\x00\x00\x18ftypmp42", "video"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "picture"),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n<html>", "single-file archive"),
    ],
)
def test_a_file_of_another_kind_renamed_to_text_is_named_for_what_it_is(data, word):
    problem = refusal(data)
    assert problem.code == "not-text"
    assert word in str(problem)


def test_a_zip_archive_that_is_no_word_file_is_refused():
    assert refusal(archive({"a.txt": "hello"})).code == "not-text"


@pytest.mark.parametrize("data", [b"", b"  \n\r\n\t", b"\xef\xbb\xbf", b"\xef\xbb\xbf \n"])
def test_an_empty_file_is_refused(data):
    assert refusal(data).code == "empty"


def test_a_file_above_five_megabytes_is_refused_before_it_is_read():
    assert refusal(b"a" * (BYTES_LIMIT + 1)).code == "too-big"


def test_nul_bytes_are_refused():
    assert refusal(b"A headline\n\nSome text \x00 with a hole in it.").code == "nul"


def test_control_characters_all_over_the_file_are_refused():
    assert refusal(b"A headline\n\n" + b"\x01\x02\x03text" * 50).code == "binary"


def test_bytes_of_no_known_encoding_are_refused_and_the_cure_is_named():
    problem = refusal(b"A headline\n\ncaf\xe9 cr\xe8me, na\xefve \xff\xfe text.")
    assert problem.code == "undecodable"
    assert "UTF-8" in str(problem)


def test_western_accents_are_not_misread_as_rare_chinese_characters():
    assert (
        refusal("Überraschung in der Straße, schöne Grüße über Öl\n\nText".encode("latin-1")).code
        == "undecodable"
    )


def test_a_first_line_that_is_a_paragraph_is_no_headline():
    assert (
        refusal(b"This is a sentence that goes on. It is followed by another one.\n\nMore text.").code
        == "no-headline"
    )


def test_a_menu_alone_has_no_headline():
    assert refusal(b"Home\n\nContact Us\n\nPrivacy Policy\n").code == "no-headline"


def test_a_headline_alone_is_no_article():
    assert refusal(b"Sample park opens its second workshop\n\nUpdated: 2024-05-06\n").code == "no-text"


def test_a_line_without_end_is_refused_quickly():
    assert refusal(b"A headline\n\n" + b"[" * 4_000_000).code == "too-long"


def test_thousands_of_paragraphs_are_refused():
    assert refusal(b"A headline\n\n" + b"a line\n\n" * 8000).code == "too-long"


def test_a_word_file_with_too_many_members_is_refused_unopened():
    members = {"word/document.xml": "<w/>"} | {f"word/{number}.xml": "" for number in range(MEMBERS_LIMIT)}
    assert refusal(archive(members), "a.docx").code == "bomb"


def test_a_word_file_that_unpacks_to_a_flood_is_refused_unopened():
    assert refusal(archive({"word/document.xml": b"\0" * 30_000_000}), "a.docx").code == "bomb"


def test_a_word_file_that_declares_entities_is_refused():
    text = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><w/>'
    assert refusal(archive({"word/document.xml": text}), "a.docx").code == "bomb"


def test_a_damaged_word_file_is_refused():
    assert refusal(archive({"word/document.xml": "<w:document"}), "a.docx").code == "damaged"


def test_a_word_file_cut_short_is_refused():
    whole = archive({"word/document.xml": "<w/>" * 1000})
    assert refusal(whole[: len(whole) // 2], "a.docx").code == "not-text"
