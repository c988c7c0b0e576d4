"""Writing records of the content into the database: the row, its parts, its links, its editions."""

from __future__ import annotations

import datetime
import uuid
from dataclasses import dataclass, field

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import models, transaction
from modeltranslation.translator import NotRegistered, translator

from bilingual.languages import LANGUAGES, column
from demo.models import LoadedRecord
from demo.reading import ContentError, Record
from prose.fields import ProseField
from publishing.models import Publishable
from publishing.publication.actions import NotReady, publish

from .kinds import Kind
from .references import References, Unknown

#: The moment from which demo records without a date of their own are live: 2026-01-05 09:00 in Beijing.
FIRST_LIVE = datetime.datetime(2026, 1, 5, 1, 0, tzinfo=datetime.UTC)
#: Parts get their keys from where they stand, so that loading again finds them.
PARTS = uuid.UUID("5f0ac5f4-54dd-4f3a-9d8a-6f7c5a4f2c10")
#: The key that says in which languages a record is published; no column.
LIVE = "live"


@dataclass
class Tally:
    """How many rows of a kind were made, refreshed and left alone."""

    made: int = 0
    refreshed: int = 0
    left: int = 0

    def __str__(self) -> str:
        return f"{self.made} made, {self.refreshed} refreshed, {self.left} left as they are"


@dataclass
class _Pending:
    """A row that is stored, and what has to wait until all rows of its kind are."""

    record: Record
    row: models.Model
    links: list[tuple[models.Model, str, str, list]] = field(default_factory=list)
    parts: list[tuple] = field(default_factory=list)


class Writer:
    """Writes records kind by kind, each kind in one transaction.

    Rows that exist, and rows that staff have deleted, are left as they are, unless ``refresh`` puts the
    written content back. Raises ContentError for content that does not fit its model.
    """

    def __init__(self, references: References, *, refresh: bool = False):
        self.references = references
        self.refresh = refresh

    def write(self, kind: Kind, records: list[Record]) -> Tally:
        tally, pending = Tally(), []
        with transaction.atomic():
            loaded = dict(LoadedRecord.objects.filter(kind=kind.label).values_list("name", "row"))
            for record in _parents_first(kind.model, records):
                row = _known_row(kind, record, loaded)
                if self.refresh or (row is None and record.name not in loaded):
                    tally.made += row is None
                    tally.refreshed += row is not None
                    row = row or kind.model()
                    pending.append(self._store(kind, record, row))
                    LoadedRecord.objects.update_or_create(
                        kind=kind.label, name=record.name, defaults={"row": str(row.pk)}
                    )
                else:
                    tally.left += 1
                if nickname := record.values.get(kind.nickname):
                    self.references.nicknames[kind.model, nickname] = row
            for item in pending:
                for late in item.parts:
                    self._fill_parts(item, *late)
            for item in pending:
                self._link(item)
                _make_live(item)
        return tally

    def _store(self, kind: Kind, record: Record, row: models.Model) -> _Pending:
        pending = _Pending(record, row)
        if isinstance(row, Publishable):
            for language in LANGUAGES:
                setattr(row, column("live_from", language), None)
                setattr(row, column("live_until", language), None)
        values = {key: value for key, value in record.values.items() if key not in (LIVE, kind.nickname)}
        self._fill(pending, row, values, "", record.name)
        return pending

    def _fill(
        self, pending: _Pending, row: models.Model, values: dict, place: str, address: str, within=None
    ) -> None:
        """Set the columns of a row, save it, then its parts. ``address`` makes the keys of the parts."""
        record, parts = pending.record, {}
        for key, value in values.items():
            where = f"{place}{key}"
            column_field = _field(record, type(row), key, where)
            try:
                if column_field.one_to_many:
                    parts[key] = (column_field, value)
                elif column_field.many_to_many:
                    pending.links.append((row, key, where, value))
                elif column_field.is_relation:
                    setattr(row, key, self.references.find(column_field.related_model, value, within or row))
                elif isinstance(column_field, ProseField):
                    setattr(row, key, self.references.with_pictures(value))
                else:
                    setattr(row, key, value)
            except Unknown as error:
                raise ContentError(record, where, str(error)) from error
        _check(record, row, place)
        row.save()
        for key, (relation, tables) in sorted(parts.items(), key=lambda part: _leans_on(part[1][0], parts)):
            part = row, relation, tables, f"{place}{key}", f"{address}/{key}"
            if _points_across(relation):
                pending.parts.append(part)
            else:
                self._fill_parts(pending, *part)

    def _fill_parts(self, pending, row, relation, tables, place: str, address: str) -> None:
        model = relation.related_model
        numbers = range(1, len(tables) + 1)
        identities = [uuid.uuid5(PARTS, f"{model._meta.label}:{address}/{number}") for number in numbers]
        # What is no longer written goes first: what comes may be the same under another key.
        getattr(row, relation.get_accessor_name()).exclude(pk__in=identities).delete()
        for number, identity, values in zip(numbers, identities, tables, strict=True):
            part = model._default_manager.filter(pk=identity).first() or model(pk=identity)
            setattr(part, relation.field.name, row)
            part.position = number
            self._fill(pending, part, values, f"{place}[{number}].", f"{address}/{number}", within=row)

    def _link(self, pending: _Pending) -> None:
        for row, key, where, names in pending.links:
            model = row._meta.get_field(key).related_model
            try:
                getattr(row, key).set([self.references.find(model, name) for name in names])
            except Unknown as error:
                raise ContentError(pending.record, where, str(error)) from error


