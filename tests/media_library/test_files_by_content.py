"""Files are what their bytes say, whatever they are called."""

import io
import zipfile

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile

from media_library.incoming import contents


def sent(data, name="file.bin"):
    return SimpleUploadedFile(name, data)


def office(*members):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for member in members:
            archive.writestr(member, "x")
    return stream.getvalue()


@pytest.mark.parametrize(
    ("data", "suffix"),
    [
        (b"%PDF-1.7\n...", "pdf"),
        (office("[Content_Types].xml", "word/document.xml"), "docx"),
        (office("[Content_Types].xml", "xl/workbook.xml"), "xlsx"),
        (office("[Content_Types].xml", "ppt/presentation.xml"), "pptx"),
    ],
)
def test_documents_are_recognised_and_rewound(data, suffix):
    upload = sent(data, "x.exe")
    assert contents.document_suffix(upload) == suffix
    assert upload.read() == data


@pytest.mark.parametrize(
    "data",
    [
        b"MZ\x90\x00",
        b"<html><body>%PDF-</body></html>",
        b"",
        office("word/document.xml"),
        office("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"),
        office("[Content_Types].xml", "word/document.xml")[:-30],
    ],
    ids=["program", "page", "empty", "plain archive", "macros", "cut off"],
)
def test_what_is_no_document_is_refused(data):
    with pytest.raises(ValidationError):
        contents.document_suffix(sent(data, "guide.pdf"))


def test_videos_are_recognised():
    assert contents.film_suffix(sent(b"\x00\x00\x00\x18ftypmp42" + b"0" * 60)) == "mp4"
    assert contents.film_suffix(sent(b"\x1a\x45\xdf\xa3" + b"\x42\x82\x84webm" + b"0" * 60)) == "webm"


@pytest.mark.parametrize("data", [b"", b"<html>", b"\x1a\x45\xdf\xa3matroska" + b"0" * 60])
def test_what_is_no_video_is_refused(data):
    with pytest.raises(ValidationError):
        contents.film_suffix(sent(data, "film.mp4"))


def test_a_file_above_its_limit_is_refused_unread(monkeypatch):
    monkeypatch.setattr(contents, "MAX_FILM", 10)
    with pytest.raises(ValidationError) as refused:
        contents.film_suffix(sent(b"\x00\x00\x00\x18ftypmp42"))
    assert refused.value.code == "too_big"


@pytest.mark.parametrize(
    ("data", "accepted"),
    [(b"WEBVTT\n", True), (b"\xef\xbb\xbfWEBVTT\n", True), (b"\xff", False), (b"1\n", False)],
)
def test_captions_are_web_vtt_in_utf_8(data, accepted):
    if accepted:
        contents.check_captions(sent(data))
    else:
        with pytest.raises(ValidationError):
            contents.check_captions(sent(data))
