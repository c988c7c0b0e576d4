"""What a dry run found, as a file to keep or to send on."""

from __future__ import annotations

import csv
from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .csv_writing import MARK, Echo
from .defusing import defuse

STATES = {
    "new": gettext_lazy("new"),
    "changed": gettext_lazy("changed"),
    "faulty": gettext_lazy("with errors"),
}


def report_lines(told: dict) -> Iterator[bytes]:
    """CSV with a line for each change and each error."""
    writer = csv.writer(Echo())
    heads = (
        _("Record"),
        _("State"),
        _("Table"),
        _("Row"),
        _("Place"),
        _("Column"),
        _("Before"),
        _("After"),
        _("Error"),
    )
    yield (MARK + writer.writerow(heads)).encode()
    for group in told["groups"]:
        for row in group["rows"]:
            leading = (group["key"], str(STATES[group["state"]]), row["table"], str(row["line"]))
            for change in row["changes"]:
                cells = (change["place"], change["heading"], change["old"], change["new"], "")
                yield _line(writer, leading + cells)
            for fault in row["faults"]:
                yield _line(writer, (*leading, fault["place"], fault["heading"], "", "", fault["text"]))
            if not row["changes"] and not row["faults"]:
                yield _line(writer, (*leading, "", "", "", "", ""))


def _line(writer, cells) -> bytes:
    return writer.writerow([defuse(cell) for cell in cells]).encode()
