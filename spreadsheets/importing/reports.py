"""What a dry run found, as a file to keep or to send on."""

from __future__ import annotations

import csv
from collections.abc import Iterator

from django.utils.translation import pgettext

from ..formats.csv_writing import MARK, EchoFile
from ..formats.defusing import defuse
from .entries import STATE_WORDS


def report_lines(told: dict) -> Iterator[bytes]:
    """CSV with a line for each change and each error."""
    writer = csv.writer(EchoFile())
    heads = (
        pgettext("spreadsheet", "Record"),
        pgettext("spreadsheet", "State"),
        pgettext("spreadsheet", "Table"),
        pgettext("spreadsheet", "Row"),
        pgettext("spreadsheet", "Place"),
        pgettext("spreadsheet", "Column"),
        pgettext("spreadsheet", "Before"),
        pgettext("spreadsheet", "After"),
        pgettext("spreadsheet", "Error"),
    )
    yield (MARK + writer.writerow(heads)).encode()
    for group in told["groups"]:
        for row in group["rows"]:
            leading = (group["key"], str(STATE_WORDS[group["state"]]), row["table"], str(row["line"]))
            for change in row["changes"]:
                cells = (change["place"], change["heading"], change["old"], change["new"], "")
                yield _line(writer, leading + cells)
            for fault in row["faults"]:
                yield _line(writer, (*leading, fault["place"], fault["heading"], "", "", fault["text"]))
            if not row["changes"] and not row["faults"]:
                yield _line(writer, (*leading, "", "", "", "", ""))


def _line(writer, cells) -> bytes:
    return writer.writerow([defuse(cell) for cell in cells]).encode()
