"""A kind of record as open data: one declaration, from which everything else is made."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db import models
from django.db.models import Q, QuerySet
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from bilingual.languages import LANGUAGES, column
from bilingual.moments import BEIJING
from publishing.querysets import live_condition

from . import schemas
from .fields import Field, Kind, object_schema, read_all, unread
from .filters import Asked, Filter, choice, day
from .public import Public, live, plain

#: Records in memory at once while a whole data set is written.
CHUNK = 50


#: What every record has: its address here, its pages, and since when it is public.
EDITION_FIELDS = (
    Field(
        "id",
        _("Its name in addresses, the same in both languages"),
        schemas.SLUG_SCHEMA,
        lambda one, public: one.slug,
    ),
    Field(
        "page",
        _("Its page on this site, in each language in which it is public"),
        schemas.ref("Pages"),
        lambda one, public: public.pages(one),
        Kind.WORDS,
    ),
    Field(
        "published_at",
        _("When it became public in each language"),
        schemas.ref("Moments"),
        lambda one, public: public.beginnings(one),
        Kind.WORDS,
    ),
    Field(
        "changed_at",
        _("When it was last changed"),
        schemas.MOMENT,
        lambda one, public: plain(one.changed_at),
    ),
)


@dataclass(frozen=True)
class Resource:
    """``key`` is its name in addresses, ``schema_name`` in the description. ``order`` is total; its columns are never
    empty. ``joint`` narrows by parameters that are read together. ``page`` is the route of the public list."""

    key: str
    schema_name: str
    model: type[models.Model]
    title: str | Promise
    summary: str | Promise
    own_fields: tuple[Field, ...]
    own_filters: tuple[Filter, ...] = ()
    order: tuple[str, ...] = ("pk",)
    page: str = ""
    joint: Callable[[QuerySet, Asked], QuerySet] | None = None
    #: Rows of the kind that are public in some languages at a moment; by default those of a publishable model.
    base: Callable[[datetime, tuple[str, ...]], QuerySet] | None = None
    #: What of one record is public; by default its own live editions.
    public_of: Callable[[models.Model, datetime], Public] = Public.of
    first_fields: tuple[Field, ...] = EDITION_FIELDS
    #: The column that finds one record, and how its address is written.
    lookup: str = "slug"
    changed: str = "changed_at"

    @property
    def fields(self) -> tuple[Field, ...]:
        return (*self.first_fields, *self.own_fields)

    @property
    def filters(self) -> tuple[Filter, ...]:
        return (*self.own_filters, *COMMON)

    @property
    def schema(self) -> dict:
        return object_schema(self.fields)

    def bare(self, at: datetime, languages: tuple[str, ...] = LANGUAGES) -> QuerySet:
        """The public rows without their lists, for counting."""
        return self.base(at, languages) if self.base else live(self.model, at, languages)

    def rows(self, asked: Asked) -> QuerySet:
        """What is asked for, in order, with all that a record tells, in one query."""
        rows = self.bare(asked.at, asked.languages)
        for each in self.filters:
            values = asked.all(each.name)
            if values and each.narrow:
                rows = each.narrow(rows, values, asked)
        if self.joint:
            rows = self.joint(rows, asked)
        if since := asked.first("since"):
            rows = rows.filter(self._changed_since(since, asked.at))
        joins = {join for field in self.fields for join in field.joins}
        parts = [field.part(asked.at) for field in self.fields if field.part]
        rows = rows.defer(*unread(self.model), *(f"{j}__{c}" for j in joins for c in self._unread(j)))
        rows = rows.select_related(*joins) if joins else rows
        return rows.order_by(*self.order).gather(*parts)

    def read(self, record: models.Model, at: datetime) -> dict:
        """A record as it is answered."""
        return read_all(self.fields, record, self.public_of(record, at))

    def everything(self, asked: Asked) -> Iterator[dict]:
        """All that is asked for, as one statement reads it; never more than a chunk in memory."""
        for chunk in self.rows(asked).in_chunks(CHUNK):
            for record in chunk:
                yield self.read(record, asked.at)

    def _changed_since(self, first, at: datetime) -> Q:
        """Changed, or public for the first time, on a day or after it. Time alone may have made it public."""
        begin = moment_of(first)
        condition = Q(**{f"{self.changed}__gte": begin})
        prefix = self.changed.removesuffix("changed_at")
        for language in LANGUAGES:
            name = f"{prefix}{column('live_from', language)}"
            condition |= Q(**{f"{name}__gte": begin}) & live_condition(language, at, prefix)
        return condition

    def _unread(self, join: str) -> list[str]:
        model = self.model
        for step in join.split("__"):
            model = model._meta.get_field(step).related_model
        return unread(model)


COMMON = (
    choice(
        "language",
        _("Only what is public in this language; messages are in this language too"),
        [(code, code) for code in LANGUAGES],
        None,
        is_many=False,
    ),
    day("since", _("Only what was changed or became public on or after this day")),
)
#: What an address takes that is no list.
LANGUAGE_ONLY = COMMON[:1]
#: Days that moments can be made of in every time zone; what lies outside means the first or last of them.
EARLIEST, LATEST = 1900, 9000


def moment_of(first: date, days: int = 0) -> datetime:
    """The first moment in Beijing of a day, or of that so many days later."""
    year = min(max(first.year, EARLIEST), LATEST)
    kept = first if year == first.year else date(year, 1, 1)
    return datetime.combine(kept + timedelta(days=days), time(), BEIJING)


def title_of(resource: Resource) -> str:
    return capfirst(str(resource.title))
