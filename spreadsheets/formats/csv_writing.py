"""Tables as text files that every program reads: UTF-8 with its mark, commas, harmless cells."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator

from ..sheets import Table
from .defusing import defuse
from .grid import Cell, plain

MARK = "\ufeff"


class EchoFile:
    """A file for ``csv.writer`` that keeps nothing: ``writerow`` returns the line instead."""

    def write(self, text: str) -> str:
        return text


def lines(table: Table, rows: Iterable[list[Cell]]) -> Iterator[bytes]:
    """The file line by line: keys, headings in the active language, then the rows."""
    writer = csv.writer(EchoFile())
    yield (MARK + writer.writerow([column.key for column in table.columns])).encode()
    yield writer.writerow([column.heading for column in table.columns]).encode()
    for row in rows:
        yield writer.writerow(
            [defuse(cell) if isinstance(cell, str) else plain(cell) for cell in row]
        ).encode()
