"""What a file is, by its first bytes: names and types that a browser sends are never trusted."""

from __future__ import annotations

import zipfile
from typing import BinaryIO

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

MEGABYTE = 1 << 20
MAX_DOCUMENT = 50 * MEGABYTE
MAX_FILM = 300 * MEGABYTE
MAX_CAPTIONS = 1 * MEGABYTE
#: Members of an office file; a crafted archive may claim millions.
MAX_MEMBERS = 5000

#: By a member that each kind of office file has.
OFFICE = {"word/document.xml": "docx", "xl/workbook.xml": "xlsx", "ppt/presentation.xml": "pptx"}


def document_suffix(upload: BinaryIO) -> str:
    """``pdf``, ``docx``, ``xlsx`` or ``pptx``. Raises ValidationError for anything else; rewinds the file."""
    _bounded(upload, MAX_DOCUMENT)
    if _head(upload, 5) == b"%PDF-":
        return "pdf"
    suffix = _office_suffix(upload)
    if suffix is None:
        raise ValidationError(
            _("This file is not a document. PDF, Word, Excel and PowerPoint (2007 or later) are accepted."),
            code="not_a_document",
        )
    return suffix


def film_suffix(upload: BinaryIO) -> str:
    """``mp4`` or ``webm``. Raises ValidationError for anything else; rewinds the file."""
    _bounded(upload, MAX_FILM)
    head = _head(upload, 64)
    if head[4:8] == b"ftyp" and head[8:12] != b"qt  ":
        return "mp4"
    if head.startswith(b"\x1a\x45\xdf\xa3") and b"webm" in head:
        return "webm"
    raise ValidationError(_("This file is not a video. MP4 and WebM are accepted."), code="not_a_film")


def check_captions(upload: BinaryIO) -> None:
    """Raises ValidationError for what is not WebVTT in UTF-8; rewinds the file."""
    _bounded(upload, MAX_CAPTIONS)
    upload.seek(0)
    data = upload.read(MAX_CAPTIONS)
    upload.seek(0)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = ""
    if not text.startswith("WEBVTT"):
        raise ValidationError(
            _("This file contains no captions. Use a WebVTT file in UTF-8."), code="not_captions"
        )


def _bounded(upload, most: int) -> None:
    if upload.size > most:
        raise ValidationError(
            _("This file is larger than %(megabytes)s MB."),
            params={"megabytes": most // MEGABYTE},
            code="too_big",
        )


def _head(upload: BinaryIO, length: int) -> bytes:
    upload.seek(0)
    head = upload.read(length)
    upload.seek(0)
    return head


def _office_suffix(upload: BinaryIO) -> str | None:
    """Reads the list of members only; nothing is unpacked. A file with macros is none of ours."""
    try:
        with zipfile.ZipFile(upload) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return None
    finally:
        upload.seek(0)
    has_macros = any(name.lower().endswith("vbaproject.bin") for name in names)
    if len(names) > MAX_MEMBERS or has_macros or "[Content_Types].xml" not in names:
        return None
    return next((suffix for member, suffix in OFFICE.items() if member in names), None)
