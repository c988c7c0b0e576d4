"""How much a file may hold. A bigger table has to be split; a file far beyond these is an attack."""

from __future__ import annotations

from django.utils.translation import gettext as _

MOST_BYTES = 20 * 1024 * 1024
#: Of a workbook, when it is unpacked.
MOST_UNPACKED = 96 * 1024 * 1024
MOST_MEMBERS = 300
#: A workbook of words packs ten to one, an empty one of styles forty to one.
MOST_RATIO = 150
MOST_SHEETS = 30
MOST_ROWS = 20_000
MOST_COLUMNS = 400
MOST_CELLS = 1_000_000
#: So many records may be changed by one file: they are written in one transaction, and others wait for it.
MOST_CHANGED = 300


def too_large() -> str:
    return _("The file is too large: at most %(number)s MB are read.") % {
        "number": MOST_BYTES // 1024 // 1024
    }


def too_many_rows() -> str:
    return _("The file has more than %(number)s rows. Split it into several files.") % {"number": MOST_ROWS}


def too_many_cells() -> str:
    return _("The file has more than %(number)s cells. Split it into several files.") % {"number": MOST_CELLS}
