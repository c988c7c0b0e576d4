"""The structure of a PDF file: which words are a heading, which a paragraph, and in which language.

The library draws and does not tag; what is here writes the marks around what is drawn, and the tree that names them
(ISO 32000-1, 14.7 and 14.8).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFString
from reportlab.pdfgen.canvas import Canvas


@dataclass
class Mark:
    """A stretch of one page that is one element."""

    role: str
    language: str
    page: int
    number: int


class Tags:
    """``with tags.element("P", "en"):`` around what is drawn; ``finish`` before the file is saved."""

    def __init__(self, canvas: Canvas):
        self.canvas = canvas
        self.marks: list[Mark] = []
        self.numbers: dict[int, int] = {}

    @contextmanager
    def element(self, role: str, language: str) -> Iterator[None]:
        """What is drawn inside is one element of the page; it may not reach over to another page."""
        page = self.canvas.getPageNumber()
        number = self.numbers.get(page, 0)
        self.numbers[page] = number + 1
        self.marks.append(Mark(role, language, page, number))
        self.canvas._code.append(f"/{role} <</MCID {number}>> BDC")
        yield
        self.canvas._code.append("EMC")

    @contextmanager
    def artifact(self) -> Iterator[None]:
        """What is drawn inside says nothing: rules, running heads, page numbers."""
        self.canvas._code.append("/Artifact BMC")
        yield
        self.canvas._code.append("EMC")

    def finish(self, language: str) -> None:
        """Hang the tree into the file. All pages have been shown."""
        document = self.canvas._doc
        root = PDFDictionary({"Type": PDFName("StructTreeRoot")})
        whole = PDFDictionary(
            {
                "Type": PDFName("StructElem"),
                "S": PDFName("Document"),
                "P": document.Reference(root),
                "Lang": PDFString(language),
            }
        )
        by_page = self._elements_by_page(document, whole)
        whole["K"] = PDFArray([element for elements in by_page.values() for element in elements])
        root["K"] = PDFArray([document.Reference(whole)])
        pages = sorted(by_page)
        entries = [entry for page in pages for entry in (page - 1, PDFArray(by_page[page]))]
        root["ParentTree"] = document.Reference(PDFDictionary({"Nums": PDFArray(entries)}))
        for page in pages:
            shown = document.Pages.pages[page - 1]
            shown.__NoDefault__ = [*shown.__NoDefault__, "StructParents", "Tabs"]
            shown.StructParents, shown.Tabs = page - 1, PDFName("S")
        document.Catalog.StructTreeRoot = root
        document.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})
        document.Catalog.ViewerPreferences = PDFDictionary({"DisplayDocTitle": "true"})

    def _elements_by_page(self, document, whole: PDFDictionary) -> dict[int, list]:
        """A reference to an element below ``whole`` for each mark, by page, in the order in which they were drawn."""
        by_page: dict[int, list] = {}
        for mark in self.marks:
            element = PDFDictionary(
                {
                    "Type": PDFName("StructElem"),
                    "S": PDFName(mark.role),
                    "P": document.Reference(whole),
                    "Pg": document.Reference(document.Pages.pages[mark.page - 1]),
                    "K": mark.number,
                    "Lang": PDFString(mark.language),
                }
            )
            by_page.setdefault(mark.page, []).append(document.Reference(element))
        return by_page
