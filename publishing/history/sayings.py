"""How a stored value is said to a person who compares two versions."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import models
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from modeltranslation.fields import TranslationField

_NUMBERS = (models.IntegerField, models.DecimalField, models.FloatField)


@dataclass(frozen=True)
class Said:
    """``picture`` is the record of a picture to show; ``is_gone`` says that what was chosen has been deleted."""

    text: str = ""
    picture: models.Model | None = None
    is_gone: bool = False
    is_number: bool = False


def label_of(field: models.Field) -> str:
    """What the form calls a field, without the language of its column."""
    original = field.translated_field if isinstance(field, TranslationField) else field
    return capfirst(str(original.verbose_name))


def base_name(field: models.Field) -> str:
    """The same for both columns of a translated field."""
    return field.translated_field.name if isinstance(field, TranslationField) else field.name


def holds_words(field: models.Field, *records: models.Model | None) -> bool:
    """Whether the values are texts to be compared word by word."""
    values = [getattr(record, field.attname) for record in records if record is not None]
    return (
        isinstance(field, models.CharField | models.TextField)
        and not field.choices
        and all(value is None or isinstance(value, str) for value in values)
    )


def holds_prose(field: models.Field) -> bool:
    return getattr(field, "holds_figures", False)


def say(field: models.Field, record: models.Model | None, stored) -> Said:
    """``stored`` is the value in the snapshot from which ``record``, a working copy or a part of one, was made."""
    if record is None or stored in (None, ""):
        return Said()
    if field.is_relation:
        return named(field.get_cached_value(record, default=None), stored)
    value = getattr(record, field.attname)
    if field.choices:
        return Said(capfirst(str(dict(field.flatchoices).get(value, value))))
    if isinstance(field, models.BooleanField):
        return Said(_("yes") if value else _("no"))
    if isinstance(field, models.DateTimeField):
        return Said(timezone.localtime(value).strftime("%Y-%m-%d %H:%M"))
    if isinstance(field, models.FileField):
        return Said(str(value).rsplit("/", 1)[-1])
    return Said(str(value), is_number=isinstance(field, _NUMBERS))


def named(target: models.Model | None, key) -> Said:
    """A record that is pointed at, by its name; one that has been deleted is named as such."""
    if target is None:
        return Said(_("deleted since (number %(key)s)") % {"key": key}, is_gone=True)
    return Said(str(target), picture=target if hasattr(target, "renditions") else None)
