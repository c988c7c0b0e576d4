"""Reading what somebody typed into an address: no address is an error, and what means nothing is named."""

from __future__ import annotations

from django.utils.translation import gettext as _

#: Characters of one value that are looked at, and of a text to look for that are kept: names are short.
LONGEST_READ, LONGEST_TEXT = 320, 80
#: Characters of a value that are repeated to who typed it.
LONGEST_SHOWN = 40


def printable(text: str) -> str:
    """Without control characters and surplus space, cut after LONGEST_READ characters."""
    cut = text[:LONGEST_READ]
    return " ".join("".join(letter if letter.isprintable() else " " for letter in cut).split())


def read_text(asked: str) -> tuple[str, str]:
    """A text to look for, and a sentence that says that it was cut; the sentence is empty when it was not."""
    text = printable(asked)
    if len(text) <= LONGEST_TEXT:
        return text, ""
    cut = _("The query was cut to its first %(number)s characters.") % {"number": LONGEST_TEXT}
    return text[:LONGEST_TEXT].strip(), cut


def unknown_parameter(name: str, value: str) -> str:
    """Says “standing=maybe” is not known here and was left out."""
    return _("“%(name)s=%(value)s” was not recognised and was ignored.") % {
        "name": name,
        "value": printable(value)[:LONGEST_SHOWN],
    }


def unknown_name(name: str) -> str:
    """Says “no-such-park” is not known here and was left out."""
    return _("“%(name)s” was not found on this site and was left out.") % {
        "name": printable(name)[:LONGEST_SHOWN]
    }
