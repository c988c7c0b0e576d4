"""One declaration of a field: what it means, its schema, how it is read, what has to be fetched for it.

The answers, the description, the files and the reference page are all made from it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from django.db import models
from django.utils.functional import Promise
from modeltranslation.translator import NotRegistered, translator

from bilingual.languages import LANGUAGES
from evidence.models import Source
from prose.fields import ProseField
from publishing.gathering import Parts
from publishing.models import Publishable

from . import schemas
from .public import Public, live, name_of, plain


class Kind(Enum):
    """How a field stands in a table: one cell, one for each language, those of its parts, or a list."""

    PLAIN, WORDS, REFERENCE, OBJECT, TEXTS, REFERENCES, ROWS = range(7)


@dataclass(frozen=True)
class Field:
    """``read`` takes the record and what is public of it. ``joins`` are forward relations that come along, ``part``
    makes the list to gather at a moment. ``choices`` are (value, words) pairs of a vocabulary."""

    name: str
    meaning: str | Promise
    schema: dict
    read: Callable[[models.Model, Public], object]
    kind: Kind = Kind.PLAIN
    fields: tuple[Field, ...] = ()
    joins: tuple[str, ...] = ()
    part: Callable[[datetime], Parts] | None = None
    choices: tuple = ()


class FieldsOf:
    """Makes the fields of a model: ``FieldsOf(Enterprise).words("short_name", "name")``."""

    def __init__(self, model: type[models.Model]):
        self.model = model

    def value(self, column: str, name: str = "", meaning: str | Promise = "") -> Field:
        """A column that both languages share."""
        field = self.model._meta.get_field(column)
        return Field(
            name or column,
            meaning or field.verbose_name,
            schemas.of_column(field),
            lambda record, public: plain(getattr(record, column)),
            choices=tuple(field.flatchoices or ()),
        )

    def words(self, column: str, name: str = "", meaning: str | Promise = "") -> Field:
        """A translated column: a value for each language."""
        return Field(
            name or column,
            meaning or self.model._meta.get_field(column).verbose_name,
            schemas.ref("Words"),
            lambda record, public: public.words(record, column),
            Kind.WORDS,
        )

    def reference(self, column: str, name: str = "", meaning: str | Promise = "") -> Field:
        """A foreign key to another public record."""
        field = self.model._meta.get_field(column)
        return Field(
            name or column,
            meaning or field.verbose_name,
            schemas.or_null(schemas.ref("Reference")),
            lambda record, public: public.reference(getattr(record, column)),
            Kind.REFERENCE,
            joins=(column,),
        )

    def references(self, relation: str, name: str = "") -> Field:
        """The public records at the other end of a many-to-many relation, by slug."""
        target = self.model._meta.get_field(relation).related_model
        leave = _all_but_name(target)
        return Field(
            name or relation,
            self.model._meta.get_field(relation).verbose_name,
            schemas.listed(schemas.ref("Reference")),
            lambda record, public: [
                found
                for other in getattr(record, relation).all()
                if (found := public.reference(other)) is not None
            ],
            Kind.REFERENCES,
            part=lambda at: Parts(relation, live(target, at), order=lambda one: one.slug, leave=leave),
        )

    def source(self, column: str = "source") -> Field:
        """Who says so."""
        return Field(
            column,
            self.model._meta.get_field(column).verbose_name,
            schemas.or_null(schemas.ref("Source")),
            lambda record, public: source(getattr(record, column), public),
            Kind.OBJECT,
            fields=SOURCE_FIELDS,
            joins=(column,),
        )

    def sources(self, relation: str = "sources") -> Field:
        return Field(
            relation,
            self.model._meta.get_field(relation).verbose_name,
            schemas.listed(schemas.ref("Source")),
            lambda record, public: [source(one, public) for one in getattr(record, relation).all()],
            Kind.ROWS,
            fields=SOURCE_FIELDS,
            part=lambda at: Parts(relation, order=lambda one: one.key),
        )

    def rows(self, relation: str, *fields: Field, name: str = "", public_in: Callable | None = None) -> Field:
        """Parts of a record with fields of their own.

        ``public_in(row, public)`` narrows the languages of a row; one that is left with none is left out.
        """
        target = self.model._meta.get_field(relation).related_model
        joins = [join for field in fields for join in field.joins]
        leave = tuple(path for field in fields for path in _left_of(target, field))

        def read(record, public: Public) -> list[dict]:
            rows = getattr(record, relation).all()
            pairs = [(row, public_in(row, public) if public_in else public) for row in rows]
            return [read_all(fields, row, theirs) for row, theirs in pairs if theirs.languages]

        return Field(
            name or relation,
            target._meta.verbose_name_plural,
            schemas.listed(object_schema(fields)),
            read,
            Kind.ROWS,
            fields=fields,
            part=lambda at: Parts(
                relation, target._default_manager.select_related(*joins) if joins else None, leave=leave
            ),
        )

    def fact(self) -> tuple[Field, ...]:
        """The columns of ``evidence.models.Fact``."""
        columns = ("value", "unit", "comparator", "per", "usd_as_printed", "as_of")
        return (*(self.value(column) for column in columns), self.source())


def if_public(relation: str) -> Callable:
    """For ``public_in``: a row is told only where the record that it points at is public itself."""

    def narrowed(row, public: Public) -> Public:
        return public if getattr(row, relation).live_languages(public.at) else Public(public.at, ())

    return narrowed


def read_all(fields: tuple[Field, ...], record: models.Model, public: Public) -> dict:
    return {field.name: field.read(record, public) for field in fields}


def object_schema(fields: tuple[Field, ...]) -> dict:
    """The schema of an object with these fields; each is described in the active language."""
    return schemas.obj({field.name: described(field) for field in fields})


def described(field: Field) -> dict:
    """The schema of a field with its meaning, said when it is written."""
    return {"description": field.meaning, **field.schema}


def source(record: Source | None, public: Public) -> dict | None:
    """A source as it is named everywhere; it is no edition, and its name is public in both languages."""
    return None if record is None else read_all(SOURCE_FIELDS, record, Public(public.at, LANGUAGES))


SOURCE_FIELDS = (
    FieldsOf(Source).words("name"),
    FieldsOf(Source).value("kind"),
    FieldsOf(Source).value("url"),
    FieldsOf(Source).value("dated_on", "dated"),
)


def unread(model: type[models.Model]) -> list[str]:
    """Long columns that no answer shows: texts with markup, and what is noted for staff alone."""
    translated = _translated(model)
    long = [
        field.name
        for field in model._meta.concrete_fields
        if isinstance(field, ProseField | models.JSONField) or field.name == "to_confirm"
    ]
    return [*long, *(column.name for name in long for column in translated.get(name, ()))]


def _left_of(model: type[models.Model], field: Field) -> list[str]:
    """Columns of what a field points at that nobody reads, as paths."""
    found = []
    for join in field.joins:
        target = model
        for step in join.split("__"):
            target = target._meta.get_field(step).related_model
        if issubclass(target, Publishable):
            found += [f"{join}__{name}" for name in _all_but_name(target)]
    return found


def _all_but_name(model: type[models.Model]) -> tuple[str, ...]:
    """Text columns of a publishable model, except what a reference says of it."""
    columns = {column for kept in _translated(model).values() for column in kept}
    return tuple(
        field.name
        for field in model._meta.concrete_fields
        if isinstance(field, models.TextField | models.CharField | models.JSONField)
        and field not in columns
        and field.name not in ("slug", name_of(model))
    )


def _translated(model: type[models.Model]) -> dict:
    try:
        return translator.get_options_for_model(model).all_fields
    except NotRegistered:
        return {}
