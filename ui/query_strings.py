"""Reading what somebody typed into an address: no address is an error, and what means nothing is named."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

#: Characters of one value that are looked at, and of a text to look for that are kept: names are short.
LONGEST_READ, LONGEST_TEXT = 320, 80
#: Characters of a value that are repeated to who typed it.
LONGEST_SHOWN = 40
#: Names that are repeated.
MOST_SHOWN = 5


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


def unknown_names(names: list[str]) -> list[str]:
    """Says in one sentence that “no-such-park” and its like are not known here; [] when there are none."""
    if not names:
        return []
    shown = [f"“{printable(name)[:LONGEST_SHOWN]}”" for name in names[:MOST_SHOWN]]
    words = ngettext(
        "%(names)s was not found on this site and was left out.",
        "%(names)s were not found on this site and were left out.",
        len(shown),
    )
    return [words % {"names": _(", ").join(shown)}]
