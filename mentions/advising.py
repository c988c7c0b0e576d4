"""The word of advice before a publication: the text names what it is not said to be about."""

from __future__ import annotations

from django.db import models
from django.utils.functional import lazy
from django.utils.translation import ngettext

from publishing.publication.gates import Objection, adviser, reader

from .proposals import proposals, read_proposals

RULE = "about.unnamed"
reader(read_proposals)


@adviser
def names_what_it_is_about(record: models.Model, version: models.Model) -> list[Objection]:
    found, _turned_down = proposals(record, version)
    return [Objection(RULE, _said(len(found), found[0].title))] if found else []


def _say(number: int, first: str) -> str:
    text = ngettext(
        "The text names “%(first)s” but does not list it as a subject. Add it, or turn it down.",
        "The text names %(number)s records, starting with “%(first)s”, but does not list them as "
        "subjects. Add them, or turn them down.",
        number,
    )
    return text % {"number": number, "first": first}


_said = lazy(_say, str)
