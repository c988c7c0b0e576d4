"""What a table of a file holds, whatever kind of file it was."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import NamedTuple


class Refused(Exception):
    """A file that is not read any further; ``str()`` says why to a person."""


class Fault(NamedTuple):
    """A cell whose content cannot be trusted; ``text`` says why to a person."""

    text: str


class Share(NamedTuple):
    """A number that is shown as a percentage: ``number`` is 17.3 for what shows as 17.3%."""

    number: Decimal


class Month(NamedTuple):
    """A day of a program of which only year and month are shown, as it makes one of a typed 2021-08."""

    year: int
    month: int


#: None is an empty cell. Numbers are exact; a moment of a day keeps its day alone.
Cell = None | str | bool | Decimal | date | Share | Month | Fault


class Line(NamedTuple):
    """A row with its number in the file, counted from 1."""

    number: int
    cells: list[Cell]


@dataclass
class Grid:
    """A table as it stands in the file. ``name`` is that of the sheet, empty in a text file."""

    name: str
    lines: list[Line]
    #: What a person should know of how it was read.
    notices: list[str] = field(default_factory=list)
    #: Whether places are named like C7; else by line and heading alone.
    has_letters: bool = False


def letters(number: int) -> str:
    """The name of a column, counted from 1: A, Z, AA."""
    name = ""
    while number:
        number, rest = divmod(number - 1, 26)
        name = chr(65 + rest) + name
    return name


def plain(cell: Cell) -> str:
    """A cell as one spelling of its content, so that the same content compares equal in every kind of file."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, int | Decimal):
        text = f"{Decimal(cell):f}"
        return text.rstrip("0").rstrip(".") if "." in text else text
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, Share):
        return f"{plain(cell.number)}%"
    if isinstance(cell, Month):
        return f"{cell.year:04}-{cell.month:02}"
    return str(cell)
