"""A Word document with a table of three columns: place, source, translation (ECMA-376).

Codes stand in double brackets, as ⟦s1⟧. The document is written and read here, so that production needs no library.
"""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from django.utils.translation import gettext as _

from bilingual.languages import HTML_LANG, LANGUAGES

from .packages import Package, Refused, Unit
from .segments import Code, Segment
from .xml import MOST_BYTES, parsed

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PART = "word/document.xml"
TYPES = (
    '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    'wordprocessingml.document.main+xml"/></Types>'
)
RELATIONS = (
    '<?xml version="1.0" encoding="UTF-8"?><Relationships '
    'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
    'Target="word/document.xml" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>'
)
_CODE = re.compile(r"⟦([A-Za-z0-9]{1,12})⟧")


def _w(name: str) -> str:
    return f"{{{W}}}{name}"


def write(package: Package) -> bytes:
    ElementTree.register_namespace("w", W)
    root = Element(_w("document"))
    body = SubElement(root, _w("body"))
    table = SubElement(body, _w("tbl"))
    borders = SubElement(SubElement(table, _w("tblPr")), _w("tblBorders"))
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        SubElement(borders, _w(side), {_w("val"): "single", _w("sz"): "4", _w("color"): "999999"})
    grid = SubElement(table, _w("tblGrid"))
    for width in ("1800", "4200", "4200"):
        SubElement(grid, _w("gridCol"), {_w("w"): width})
    # The first row says what the file is of; it is read back.
    _row(table, package.original, HTML_LANG[package.source], HTML_LANG[package.target])
    for unit in package.units:
        _row(table, unit.key, as_text(unit.source), as_text(unit.target), unit.note)
    SubElement(body, _w("p"))
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", TYPES)
        archive.writestr("_rels/.rels", RELATIONS)
        archive.writestr(PART, ElementTree.tostring(root, encoding="utf-8", xml_declaration=True))
    return out.getvalue()


def as_text(pieces: Segment) -> str:
    """Pieces as one string, codes in their brackets."""
    return "".join(f"⟦{piece.id}⟧" if isinstance(piece, Code) else piece for piece in pieces)


def _row(table: Element, *texts: str) -> None:
    row = SubElement(table, _w("tr"))
    key, source, target, *note = texts
    for text, below in ((key, note), (source, []), (target, [])):
        cell = SubElement(row, _w("tc"))
        _paragraph(cell, text)
        for line in below:
            _paragraph(cell, line)


def _paragraph(cell: Element, text: str) -> None:
    run = SubElement(SubElement(cell, _w("p")), _w("r"))
    for number, line in enumerate(text.split("\n")):
        if number:
            SubElement(run, _w("br"))
        for place, part in enumerate(line.split("\t")):
            if place:
                SubElement(run, _w("tab"))
            piece = SubElement(run, _w("t"), {"{http://www.w3.org/XML/1998/namespace}space": "preserve"})
            piece.text = part


def read(data: bytes) -> Package:
    """A package from a document that Word, WPS or LibreOffice saved. Raises Refused."""
    rows = [
        [_text(cell) for cell in row.findall(_w("tc"))] for row in parsed(_document_in(data)).iter(_w("tr"))
    ]
    if not rows or any(len(row) != 3 for row in rows):
        raise Refused(_("The document must contain the table that was sent, with its three columns."))
    original, _source, target = rows[0]
    codes = {html.lower(): code for code, html in HTML_LANG.items() if code in LANGUAGES}
    if target.strip().lower() not in codes:
        raise Refused(_("The file is a translation into a language that the portal does not use."))
    units = [
        Unit(key.partition("\n")[0].strip(), as_pieces(source), as_pieces(translation))
        for key, source, translation in rows[1:]
    ]
    return Package(original.strip(), codes[target.strip().lower()], units)


def _document_in(data: bytes) -> bytes:
    """The text part of a document. The sizes that an archive claims are not believed: no more is unpacked than fits."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive, archive.open(PART) as part:
            content = part.read(MOST_BYTES + 1)
    except (zipfile.BadZipFile, KeyError, NotImplementedError, RuntimeError, OSError, EOFError) as error:
        raise Refused(_("The file is damaged or of a different type.")) from error
    if len(content) > MOST_BYTES:
        raise Refused(_("The file is too large."))
    return content


def _text(cell: Element) -> str:
    return "\n".join(_line(paragraph) for paragraph in cell.iter(_w("p")))


def _line(paragraph: Element) -> str:
    """The words of a paragraph as they stand after all tracked changes are accepted."""
    deleted = {id(run) for gone in paragraph.iter(_w("del")) for run in gone.iter()}
    signs = {_w("br"): "\n", _w("cr"): "\n", _w("tab"): "\t"}
    return "".join(
        element.text or "" if element.tag == _w("t") else signs.get(element.tag, "")
        for element in paragraph.iter()
        if id(element) not in deleted
    )


def as_pieces(text: str) -> Segment:
    """The pieces of such a string; of codes only the ids."""
    parts = _CODE.split(text)
    return tuple(
        Code(part, "") if number % 2 else part for number, part in enumerate(parts) if number % 2 or part
    )
