"""What differs between two snapshots of a record: field by field, language by language, row by row."""

from __future__ import annotations

from dataclasses import dataclass, field
from difflib import SequenceMatcher

from django.core.exceptions import ObjectDoesNotExist
from django.db import models
from django.utils.text import capfirst

from bilingual.languages import HTML_LANG, LANGUAGES

from ..columns import Column, chosen_relations, content_columns, part_relations
from ..drafts.working_copies import load
from ..snapshots import Snapshot
from .blocks import BlockChange, compare_blocks, images_in
from .sayings import Said, base_name, holds_prose, holds_words, label_of, named, say
from .texts import ADDED, REMOVED, Piece, compare_texts

MOVED, CHANGED = "moved", "changed"
#: The column that keeps rows in order: told as a move, not as a number.
POSITION = "position"


@dataclass
class Cell:
    """One column of a change: pieces of a plain text, blocks of a rich one, or what stood before and stands now.

    ``before`` is None in a row that was added, ``after`` in one that was removed.
    """

    language: str | None
    pieces: list[Piece] = field(default_factory=list)
    blocks: list[BlockChange] = field(default_factory=list)
    before: Said | None = None
    after: Said | None = None
    added: list[Said] = field(default_factory=list)
    removed: list[Said] = field(default_factory=list)

    @property
    def html_lang(self) -> str:
        return HTML_LANG.get(self.language, "")


@dataclass
class FieldChange:
    """A field that differs; a translated one has a cell for each language, None where nothing changed."""

    label: str
    cells: list[Cell | None]

    @property
    def is_translated(self) -> bool:
        return len(self.cells) > 1


@dataclass
class RowChange:
    """An inline row that was added, removed, changed or only moved; places count from 1."""

    title: str
    change: str
    fields: list[FieldChange] = field(default_factory=list)
    place_before: int = 0
    place_after: int = 0

    @property
    def has_moved(self) -> bool:
        return bool(self.place_before)


@dataclass
class RowsChange:
    label: str
    rows: list[RowChange]


@dataclass
class Comparison:
    fields: list[FieldChange]
    parts: list[RowsChange]

    @property
    def is_empty(self) -> bool:
        return not self.fields and not self.parts


def compare(live: models.Model, before: Snapshot, after: Snapshot) -> Comparison:
    """Compare two snapshots of a record, in the language of the reader.

    Names of related records are read in bulk, one query for each kind and side.
    """
    old, new = load(live, before), load(live, after)
    fields = _fields(old, old.wc_snapshot, new, new.wc_snapshot)
    parts = []
    for name, relation in part_relations(type(live)).items():
        rows = _rows(name, old, new)
        if rows:
            parts.append(RowsChange(capfirst(str(relation.related_model._meta.verbose_name_plural)), rows))
    return Comparison(fields, parts)


def _fields(old, old_row: dict | None, new, new_row: dict | None) -> list[FieldChange]:
    model = type(new if new is not None else old)
    empty = {"f": {}, "m": {}}
    old_row, new_row = old_row or empty, new_row or empty
    found: dict[str, FieldChange] = {}
    for name, column in content_columns(model).items():
        was, now = old_row["f"].get(name), new_row["f"].get(name)
        if name == POSITION or not _differ(was, now, is_new=old is None):
            continue
        key = base_name(column.field)
        if key not in found:
            cells = [None] * (len(LANGUAGES) if column.language else 1)
            found[key] = FieldChange(label_of(column.field), cells)
        place = LANGUAGES.index(column.language) if column.language else 0
        found[key].cells[place] = _cell(column, old, was, new, now)
    for relation in chosen_relations(model):
        was, now = (row["m"].get(relation.name, []) for row in (old_row, new_row))
        if was != now:
            cell = Cell(None, added=_names(relation, new, now, was), removed=_names(relation, old, was, now))
            found[relation.name] = FieldChange(label_of(relation), [cell])
    return list(found.values())


def _differ(was, now, *, is_new: bool) -> bool:
    """Whether readers would see a difference. None equals an empty text; in a new row an unticked box says nothing."""
    if was in (None, "") and now in (None, ""):
        return False
    return was != now and not (is_new and now is False)


def _cell(column: Column, old, was, new, now) -> Cell:
    if holds_prose(column.field):
        return Cell(column.language, blocks=compare_blocks(was or "", now or ""))
    if holds_words(column.field, old, new):
        return Cell(column.language, pieces=compare_texts(was or "", now or ""))
    before = say(column.field, old, was) if old is not None else None
    return Cell(
        column.language, before=before, after=say(column.field, new, now) if new is not None else None
    )


def _names(relation: models.ManyToManyField, record, keys: list, others: list) -> list[Said]:
    """The names of the keys that the other side does not have."""
    if record is None:
        return []
    targets = {str(target.pk): target for target in getattr(record, relation.name).all()}
    return [named(targets.get(str(key)), key) for key in keys if key not in others]


def _rows(name: str, old, new) -> list[RowChange]:
    olds, news = ({str(row.pk): row for row in getattr(side, name).all()} for side in (old, new))
    stored = [{row["pk"]: row for row in side.wc_snapshot["c"][name]} for side in (old, new)]
    places = [{pk: place for place, pk in enumerate(side, 1)} for side in (olds, news)]
    moved = _moved(list(olds), list(news))
    found = []
    for pk, row in news.items():
        before = olds.get(pk)
        fields = _fields(before, stored[0].get(pk), row, stored[1][pk])
        if before is None:
            found.append(RowChange(title_of(row), ADDED, fields))
        elif fields or pk in moved:
            change = RowChange(title_of(row), CHANGED if fields else MOVED, fields)
            if pk in moved:
                change.place_before, change.place_after = places[0][pk], places[1][pk]
            found.append(change)
    for pk, row in olds.items():
        if pk not in news:
            found.append(RowChange(title_of(row), REMOVED, _fields(row, stored[0][pk], None, None)))
    return found


def _moved(olds: list[str], news: list[str]) -> set[str]:
    """The fewest rows that must have moved, of those on both sides."""
    known = set(olds) & set(news)
    before, after = [pk for pk in olds if pk in known], [pk for pk in news if pk in known]
    stayed = {
        pk
        for start, _other, length in SequenceMatcher(
            None, before, after, autojunk=False
        ).get_matching_blocks()
        for pk in before[start : start + length]
    }
    return known - stayed


def title_of(row: models.Model) -> str:
    """The name of a row; its kind where the name would be that of something that is gone."""
    try:
        return str(row) or str(row._meta.verbose_name)
    except ObjectDoesNotExist:
        return capfirst(str(row._meta.verbose_name))


def pictures_in(before: Snapshot, after: Snapshot) -> set[str]:
    """Keys of the pictures that the rich texts of two snapshots name."""
    texts = [value for side in (before, after) for value in side["f"].values() if isinstance(value, str)]
    return {key for text in texts if "data-file" in text for key in images_in(text)}
