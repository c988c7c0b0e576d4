"""What a list can be asked for. The names of the parameters are those of the public lists.

A vocabulary is closed: what is not in it is refused. A slug that nobody has finds nothing, which is no mistake; one of
a record that is not public finds nothing either, so that no question tells what is being prepared.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Exists, Model, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Replace
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bilingual.languages import LANGUAGES, column
from publishing.querysets import live_condition

from . import schemas
from .public import live

#: Values of one parameter.
MOST_VALUES = 20
LONGEST_TEXT = 80
TEXT_PATTERN = "^[^\\u0000-\\u001f\\u007f]+$"
#: What a name sounds like in each language, while it is looked for.
SOUNDS = {language: column("heard", language) for language in LANGUAGES}
YEAR_PATTERN = "^[12][0-9]{3}$"
FLAG = {"type": "string", "enum": ["true", "false"]}


@dataclass(frozen=True)
class Asked:
    """What a list is asked for: values by parameter, cleaned; the moment and the day in Beijing of the answer."""

    values: dict[str, list]
    at: datetime
    today: date
    languages: tuple[str, ...] = LANGUAGES

    def first(self, name: str):
        return next(iter(self.values.get(name, ())), None)

    def all(self, name: str) -> list:
        return self.values.get(name, [])


Narrow = Callable[[QuerySet, list, Asked], QuerySet]


@dataclass(frozen=True)
class Filter:
    """``schema`` is that of one value; ``narrow`` is None where a resource reads several parameters together."""

    name: str
    meaning: str | Promise
    schema: dict
    narrow: Narrow | None = None
    is_many: bool = True
    choices: tuple = ()

    def clean(self, values: list[str]) -> list:
        """The values as the database takes them. Raises ValueError with the reason in the active language."""
        if not self.is_many and len(values) > 1:
            raise ValueError(_("Use this parameter only once."))
        if len(values) > MOST_VALUES:
            raise ValueError(_("Use this parameter at most %(number)s times.") % {"number": MOST_VALUES})
        return [self._cleaned(value) for value in values]

    def _cleaned(self, value: str):
        schema = self.schema
        if "enum" in schema:
            if value not in schema["enum"]:
                known = _(", ").join(schema["enum"])
                raise ValueError(_("Allowed values: %(values)s.") % {"values": known})
            return value == "true" if schema is FLAG else value
        if schema.get("format") == "date":
            return _day(value)
        if len(value) > schema.get("maxLength", LONGEST_TEXT) or not re.fullmatch(schema["pattern"], value):
            raise ValueError(_("This value cannot be read."))
        return value


def _day(value: str) -> date:
    try:
        if not re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
            raise ValueError
        return date.fromisoformat(value)
    except ValueError as error:
        raise ValueError(_("Enter the date in the form 2021-08-18.")) from error


def choice(name: str, meaning, choices, narrow: Narrow | str | None = "", *, is_many=True) -> Filter:
    """One value of a vocabulary, or several, any of which will do. ``narrow`` may name the column."""
    return Filter(
        name,
        meaning,
        schemas.one_of(choices),
        _by_column(narrow or name) if isinstance(narrow, str) else narrow,
        is_many,
        tuple(choices),
    )


def related(name: str, meaning, path: str, target: type[Model]) -> Filter:
    """Slugs of public records that are linked by a path, any of which will do."""

    def narrow(rows: QuerySet, values: list, asked: Asked) -> QuerySet:
        return rows.filter(is_linked(rows.model, path, target, values, asked))

    return Filter(name, meaning, schemas.SLUG_SCHEMA, narrow)


def is_linked(model: type[Model], path: str, target: type[Model], slugs: list, asked: Asked) -> Exists:
    """The condition that a path leads from a record to a public one with one of these slugs."""
    targets = live(target, asked.at).filter(slug__in=slugs).values("pk")
    return Exists(model._base_manager.filter(pk=OuterRef("pk"), **{f"{path}__in": targets}).order_by())


def flag(name: str, meaning, narrow: Narrow | str = "") -> Filter:
    return Filter(
        name, meaning, FLAG, _by_column(narrow or name) if isinstance(narrow, str) else narrow, False
    )


def day(name: str, meaning, narrow: Narrow | None = None) -> Filter:
    return Filter(name, meaning, schemas.DAY, narrow, is_many=False)


def year(name: str, meaning, narrow: Narrow) -> Filter:
    return Filter(name, meaning, {"type": "string", "pattern": YEAR_PATTERN}, narrow)


def named(*columns: str, parts: tuple[str, ...] = (), sound: str = "") -> Filter:
    """``q``: every word stands in a name, in a language in which the record is public. ``parts`` are names of parts;
    ``sound`` is a column of syllables, such as pinyin, which may be typed with spaces between them or without."""

    def narrow(rows: QuerySet, values: list, asked: Asked) -> QuerySet:
        if sound:
            heard = (Replace(column(sound, language), Value(" "), Value("")) for language in LANGUAGES)
            rows = rows.alias(**dict(zip(SOUNDS.values(), heard, strict=True)))
        words = unicodedata.normalize("NFKC", values[0]).split()
        if not words:
            return rows.none()
        for word in words:
            condition = Q(pk__in=())
            for language in asked.languages:
                said = Q(pk__in=())
                for name in columns:
                    said |= Q(**{f"{column(name, language)}__icontains": word})
                for path in parts:
                    relation, _dot, name = path.partition(".")
                    of = rows.model._meta.get_field(relation)
                    found = of.related_model._base_manager.filter(
                        **{of.field.name: OuterRef("pk"), f"{column(name, language)}__icontains": word}
                    )
                    said |= Exists(found)
                if sound and (
                    letters := "".join(filter(str.isalnum, unicodedata.normalize("NFKD", word).casefold()))
                ):
                    said |= Q(**{f"{SOUNDS[language]}__contains": letters})
                condition |= live_condition(language, asked.at) & said
            rows = rows.filter(condition)
        return rows

    schema = {"type": "string", "pattern": TEXT_PATTERN, "minLength": 1, "maxLength": LONGEST_TEXT}
    return Filter("q", gettext_lazy("Words in the name"), schema, narrow, is_many=False)


def _by_column(name: str) -> Narrow:
    return lambda rows, values, asked: rows.filter(**{f"{name}__in": values})
