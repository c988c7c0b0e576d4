"""What the sheets of a workbook share: their names, texts and formats, and the calendar (ECMA-376)."""

from __future__ import annotations

import posixpath
import re

from django.utils.translation import gettext as _
from openpyxl.styles.numbers import BUILTIN_FORMATS

from .archives import Archive, damaged
from .grid import Refused
from .limits import MOST_SHEETS

WORKBOOK = "xl/workbook.xml"
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


class Book:
    """What the sheets of a workbook share: their names, texts, formats, and the calendar."""

    def __init__(self, archive: Archive):
        self.sheets: list[tuple[str, str]] = []
        self.texts: list[str] = []
        self.has_1904 = False
        self._formats: list[str] = []
        self._read_workbook(archive)
        if "xl/sharedStrings.xml" in archive.names:
            self._read_texts(archive)
        if "xl/styles.xml" in archive.names:
            self._read_formats(archive)

    def pattern(self, style: str | None) -> str:
        """The number format of a style; ``General`` for one that is not there."""
        if style is None or not style.isdigit() or int(style) >= len(self._formats):
            return "General"
        return self._formats[int(style)]

    def _read_workbook(self, archive: Archive) -> None:
        targets: dict[str, str] = {}

        def relation(tag, attributes):
            if tag == "Relationship" and attributes.get("TargetMode") != "External":
                target = attributes.get("Target", "")
                path = target.lstrip("/") if target.startswith("/") else posixpath.join("xl", target)
                targets[attributes.get("Id", "")] = posixpath.normpath(path)

        def sheet(tag, attributes):
            if tag == "workbookPr":
                self.has_1904 = attributes.get("date1904") in ("1", "true")
            elif tag == "sheet":
                part = targets.get(attributes.get("id", ""))
                if part in archive.names and "/chartsheets/" not in f"/{part}":
                    self.sheets.append((attributes.get("name", "")[:60], part))
                if len(self.sheets) > MOST_SHEETS:
                    text = _("The workbook has more than %(number)s sheets.") % {"number": MOST_SHEETS}
                    raise Refused(text)

        archive.read("xl/_rels/workbook.xml.rels", relation, _ignored, _ignored)
        archive.read(WORKBOOK, sheet, _ignored, _ignored)
        if not self.sheets:
            raise Refused(damaged())

    def _read_texts(self, archive: Archive) -> None:
        pieces: list[str] = []
        inside: list[str] = []

        def start(tag, _attributes):
            inside.append(tag)
            if tag == "si":
                pieces.clear()

        def end(tag):
            inside.pop()
            if tag == "si":
                self.texts.append(unescaped("".join(pieces)))

        def text(data):
            # Readings of Japanese signs (rPh) are no part of the text.
            if inside and inside[-1] == "t" and "rPh" not in inside:
                pieces.append(data)

        archive.read("xl/sharedStrings.xml", start, end, text)

    def _read_formats(self, archive: Archive) -> None:
        own: dict[str, str] = {}
        inside: list[str] = []

        def start(tag, attributes):
            inside.append(tag)
            if tag == "numFmt":
                own[attributes.get("numFmtId", "")] = attributes.get("formatCode", "General")
            elif tag == "xf" and "cellXfs" in inside:
                key = attributes.get("numFmtId", "0")
                known = BUILTIN_FORMATS.get(int(key) if key.isdigit() else 0, "General")
                self._formats.append(own.get(key, known))

        archive.read("xl/styles.xml", start, lambda _tag: inside.pop(), _ignored)


def unescaped(text: str) -> str:
    """Signs that XML cannot hold stand as ``_x000D_`` (ECMA-376, 22.9.2.19)."""
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text) if "_x" in text else text


def _ignored(*_args) -> None:
    """Handles elements that say nothing to us."""
