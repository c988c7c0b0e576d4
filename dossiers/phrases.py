"""What a dossier says of itself, in both languages at once."""

from __future__ import annotations

from collections.abc import Callable

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from bilingual import moments

from .kinds import Kind
from .reading import Reading


def both(reading: Reading, said: Callable[[], str]) -> list[str]:
    """What a function says in each language, in the order of the columns."""
    found = []
    for language in reading.languages:
        with override(language):
            found.append(str(said()))
    return found


def phrases(reading: Reading) -> dict[str, list]:
    """Title, date, headings and notes; each a text for each language, ``notes`` a list of them."""

    def in_both(said: Callable[[], str]) -> list[str]:
        return both(reading, said)

    made, number = reading.dossier.created_at, len(reading.items)
    return {
        "title": in_both(lambda: _("Investment dossier")),
        "place": in_both(lambda: _("Liangjiang New Area")),
        "day": in_both(lambda: _("Content as of %(day)s") % {"day": moments.day(made)}),
        "made": in_both(lambda: _("Created: %(moment)s") % {"moment": moments.moment(made)}),
        "number": in_both(
            lambda: ngettext("%(number)s record", "%(number)s records", number) % {"number": number}
        ),
        "contents": in_both(lambda: _("Contents")),
        "sources": in_both(lambda: _("Sources")),
        "sample": in_both(lambda: _("Sample")),
        "notes_title": in_both(lambda: _("How to read this dossier")),
        "address": in_both(lambda: _("Permanent address")),
        "notes": [in_both(note) for note in _notes(reading)],
    }


def label(reading: Reading, kind: Kind) -> list[str]:
    return both(reading, lambda: kind.label)


def _notes(reading: Reading) -> list[Callable[[], str]]:
    notes = [
        lambda: _(
            "Everything here was on the public pages of this site on the date printed on it. Later "
            "changes are not included, and anything withdrawn later is no longer shown."
        ),
        lambda: _(
            "A number in square brackets refers to the list of sources. Each figure applies only to "
            "the date given with it."
        ),
        lambda: _(
            "The Chinese text of policies is authoritative. Nothing in this dossier is an offer or advice."
        ),
    ]
    if reading.has_samples:
        notes.insert(
            0,
            lambda: _(
                "Anything marked “Sample” was made up to show how this site works. It cannot be relied "
                "on or applied for."
            ),
        )
    return notes