def _known_row(kind: Kind, record: Record, loaded: dict[str, str]) -> models.Model | None:
    """The row that was made from a record, or one that already has its identity."""
    rows = kind.model._default_manager
    if record.name in loaded:
        return rows.filter(pk=loaded[record.name]).first()
    return rows.filter(**{kind.identity: record.values[kind.identity]}).first()


def _field(record: Record, model: type[models.Model], key: str, where: str):
    """The column, relation or list of parts that a key names."""
    known = {known.name: known for known in model._meta.get_fields()}
    if key not in known:
        raise ContentError(record, where, f"a {model._meta.verbose_name} has no such column")
    if key in _translated(model):
        raise ContentError(record, where, f"say {key}_en and {key}_zh_hans")
    return known[key]


def _translated(model: type[models.Model]) -> set[str]:
    try:
        return set(translator.get_options_for_model(model).all_fields)
    except NotRegistered:
        return set()


def _leans_on(relation, parts: dict) -> int:
    """How many of the other lists of parts the models of this one point at: those come first."""
    siblings = {other.related_model for other, _ in parts.values()}
    return sum(field.related_model in siblings for field in relation.related_model._meta.fields)


def _points_across(relation) -> bool:
    """Whether a part of one row names another row of the same kind, as a customer or a distance does."""
    fields = relation.related_model._meta.fields
    return sum(field.related_model is relation.model for field in fields) > 1


def _parents_first(model: type[models.Model], records: list[Record]) -> list[Record]:
    """Records in an order in which every row that another one points at comes before it."""
    keys = [field.name for field in model._meta.fields if field.related_model is model]
    waiting, done, ordered = list(records), set(), []
    names = {record.name for record in records}
    while waiting:
        ready = [
            r
            for r in waiting
            if all(r.values.get(key) in done or r.values.get(key) not in names for key in keys)
        ]
        if not ready:
            raise ContentError(waiting[0], keys[0], "these records point at each other in a circle")
        ordered += ready
        done |= {record.name for record in ready}
        waiting = [record for record in waiting if record.name not in done]
    return ordered


def _check(record: Record, row: models.Model, place: str) -> None:
    try:
        row.full_clean()
    except ValidationError as error:
        key, problems = next(iter(error.message_dict.items()))
        where = place + ("row" if key == NON_FIELD_ERRORS else key)
        raise ContentError(record, where, " ".join(problems)) from error


def _make_live(pending: _Pending) -> None:
    row = pending.row
    if not isinstance(row, Publishable):
        return
    for language in pending.record.values.get(LIVE, LANGUAGES):
        if language not in LANGUAGES:
            raise ContentError(pending.record, LIVE, f"{language!r} is not one of {', '.join(LANGUAGES)}")
        try:
            publish(row, language=language, at=getattr(row, "dated_at", None) or FIRST_LIVE)
        except NotReady as error:
            names = ", ".join(column(name, language) for name in error.fields)
            raise ContentError(pending.record, names, f"is needed to publish {language}") from error
