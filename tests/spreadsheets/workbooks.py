"""Workbooks as programs write them, and as nobody should: made by hand, part by part."""

from __future__ import annotations

import zipfile
from io import BytesIO
from xml.sax.saxutils import escape

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def text(place: str, words: str) -> str:
    return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{escape(words)}</t></is></c>'


def row(number: int, *cells: str, attributes: str = "") -> str:
    return f'<row r="{number}" {attributes}>{"".join(cells)}</row>'


def sheet(*rows: str, after: str = "") -> str:
    return f'<worksheet xmlns="{MAIN}"><sheetData>{"".join(rows)}</sheetData>{after}</worksheet>'


def styles(*patterns: str) -> str:
    """Style n has the n-th pattern."""
    formats = "".join(
        f'<numFmt numFmtId="{200 + n}" formatCode="{escape(p, {chr(34): "&quot;"})}"/>'
        for n, p in enumerate(patterns)
    )
    used = "".join(f'<xf numFmtId="{200 + n}"/>' for n, _p in enumerate(patterns))
    return f'<styleSheet xmlns="{MAIN}"><numFmts>{formats}</numFmts><cellXfs>{used}</cellXfs></styleSheet>'


def archive(parts: dict[str, str | bytes]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return out.getvalue()


def workbook(*sheets: str, name: str = "Sheet", properties: str = "", more: dict | None = None) -> bytes:
    listed = "".join(
        f'<sheet name="{name}{n or ""}" sheetId="{n + 1}" r:id="r{n}"/>' for n, _s in enumerate(sheets)
    )
    related = "".join(
        f'<Relationship Id="r{n}" Type="{RELATIONS}/worksheet" Target="worksheets/sheet{n}.xml"/>'
        for n, _s in enumerate(sheets)
    )
    return archive(
        {
            "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}"><workbookPr {properties}/>'
            f"<sheets>{listed}</sheets></workbook>",
            "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}">{related}</Relationships>',
            **{f"xl/worksheets/sheet{n}.xml": content for n, content in enumerate(sheets)},
            **(more or {}),
        }
    )


def table(rows: list[list[str]], name: str = "Sheet") -> bytes:
    """A workbook of one sheet of words."""
    return workbook(
        sheet(
            *(
                row(y, *(text(f"{chr(65 + x)}{y}", words) for x, words in enumerate(cells) if words))
                for y, cells in enumerate(rows, start=1)
            )
        ),
        name=name,
    )
