"""Text files of unknown encoding: UTF-8, UTF-16 and GB18030 are read right, and nothing is guessed beyond them."""

from __future__ import annotations

import codecs
import unicodedata

from django.utils.translation import gettext as _

from .grid import Refused

#: By the first bytes, the longer marks first: the mark of UTF-32 begins with that of UTF-16.
MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
NAMES = {
    "utf-8": "UTF-8",
    "utf-16-le": "UTF-16",
    "utf-16-be": "UTF-16",
    "utf-32-le": "UTF-32",
    "utf-32-be": "UTF-32",
    "gb18030": "GB18030",
}
#: So much is looked at to find UTF-16 without its mark.
LOOKED_AT = 4096


def decoded(data: bytes) -> tuple[str, str]:
    """(text, name of the encoding). Raises Refused for what is not text, or in no encoding that is known here."""
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _strictly(data[len(mark) :], encoding), NAMES[encoding]
    if wide := _wide(data[:LOOKED_AT]):
        return _strictly(data, wide), NAMES[wide]
    try:
        return _checked(data.decode("utf-8")), NAMES["utf-8"]
    except UnicodeDecodeError:
        return _strictly(data, "gb18030"), NAMES["gb18030"]


def _wide(start: bytes) -> str | None:
    """Which UTF-16 it is, by where the zero bytes of its Latin signs stand; None when it is none."""
    zeros = [start[place::2].count(0) for place in (0, 1)]
    if not any(zeros):
        return None
    return "utf-16-be" if zeros[0] > zeros[1] else "utf-16-le"


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return _checked(data.decode(encoding))
    except UnicodeDecodeError as error:
        raise Refused(_unreadable()) from error


def _checked(text: str) -> str:
    """Bytes of another encoding often decode into signs that nobody writes: then it was the wrong one."""
    odd = {"Co", "Cn", "Cs"}
    if "\0" in text or any(unicodedata.category(sign) in odd for sign in set(text)):
        raise Refused(_unreadable())
    return text


def _unreadable() -> str:
    return _(
        "The text encoding of this file cannot be determined. Save it as “CSV UTF-8” or as an Excel "
        "workbook (.xlsx)."
    )
