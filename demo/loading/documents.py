"""Small files for the document library, written from a few lines of the content, with "Sample 示例" on each."""

from __future__ import annotations

import zipfile
from html import escape
from io import BytesIO

from django.core.files.base import ContentFile
from openpyxl import Workbook

from media_library.incoming.page_counts import pages_of
from media_library.incoming.uploads import receive_file
from media_library.models import Document

FACE = "Sample 示例"
#: Lines of a page of a PDF, and what ends a page before that.
LINES, PAGE_BREAK = 40, "---"
TYPES = (
    '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    'wordprocessingml.document.main+xml"/><Override PartName="/docProps/app.xml" ContentType="application/'
    'vnd.openxmlformats-officedocument.extended-properties+xml"/></Types>'
)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
RELATIONS = (
    '<?xml version="1.0" encoding="UTF-8"?><Relationships '
    'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
    f'Target="word/document.xml" Type="{OFFICE}/relationships/officeDocument"/><Relationship Id="r2" '
    f'Target="docProps/app.xml" Type="{OFFICE}/relationships/extended-properties"/></Relationships>'
)
WORDS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def stored_document(*, form: str, lines: list[str], **columns) -> Document:
    """The document of the media library with this title, language and version; made if there is none.

    ``form`` is "pdf", "docx" or "xlsx"; ``columns`` are those of the model. A PDF holds Latin letters only.
    """
    name = {key: columns[key] for key in ("title_en", "language", "version")}
    found = Document.objects.filter(**name).first()
    if found is not None:
        return found
    data = {"pdf": _pdf, "docx": _docx, "xlsx": _xlsx}[form](lines)
    file = ContentFile(data, name=f"original.{form}")
    document = Document(rights="own", **columns)
    receive_file(document, file, form)
    document.file, document.pages = file, pages_of(BytesIO(data), form)
    document.full_clean()
    document.save()
    return document


def _docx(lines: list[str]) -> bytes:
    paragraphs = "".join(
        f'<w:p><w:r><w:t xml:space="preserve">{escape(line)}</w:t></w:r></w:p>' for line in (FACE, "", *lines)
    )
    notes = f'<Properties xmlns="{OFFICE}/extended-properties"><Pages>1</Pages></Properties>'
    members = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": RELATIONS,
        "word/document.xml": f'<w:document xmlns:w="{WORDS}"><w:body>{paragraphs}</w:body></w:document>',
        "docProps/app.xml": notes,
    }
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for member, text in members.items():
            archive.writestr(member, text)
    return out.getvalue()


def _xlsx(lines: list[str]) -> bytes:
    """Cells stand between bars."""
    book = Workbook()
    sheet = book.active
    sheet.title = FACE
    for line in (FACE, *lines):
        sheet.append([cell.strip() for cell in line.split("|")])
    for letter, width in (("A", 42), ("B", 34), ("C", 34)):
        sheet.column_dimensions[letter].width = width
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _pdf(lines: list[str]) -> bytes:
    """Pages of Helvetica, which every reader has; PDF 1.4."""
    pages = _pages(lines)
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        "<</Type /Catalog /Pages 2 0 R>>",
        f"<</Type /Pages /Count {len(pages)} /Kids [{kids}]>>",
        "<</Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding>>",
    ]
    for number, page in enumerate(pages):
        rows = "".join(f"({_escaped(line)}) Tj T*\n" for line in page)
        text = f"BT /F1 11 Tf 16 TL 60 780 Td\n{rows}ET"
        objects.append(
            "<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources <</Font <</F1 3 0 R>>>> "
            f"/Contents {5 + 2 * number} 0 R>>"
        )
        objects.append(f"<</Length {len(text.encode('cp1252'))}>>\nstream\n{text}\nendstream")
    out, places = bytearray(b"%PDF-1.4\n"), []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("cp1252")
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010d} 00000 n \n".encode() for place in places)
    out += f"trailer <</Size {len(objects) + 1} /Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)


def _pages(lines: list[str]) -> list[list[str]]:
    pages: list[list[str]] = [[]]
    for line in lines:
        if line == PAGE_BREAK or len(pages[-1]) >= LINES:
            pages.append([])
        if line != PAGE_BREAK:
            pages[-1].append(line)
    return [["SAMPLE", "", *page] for page in pages]


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
