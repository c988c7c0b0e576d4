"""How many pages a document says that it has, read from the file itself and never trusted with more than a number."""

from __future__ import annotations

import re
import zipfile
import zlib
from typing import BinaryIO

#: More than any document of ours; a number beyond is a fault of the file.
MOST_PAGES = 20_000
#: Bytes that are unpacked of one stream of a PDF, and of the notes of an office file, at most.
MOST_UNPACKED = 4 << 20
#: Streams of a PDF that are looked into, at most.
MOST_STREAMS = 400

#: A node of the tree of pages, with its number of pages in either order.
_COUNTS = (
    re.compile(rb"/Type\s*/Pages\b[^>]{0,400}?/Count\s+(\d{1,6})\b"),
    re.compile(rb"/Count\s+(\d{1,6})\b[^>]{0,400}?/Type\s*/Pages\b"),
)
_STREAM = re.compile(rb"/ObjStm\b[^>]{0,400}>>\s*stream\r?\n")
#: In the notes that an office program leaves in its files.
_NOTES, _NOTED = (
    "docProps/app.xml",
    {"docx": rb"<Pages>(\d{1,6})</Pages>", "pptx": rb"<Slides>(\d{1,6})</Slides>"},
)


def pages_of(file: BinaryIO, suffix: str) -> int | None:
    """The number of pages or slides; None where the file does not say, as workbooks do not. The file is rewound."""
    file.seek(0)
    try:
        found = _of_pdf(file.read()) if suffix == "pdf" else _of_office(file, suffix)
    finally:
        file.seek(0)
    return found if found and found <= MOST_PAGES else None


def _of_pdf(data: bytes) -> int | None:
    """The root of the tree of pages has the highest count."""
    counts = _counts_in(data)
    for number, match in enumerate(_STREAM.finditer(data)):
        if number >= MOST_STREAMS:
            break
        counts += _counts_in(_unpacked(data[match.end() : match.end() + MOST_UNPACKED]))
    return max(counts, default=None)


def _counts_in(data: bytes) -> list[int]:
    return [int(number) for pattern in _COUNTS for number in pattern.findall(data)]


def _unpacked(data: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(data, MOST_UNPACKED)
    except zlib.error:
        # Encrypted, or packed in another way: this stream does not say.
        return b""


def _of_office(file: BinaryIO, suffix: str) -> int | None:
    pattern = _NOTED.get(suffix)
    if pattern is None:
        return None
    try:
        with zipfile.ZipFile(file) as archive, archive.open(_NOTES) as notes:
            match = re.search(pattern, notes.read(MOST_UNPACKED))
    except (KeyError, zipfile.BadZipFile, zlib.error, OSError, NotImplementedError, RuntimeError):
        return None
    return int(match[1]) if match else None
