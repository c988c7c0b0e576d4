"""What the pages about open data show: fields, parameters and an example, from the same declarations."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bilingual.languages import LANGUAGES

from . import schemas
from .asking import CURSOR, LIMIT, MOST, USUAL
from .fields import Field, Kind
from .filters import FLAG, TEXT_PATTERN, YEAR_PATTERN, Asked, Filter
from .resource import Resource

#: What a value is, by the schema of it.
TYPES = {
    "date": gettext_lazy("day, such as 2021-08-18"),
    "date-time": gettext_lazy("date and time in Beijing"),
    "uuid": gettext_lazy("key"),
    "uri": gettext_lazy("address"),
    schemas.AMOUNT: gettext_lazy("exact number, as text"),
    schemas.PERIOD: gettext_lazy("period, such as 2021, 2021-08, 2021-H1 or 2018/2021"),
    schemas.TIME: gettext_lazy("time of day in Beijing"),
    schemas.SLUG: gettext_lazy("name used in addresses"),
    YEAR_PATTERN: gettext_lazy("year"),
    TEXT_PATTERN: gettext_lazy("words"),
    "boolean": gettext_lazy("true or false"),
    "integer": gettext_lazy("whole number"),
}
KINDS = {
    Kind.WORDS: gettext_lazy("a value for each language"),
    Kind.REFERENCE: gettext_lazy("another record: id, name, page"),
    Kind.REFERENCES: gettext_lazy("list of other records"),
    Kind.OBJECT: gettext_lazy("object"),
    Kind.ROWS: gettext_lazy("list of objects"),
}


@dataclass(frozen=True)
class Line:
    """A field or a parameter as a row of a table. ``type`` has code between backticks; ``values`` are (code, words)
    pairs of a vocabulary."""

    name: str
    meaning: str
    type: str
    values: list[tuple[str, str]]
    can_be_empty: bool = False
    depth: int = 0


def field_lines(fields: tuple[Field, ...], depth: int = 0, prefix: str = "") -> list[Line]:
    found = []
    for field in fields:
        name = prefix + field.name
        type_said = str(KINDS[field.kind]) if field.kind in KINDS else _type(field.schema)
        found.append(
            Line(
                name,
                capfirst(str(field.meaning)),
                type_said,
                schemas.words_of(field.choices),
                _can_be_null(field.schema),
                depth,
            )
        )
        if field.fields:
            found += field_lines(field.fields, depth + 1, f"{name}.")
    return found


def filter_lines(resource: Resource) -> list[Line]:
    lines = [_filter_line(each) for each in resource.filters]
    size = _("Up to %(number)s; %(usual)s by default") % {"number": MOST, "usual": USUAL}
    return [
        *lines,
        Line(LIMIT, _("Records per page"), size, []),
        Line(CURSOR, _("Where the next page begins"), _("from `next` on the previous page, unchanged"), []),
    ]


def _filter_line(each: Filter) -> Line:
    words = [] if each.schema is FLAG else schemas.words_of(each.choices)
    if each.schema is FLAG:
        said = str(TYPES["boolean"])
    elif each.is_many:
        said = _("%(type)s; may be repeated") % {"type": _type(each.schema)}
    else:
        said = _type(each.schema)
    return Line(each.name, capfirst(str(each.meaning)), said, [] if each.name == "language" else words)


def _type(schema: dict) -> str:
    if "enum" in schema:
        return (
            _("one of the values listed")
            if len(schema["enum"]) > 2
            else " / ".join(f"`{value}`" for value in schema["enum"])
        )
    kinds = schema.get("type", "string")
    kind = next(one for one in kinds if one != "null") if isinstance(kinds, list) else kinds
    for key in (schema.get("format"), schema.get("pattern"), kind):
        if key in TYPES:
            return str(TYPES[key])
    return _("words")


def _can_be_null(schema: dict) -> bool:
    kinds = schema.get("type", "")
    return "null" in kinds if isinstance(kinds, list) else {"type": "null"} in schema.get("anyOf", [])


def example(resource: Resource, at: datetime) -> str:
    """The first record of the list as it is answered just now; "" while there is none."""
    asked = Asked({}, at, timezone.localdate(at), LANGUAGES)
    record = resource.rows(asked).first()
    if record is None:
        return ""
    return json.dumps(resource.read(record, at), ensure_ascii=False, indent=2)
