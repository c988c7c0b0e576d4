"""The places of a record that hold words: each translated field of the record and of its parts."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property

from django import forms
from django.db import models
from django.utils.text import capfirst
from modeltranslation.fields import TranslationField

from bilingual.languages import CHINESE, ENGLISH, LANGUAGES, column
from publishing.columns import content_columns, part_relations
from publishing.snapshots import Snapshot

from .fingerprints import fingerprint, normalised


@dataclass(frozen=True)
class Place:
    """A field in both languages. ``path`` is its name, or ``parts/key/name`` in a part of the record."""

    path: str
    model: type[models.Model]
    name: str
    texts: dict[str, str]
    #: Which of the parts of its kind it stands in, counted from 1; None in the record itself.
    number: int | None = None

    @property
    def field(self) -> models.Field:
        """The field without a language."""
        return self.model._meta.get_field(column(self.name, ENGLISH)).translated_field

    @property
    def label(self) -> str:
        """What the place is called in the active language."""
        name = capfirst(str(self.field.verbose_name))
        if self.number is None:
            return name
        return f"{capfirst(str(self.model._meta.verbose_name))} {self.number}: {name}"

    @property
    def is_rich(self) -> bool:
        return getattr(self.field, "holds_figures", False)

    @property
    def is_long(self) -> bool:
        return isinstance(self.field, models.TextField)

    @cached_property
    def read(self) -> dict[str, str]:
        """What is read in each language."""
        return {code: normalised(self.texts[code], code) for code in LANGUAGES}

    @cached_property
    def fingerprints(self) -> dict[str, str]:
        return {code: fingerprint(self.texts[code], code) for code in LANGUAGES}


@cache
def words_of(model: type[models.Model]) -> tuple[str, ...]:
    """Base names of the fields of a model that hold words in both languages."""
    names: dict[str, set] = {}
    for one in content_columns(model).values():
        text = isinstance(one.field, models.CharField | models.TextField) and not one.field.choices
        if text and isinstance(one.field, TranslationField):
            names.setdefault(one.field.translated_field.name, set()).add(one.language)
    return tuple(name for name, languages in names.items() if languages == set(LANGUAGES))


def places(model: type[models.Model], snapshot: Snapshot | None) -> dict[str, Place]:
    """Every place of a snapshot, by its path. What a snapshot from before a migration lacks is empty."""
    return {place.path: place for place in _found(model, snapshot or {})}


def _found(model: type[models.Model], snapshot: Snapshot) -> Iterator[Place]:
    values = snapshot.get("f", {})
    for name in words_of(model):
        yield Place(name, model, name, _texts(values, name))
    for parts, relation in part_relations(model).items():
        for number, row in enumerate(snapshot.get("c", {}).get(parts, []), start=1):
            for name in words_of(relation.related_model):
                path = f"{parts}/{row['pk']}/{name}"
                yield Place(path, relation.related_model, name, _texts(row["f"], name), number)


def _texts(values: dict, name: str) -> dict[str, str]:
    return {code: values.get(column(name, code)) or "" for code in (ENGLISH, CHINESE)}


def form_field(place: Place, language: str) -> forms.Field:
    """The field of a form in which a text of this place is typed: for rich text the editor."""
    field = place.model._meta.get_field(column(place.name, language)).formfield()
    field.required = False
    return field


def cleaned(place: Place, language: str, text: str) -> str:
    """A text as the field of the place takes it. Raises ValidationError for one that is too long or refused."""
    field = place.model._meta.get_field(column(place.name, language))
    return field.clean(text.replace("\r\n", "\n"), None) if text else ""


def with_texts(snapshot: Snapshot, language: str, texts: dict[str, str]) -> Snapshot:
    """A snapshot with other texts in one language, by path. Raises KeyError for a path that it does not have."""
    changed = copy.deepcopy(snapshot)
    for path, text in texts.items():
        parts, _, rest = path.partition("/")
        if not rest:
            row = changed["f"]
        else:
            key, _, parts_field = rest.partition("/")
            row = next((row["f"] for row in changed["c"][parts] if row["pk"] == key), None)
            if row is None:
                raise KeyError(path)
            path = parts_field
        if column(path, language) not in row:
            raise KeyError(path)
        row[column(path, language)] = text.replace("\r\n", "\n")
    return changed
