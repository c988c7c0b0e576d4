"""Which files are taken, decided by their content: PDF, pictures, Word and Excel documents without macros."""

from __future__ import annotations

import io
import re
import unicodedata
import zipfile

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from media_library.incoming import pictures

MAX_BYTES = 5 * 1024 * 1024
#: What an office document may hold when it is unpacked.
MAX_UNPACKED = 60 * 1024 * 1024
MAX_PARTS = 2000
NAME_LENGTH = 60
#: For the ``accept`` of the field.
SUFFIXES = ".pdf,.jpg,.jpeg,.png,.webp,.docx,.xlsx"
#: What a PDF does by itself when it is opened. A name can be written with hexadecimal escapes, which count too.
PDF_DEEDS = re.compile(rb"/(JavaScript|JS|Launch|EmbeddedFiles?|AA|RichMedia|XFA)\b")
#: Compressed content, in which such words turn up by chance.
STREAM = re.compile(rb"stream\r?\n.*?endstream", re.DOTALL)
ESCAPE = re.compile(rb"#([0-9A-Fa-f]{2})")
MAIN_PARTS = {"word/document.xml": "docx", "xl/workbook.xml": "xlsx"}
REFUSED = _("This file cannot be accepted. Upload a PDF, JPEG, PNG, WebP, Word (docx) or Excel (xlsx) file.")


def accept(upload) -> tuple[str, bytes]:
    """(suffix by content, bytes to keep) of an uploaded file. Pictures are drawn anew, without hidden data.

    Raises ValidationError, in words for the sender, for anything else and for what is too large.
    """
    if upload.size > MAX_BYTES:
        raise ValidationError(_("This file is larger than 5 MB."), code="too_big")
    upload.seek(0)
    data = upload.read(MAX_BYTES + 1)
    if not data:
        raise ValidationError(_("This file is empty."), code="empty")
    if data.startswith(b"%PDF-"):
        return "pdf", _pdf(data)
    if data.startswith(b"PK\x03\x04"):
        return _office_kind(data), data
    if data[:4] in (b"\x89PNG", b"RIFF") or data.startswith(b"\xff\xd8\xff"):
        content, suffix = pictures.encode(pictures.decode(io.BytesIO(data)))
        return suffix, content
    raise ValidationError(REFUSED, code="kind")


def clean_name(name: str, kind: str) -> str:
    """The sender's name of a file, safe to show and to download: no path, no control characters, the true suffix."""
    stem = unicodedata.normalize("NFC", name or "").replace("\\", "/").rpartition("/")[2].rpartition(".")[0]
    plain = "".join(
        letter for letter in stem if unicodedata.category(letter)[0] != "C" and letter not in '<>:"/|?*;%'
    )
    return f"{plain.strip(' .')[:NAME_LENGTH] or 'file'}.{kind}"


def _pdf(data: bytes) -> bytes:
    plain = ESCAPE.sub(lambda found: bytes([int(found[1], 16)]), STREAM.sub(b"", data))
    if PDF_DEEDS.search(plain):
        raise ValidationError(
            _("This PDF runs an action when it is opened. Print it to a new PDF and upload that instead."),
            code="active",
        )
    if b"%%EOF" not in data[-2048:]:
        raise ValidationError(
            _("This PDF is incomplete. Save it again and upload it once more."), code="damaged"
        )
    return data


def _office_kind(data: bytes) -> str:
    """``docx`` or ``xlsx``: looked at from outside, never unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        raise ValidationError(REFUSED, code="kind") from None
    names = {part.filename for part in parts}
    kind = next((kind for part, kind in MAIN_PARTS.items() if part in names), None)
    if kind is None or "[Content_Types].xml" not in names:
        raise ValidationError(REFUSED, code="kind")
    if any(
        "vbaproject" in name.lower() or "/embeddings/" in name or "activex" in name.lower() for name in names
    ):
        raise ValidationError(
            _(
                "This document contains macros or embedded files. Save it without them, or as a PDF, and "
                "upload that instead."
            ),
            code="active",
        )
    if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED:
        raise ValidationError(_("This document is too large when it is unpacked."), code="too_big")
    return kind


def shown_name(name: str) -> str:
    """The sender's name of a file, to be said in a message about it."""
    stem, dot, suffix = (name or "").rpartition(".")
    plain = clean_name(name, suffix[:8] if dot else "")
    return "".join(letter for letter in plain if unicodedata.category(letter)[0] != "C").rstrip(".")
