"""Cells of a workbook that hold text, the same for every workbook that goes out."""

from __future__ import annotations

from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font

from .defusing import defuse


def text_cell(page, text: str, *, font: Font | None = None, style: str = "") -> WriteOnlyCell:
    """A cell of a workbook that programs show as this very text, never as a formula, a date or a number."""
    cell = WriteOnlyCell(page, None)
    if style:
        cell.style = style
    cell.value = defuse(text)
    cell.data_type = "s"
    if font:
        cell.font = font
    return cell
