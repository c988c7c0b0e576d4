"""A record with its parts and links in one query.

A page of a directory shows a dozen lists beside each record: names, facilities, figures, designations. Each of
them as a prefetch is one more query and one more trip to the database. Here the database returns each list
as one JSON value in the row of its record; the rows are made again in Python and stand where a
prefetch would have put them, so that ``enterprise.names.all()`` costs nothing. They are for reading: to filter
them once more is a mistake and raises TypeError.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time
from decimal import Decimal
from functools import lru_cache
from itertools import islice
from uuid import UUID

from django.db import models
from django.db.models import Func, JSONField, OuterRef, Subquery
from django.db.models.expressions import Col
from django.db.models.functions import JSONArray
from django.db.models.query import ModelIterable
from modeltranslation.translator import NotRegistered, translator

from bilingual.fields import PeriodField
from bilingual.periods import Period

ALIAS = "gathered_%s"


class _Rows(Func):
    """All rows of a subquery as one array. No Aggregate, so that the subquery gets no GROUP BY."""

    output_field = JSONField()

    def as_sqlite(self, compiler, connection, **context):
        return self.as_sql(compiler, connection, function="JSON_GROUP_ARRAY", **context)

    def as_postgresql(self, compiler, connection, **context):
        return self.as_sql(compiler, connection, function="JSONB_AGG", **context)


class _Row(Func):
    """The columns of a shape; resolves to nested arrays of columns."""

    output_field = JSONField()

    def __init__(self, shape: _Shape):
        super().__init__()
        self.shape = shape

    def resolve_expression(self, query=None, allow_joins=True, reuse=None, summarize=False, for_save=False):
        return self.shape.columns(query, allow_joins=allow_joins, reuse=reuse, summarize=summarize)


class _ExactDecoder(json.JSONDecoder):
    """Reads 0.1 as the Decimal 0.1; as a float it would already be another number."""

    def __init__(self, **options):
        super().__init__(parse_float=Decimal, **options)


class Parts:
    """One list to gather: the name of a relation and, as for ``Prefetch``, which of its rows.

    ``rows`` may filter, and may ``select_related`` forward relations, which come along; it may not slice.
    ``order`` is the sort key of the list; by default the order of parts (``position``), then the key.
    ``leave`` names long columns that the page does not show, such as ``"level__scheme__body"``; of a translated
    field both languages are left.
    """

    def __init__(
        self,
        relation: str,
        rows: models.QuerySet | None = None,
        *,
        order: Callable | None = None,
        leave: tuple[str, ...] = (),
    ):
        self.relation, self.rows, self.leave = relation, rows, leave
        self.order = order or (lambda row: (getattr(row, "position", 0), str(row.pk)))

    def rows_of(self, model: type[models.Model]) -> models.QuerySet:
        related = model._meta.get_field(self.relation).related_model
        return related._default_manager.all() if self.rows is None else self.rows

    def subquery(self, model: type[models.Model]) -> Subquery:
        relation = model._meta.get_field(self.relation)
        rows = self.rows_of(model).order_by()
        if relation.one_to_many:
            rows = rows.filter(**{relation.field.name: OuterRef("pk")})
        else:
            through, mine, theirs = _link(relation)
            links = through._default_manager.filter(**{mine: OuterRef(OuterRef("pk"))})
            rows = rows.filter(pk__in=links.values(theirs))
        shape = _shape_of(rows, self.leave)
        array = rows.annotate(rows_as_json=_Rows(_Row(shape))).values("rows_as_json")
        return Subquery(array, output_field=JSONField(decoder=_ExactDecoder))

    def give(self, records: list[models.Model]) -> None:
        """Put the rows where ``record.<relation>.all()`` looks for them."""
        if not records:
            return
        model = type(records[0])
        relation, rows = model._meta.get_field(self.relation), self.rows_of(model)
        shape, place, seen = _shape_of(rows, self.leave), _place(relation), {}
        for record in records:
            found = record.__dict__.pop(ALIAS % self.relation) or []
            made = sorted(
                (shape.instance(values, record._state.db, seen) for values in found), key=self.order
            )
            if relation.one_to_many:
                for row in made:
                    relation.field.set_cached_value(row, record)
            record.__dict__.setdefault("_prefetched_objects_cache", {})[place] = _known(rows, made)


def by_position(record: models.Model) -> tuple[int, str]:
    """For ``Parts.order``: records in the order that editors gave them."""
    return record.position, record.slug


class GatheringQuerySet(models.QuerySet):
    """``.gather(Parts("names"), Parts("facilities", Facility.objects.select_related("park")))``."""

    _parts: tuple[Parts, ...] = ()

    def gather(self, *parts: Parts):
        """Bring these lists along. ``iterator()`` and ``values()`` go without them."""
        queryset = self.annotate(**{ALIAS % part.relation: part.subquery(self.model) for part in parts})
        queryset._parts = (*self._parts, *parts)
        return queryset

    def in_chunks(self, size: int) -> Iterator[list[models.Model]]:
        """All records with their lists, so many at a time: one statement, one snapshot, and never all in memory.

        The lists of a chunk are gone when the next one is asked for.
        """
        records = self.iterator(chunk_size=size)
        while chunk := list(islice(records, size)):
            for part in self._parts:
                part.give(chunk)
            yield chunk
            # A list and its record know each other; let go of both now, not when the collector comes round.
            for record in chunk:
                record.__dict__.pop("_prefetched_objects_cache", None)

    def _clone(self):
        clone = super()._clone()
        clone._parts = self._parts
        return clone

    def _fetch_all(self) -> None:
        is_fresh = self._result_cache is None
        super()._fetch_all()
        if not (is_fresh and self._parts and issubclass(self._iterable_class, ModelIterable)):
            return
        for part in self._parts:
            part.give(self._result_cache)


class _Shape:
    """Which columns of a model, and of the models that it points at, travel in which order."""

    def __init__(self, model, related, leave: tuple[str, ...] = (), prefix: str = ""):
        self.model, self.prefix = model, prefix
        self.fields = [field for field in model._meta.concrete_fields if not _stays(model, field, leave)]
        self.names = [field.attname for field in self.fields]
        self.key = self.names.index(model._meta.pk.attname)
        self.readers = [_reader(field) for field in self.fields]
        self.related = []
        for name, deeper in (related or {}).items():
            field = model._meta.get_field(name)
            left = tuple(path.removeprefix(f"{name}__") for path in leave if path.startswith(f"{name}__"))
            self.related.append((field, _Shape(field.related_model, deeper, left, f"{prefix}{name}__")))

    def columns(self, query, **options) -> JSONArray:
        """One array for each model: no database takes more than about a hundred arguments.

        Only one column of each model is looked up; the others stand in the same table.
        """
        beside = next(field.name for field in self.fields if not field.primary_key)
        alias = query.resolve_ref(self.prefix + beside, **options).alias
        own = JSONArray(*(Col(alias, field) for field in self.fields))
        return JSONArray(own, *(shape.columns(query, **options) for _, shape in self.related))

    def instance(self, values: list, database: str, seen: dict | None = None) -> models.Model | None:
        """The row, with what it points at; ``seen`` holds what others point at too."""
        own, *related = values
        key = self.model, own[self.key]
        if own[self.key] is None:
            return None
        if seen is not None and key in seen:
            return seen[key]
        read = [
            value if reader is None or value is None else reader(value)
            for reader, value in zip(self.readers, own, strict=True)
        ]
        row = self.model.from_db(database, self.names, read)
        for (field, shape), deeper in zip(self.related, related, strict=True):
            field.set_cached_value(row, shape.instance(deeper, database, seen))
        if seen is not None:
            seen[key] = row
        return row


def _link(relation) -> tuple[type[models.Model], str, str]:
    """The linking model of a many-to-many relation, and its fields that point at us and at them."""
    if relation.auto_created:
        field = relation.field
        return relation.through, field.m2m_reverse_field_name(), field.m2m_field_name()
    return relation.remote_field.through, relation.m2m_field_name(), relation.m2m_reverse_field_name()


class _Gathered:
    """Stands where a queryset has its query, once its rows are there."""

    def __getattr__(self, name: str):
        raise TypeError("Gathered rows are for reading: narrow them where they are gathered.")


def _known(rows: models.QuerySet, made: list) -> models.QuerySet:
    """A queryset that holds its rows already."""
    known = object.__new__(type(rows))
    known.__dict__ = {**rows.__dict__, "_result_cache": made, "_prefetch_done": True, "_query": _Gathered()}
    return known


def _place(relation) -> str:
    """The key under which Django keeps the prefetched rows of a relation."""
    if relation.one_to_many:
        return relation.field.remote_field.cache_name
    return relation.field.related_query_name() if relation.auto_created else relation.name


#: Shapes by what makes them: they depend on models only, and a page needs a dozen.
_shapes: dict[tuple, _Shape] = {}


def _shape_of(rows: models.QuerySet, leave: tuple[str, ...]) -> _Shape:
    related = rows.query.select_related or {}
    key = (rows.model, repr(related), leave)
    if key not in _shapes:
        _shapes[key] = _Shape(rows.model, related, leave)
    return _shapes[key]


def _stays(model: type[models.Model], field: models.Field, leave: tuple[str, ...]) -> bool:
    """Whether a column stays in the database: left out, or the unsuffixed one, which nobody reads."""
    try:
        translated = translator.get_options_for_model(model).all_fields
    except NotRegistered:
        return field.name in leave
    original = next((name for name, columns in translated.items() if field in columns), field.name)
    return field.name in translated or original in leave


def _reader(field: models.Field) -> Callable | None:
    """What makes a Python value of a JSON one; None when they are the same."""
    target = field
    while target.is_relation:
        target = target.target_field
    match target:
        case PeriodField():
            return _period
        case models.UUIDField():
            return UUID
        case models.DateTimeField():
            return _moment
        case models.DateField():
            return date.fromisoformat
        case models.TimeField():
            return time.fromisoformat
        case models.DecimalField():
            step = Decimal(1).scaleb(-target.decimal_places)
            return lambda value: Decimal(value).quantize(step)
        case models.BooleanField():
            return bool
    return None


@lru_cache(maxsize=1024)
def _period(text: str) -> Period | None:
    return Period.parse(text) if text else None


def _moment(text: str) -> datetime:
    """SQLite keeps moments in UTC and does not say so."""
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
