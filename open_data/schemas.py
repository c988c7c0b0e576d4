"""JSON Schema of what is answered, made from the columns of the models."""

from __future__ import annotations

from django.db import models
from django.utils.text import capfirst

from bilingual.fields import PeriodField
from bilingual.languages import HTML_LANG, LANGUAGES

_DAY = "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?|-H[12]|-Q[1-4])?"
PERIOD = f"^{_DAY}(/{_DAY})?$"
AMOUNT = "^-?[0-9]+(\\.[0-9]+)?$"
TIME = "^[0-9]{2}:[0-9]{2}$"
SLUG = "^[-a-zA-Z0-9_]+$"
LONGEST_SLUG = 120

STRING = {"type": "string"}
INTEGER = {"type": "integer"}
DAY = {"type": "string", "format": "date"}
MOMENT = {"type": "string", "format": "date-time"}
URI = {"type": "string", "format": "uri"}
UUID = {"type": "string", "format": "uuid"}
SLUG_SCHEMA = {"type": "string", "pattern": SLUG, "maxLength": LONGEST_SLUG}


def ref(name: str) -> dict:
    return {"$ref": f"#/components/schemas/{name}"}


def or_null(schema: dict) -> dict:
    """The same, or null."""
    if "$ref" in schema:
        return {"anyOf": [schema, {"type": "null"}]}
    wider = {**schema, "type": [schema["type"], "null"]}
    return wider | {"enum": [*schema["enum"], None]} if "enum" in schema else wider


def listed(schema: dict) -> dict:
    return {"type": "array", "items": schema}


def one_of(choices) -> dict:
    """One of the values of a vocabulary, with its words."""
    values = [str(value) for value, _label in choices if value != ""]
    return {"type": "string", "enum": values}


def by_language(schema: dict) -> dict:
    """An object with a value for each language, null where that edition is not public."""
    return obj({HTML_LANG[code]: or_null(schema) for code in LANGUAGES})


def obj(properties: dict[str, dict]) -> dict:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def of_column(field: models.Field) -> dict:
    """What ``open_data.public.plain`` makes of a column."""
    schema = _filled(field)
    return or_null(schema) if field.null or field.blank else schema


def _filled(field: models.Field) -> dict:
    if field.choices:
        return one_of(field.flatchoices)
    match field:
        case PeriodField():
            return {"type": "string", "pattern": PERIOD}
        case models.UUIDField():
            return UUID
        case models.BooleanField():
            return {"type": "boolean"}
        case models.IntegerField():
            return INTEGER
        case models.DecimalField():
            return {"type": "string", "pattern": AMOUNT}
        case models.DateTimeField():
            return MOMENT
        case models.DateField():
            return DAY
        case models.TimeField():
            return {"type": "string", "pattern": TIME}
        case models.SlugField():
            return SLUG_SCHEMA
    return STRING


def words_of(choices) -> list[tuple[str, str]]:
    """(value, words) pairs of a vocabulary in the active language."""
    return [(str(value), capfirst(str(label))) for value, label in choices if value != ""]
