"""XLIFF 1.2 and 2.1, written and read (OASIS, 2008 and 2018)."""

from __future__ import annotations

from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from django.utils.translation import gettext as _

from bilingual.languages import HTML_LANG

from .packages import Package, Refused, Unit
from .segments import Code, Segment
from .xml import parsed

V1, V2 = "urn:oasis:names:tc:xliff:document:1.2", "urn:oasis:names:tc:xliff:document:2.0"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def write_1_2(package: Package) -> bytes:
    root = Element("xliff", {"version": "1.2", "xmlns": V1})
    languages = {
        "source-language": HTML_LANG[package.source],
        "target-language": HTML_LANG[package.target],
    }
    file = SubElement(root, "file", {"original": package.original, "datatype": "html", **languages})
    body = SubElement(file, "body")
    for unit in package.units:
        one = SubElement(body, "trans-unit", {"id": unit.key, SPACE: "preserve"})
        _fill(SubElement(one, "source"), unit.source, "x", "equiv-text")
        _fill(SubElement(one, "target"), unit.target, "x", "equiv-text")
        SubElement(one, "note").text = unit.note
    return _document(root)


def write_2_1(package: Package) -> bytes:
    languages = {"srcLang": HTML_LANG[package.source], "trgLang": HTML_LANG[package.target]}
    root = Element("xliff", {"version": "2.1", "xmlns": V2, **languages})
    file = SubElement(root, "file", {"id": "f1", "original": package.original})
    for number, unit in enumerate(package.units, start=1):
        # The key is no name token, which an id has to be.
        one = SubElement(file, "unit", {"id": f"u{number}", "name": unit.key, SPACE: "preserve"})
        SubElement(SubElement(one, "notes"), "note").text = unit.note
        segment = SubElement(one, "segment")
        _fill(SubElement(segment, "source"), unit.source, "ph", "equiv")
        _fill(SubElement(segment, "target"), unit.target, "ph", "equiv")
    return _document(root)


def _document(root: Element) -> bytes:
    return ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)


def _fill(element: Element, pieces: Segment, tag: str, shown: str) -> None:
    last = None
    for piece in pieces:
        if isinstance(piece, Code):
            visible = "".join(sign for sign in piece.raw if sign.isprintable())
            last = SubElement(element, tag, {"id": piece.id, shown: visible})
        elif last is None:
            element.text = (element.text or "") + piece
        else:
            last.tail = (last.tail or "") + piece


def read(data: bytes) -> Package:
    """A package from either version. Raises Refused."""
    root = parsed(data)
    if root.tag == f"{{{V1}}}xliff":
        return _read(root, V1, "trans-unit", "id", "x", "target-language")
    if root.tag == f"{{{V2}}}xliff":
        return _read(root, V2, "unit", "name", "ph", "trgLang")
    raise Refused(_("This is not XLIFF 1.2 or 2.x."))


def _read(root: Element, space: str, unit_tag: str, key: str, code: str, language: str) -> Package:
    files = root.findall(f"{{{space}}}file")
    if len(files) != 1:
        raise Refused(
            _("The file must contain one record, but contains %(number)s.") % {"number": len(files)}
        )
    file = files[0]
    target = (file.get(language) if space == V1 else root.get(language)) or ""
    codes = {html.lower(): ours for ours, html in HTML_LANG.items()}
    if target.lower() not in codes:
        raise Refused(_("The file is a translation into a language that the portal does not use."))
    units = []
    for one in file.iter(f"{{{space}}}{unit_tag}"):
        sides = {
            side: [_pieces(element, f"{{{space}}}{code}") for element in one.iter(f"{{{space}}}{side}")]
            for side in ("source", "target")
        }
        # Tools that part a unit into segments keep their order.
        source, translation = (tuple(piece for pieces in sides[side] for piece in pieces) for side in sides)
        units.append(Unit(one.get(key, ""), _joined(source), _joined(translation)))
    return Package(file.get("original", ""), codes[target.lower()], units)


def _pieces(element: Element, code: str) -> Segment:
    """Words and codes; other marks, such as a tool's own, are read through."""
    pieces: list = [element.text or ""]
    for child in element:
        if child.tag == code:
            pieces.append(Code(child.get("id", ""), ""))
        else:
            pieces += _pieces(child, code)
        pieces.append(child.tail or "")
    return tuple(pieces)


def _joined(pieces: Segment) -> Segment:
    out: list = []
    for piece in pieces:
        if isinstance(piece, str) and out and isinstance(out[-1], str):
            out[-1] += piece
        elif piece != "":
            out.append(piece)
    return tuple(out)
