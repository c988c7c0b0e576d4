"""Who wrote what stands in a record now: for each field and each row, the last revision that changed it."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import models
from django.utils.text import capfirst

from bilingual.languages import HTML_LANG

from ..columns import chosen_relations, content_columns, part_relations
from ..drafts.working_copies import load
from ..models import Revision
from ..snapshots import upgraded
from .blocks import blocks_of
from .differences import POSITION, title_of
from .sayings import Said, holds_prose, holds_words, label_of, named, say

#: Revisions that are looked at, newest first. What is older is told as "this or before".
DEPTH = 200
_CHUNK = 25
_ABSENT = object()
#: Characters of a text that are shown.
_SHOWN = 160


@dataclass
class Authorship:
    """A field of one language, or an inline row: what it says, and the revision that wrote it last.

    ``is_cut`` says that the revision is only the oldest one that was looked at.
    """

    label: str
    html_lang: str
    said: Said
    revision: Revision
    is_cut: bool = False


def authorships(record: models.Model, revisions: models.QuerySet) -> list[Authorship]:
    """The authorship of everything that the newest of some revisions holds, in the order of the form.

    ``revisions`` are those of the record, newest first, with snapshots and authors. They are read once, and no
    further than the oldest that is needed.
    """
    walk = revisions[:DEPTH].iterator(chunk_size=_CHUNK)
    newest = next(walk, None)
    if newest is None:
        return []
    current = upgraded(record, newest.snapshot)
    written, left = {}, _places(current)
    last = newest
    for older in walk:
        there = _places(older.snapshot)
        for place in [place for place, value in left.items() if there.get(place, _ABSENT) != value]:
            written[place] = last
            del left[place]
        last = older
        if not left:
            break
    is_first = last.number == 1
    written |= dict.fromkeys(left, last)
    return [
        Authorship(label, html_lang, said, written[place], place in left and not is_first)
        for place, label, html_lang, said in _shown(record, current)
    ]


def _places(snapshot: dict) -> dict[tuple, object]:
    """Everything that one person writes at a time: fields, choices, and inline rows as a whole."""
    places = {("f", name): value for name, value in snapshot["f"].items()}
    places |= {("m", name): value for name, value in snapshot["m"].items()}
    for name, rows in snapshot["c"].items():
        for row in rows:
            fields = {field: value for field, value in row["f"].items() if field != POSITION}
            places["c", name, row["pk"]] = {"f": fields, "m": row["m"]}
    return places


def _shown(record: models.Model, snapshot: dict):
    """(place, label, html language, what it says) of everything that is not empty."""
    copy = load(record, snapshot)
    for name, column in content_columns(type(record)).items():
        value = snapshot["f"][name]
        if value not in (None, ""):
            said = _brief(column.field, copy, value)
            yield ("f", name), label_of(column.field), HTML_LANG.get(column.language, ""), said
    for relation in chosen_relations(type(record)):
        targets = {str(target.pk): target for target in getattr(copy, relation.name).all()}
        names = [named(targets.get(str(key)), key).text for key in snapshot["m"][relation.name]]
        if names:
            yield ("m", relation.name), label_of(relation), "", Said(_cut(" · ".join(names)))
    for name, relation in part_relations(type(record)).items():
        label = capfirst(str(relation.related_model._meta.verbose_name))
        for part in getattr(copy, name).all():
            yield ("c", name, str(part.pk)), label, "", Said(_cut(title_of(part)))


def _brief(field: models.Field, copy: models.Model, value) -> Said:
    if holds_prose(field):
        paragraphs = ("".join(token.text for token in block.tokens) for block in blocks_of(value)[:4])
        return Said(_cut(" ".join(paragraphs)))
    if holds_words(field, copy):
        return Said(_cut(value))
    return say(field, copy, value)


def _cut(text: str) -> str:
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
