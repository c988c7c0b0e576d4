"""A model field that stores a Period as its short ASCII spelling."""

from __future__ import annotations

from functools import lru_cache

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.query_utils import DeferredAttribute
from django.utils.translation import gettext_lazy as _

from bilingual.period_spellings import LONGEST, canonical
from bilingual.periods import MAX_LENGTH, Period

ACCEPTED = _(
    "Enter 2021, 2021-08, 2021-08-18, 2021-H1 (half-year) or 2021-Q3 (quarter). For a range, use "
    "two of the same kind: 2018/2021, 2025-09-05/2025-09-08."
)


def read_period(value: Period | str | None) -> Period | None:
    """A Period from what a person or a file gives; None for None and blank.

    Raises ValidationError (code ``invalid``) that says what is wrong and which spellings are accepted.
    """
    if value is None or isinstance(value, Period):
        return value
    text = str(value).strip()
    if not text:
        return None
    try:
        return _stored_period(text) or Period.parse(canonical(text) or text)
    except ValueError as error:
        raise ValidationError(
            [ValidationError(str(error), code="invalid"), ValidationError(ACCEPTED, code="invalid")]
        ) from error


@lru_cache(maxsize=4096)
def _stored_period(text: str) -> Period | None:
    """The Period of a canonical spelling, which is all that the database gives; None for what people write."""
    try:
        return Period.parse(text)
    except ValueError:
        return None


class PeriodFormField(forms.CharField):
    """A one-line text that is cleaned into a Period, or None when left empty."""

    def to_python(self, value: object) -> Period | None:
        return read_period(super().to_python(value))

    def prepare_value(self, value: object) -> object:
        return value.text if isinstance(value, Period) else value

    def widget_attrs(self, widget: forms.Widget) -> dict[str, str]:
        return {**super().widget_attrs(widget), "maxlength": str(LONGEST)}


class PeriodAttribute(DeferredAttribute):
    """Turns spellings into Periods as they are assigned, so that an instance always holds Period or None.

    What does not read stays as it was given: ``full_clean`` then reports it, and saving refuses it.
    """

    def __set__(self, instance: models.Model, value: object) -> None:
        try:
            held = self.field.to_python(value)
        except ValidationError:
            held = value
        instance.__dict__[self.field.attname] = held


class PeriodField(models.CharField):
    """Holds Period or None; the column holds the spelling, and NULL or "" for none as ``null`` says.

    Migrations see a plain CharField. Sorting by the column is sorting by spelling: years and days come in
    order, halves and quarters after the days of their year.
    """

    description = _("Period")
    descriptor_class = PeriodAttribute

    def __init__(self, *args, **kwargs) -> None:
        kwargs.setdefault("max_length", MAX_LENGTH)
        kwargs.setdefault("help_text", ACCEPTED)
        super().__init__(*args, **kwargs)

    def deconstruct(self):
        name, _path, args, kwargs = super().deconstruct()
        if kwargs.get("help_text") is ACCEPTED:
            del kwargs["help_text"]
        return name, "django.db.models.CharField", args, kwargs

    def to_python(self, value: object) -> Period | None:
        return read_period(value)

    def from_db_value(self, value: str | None, expression, connection) -> Period | None:
        return self.to_python(value)

    def get_prep_value(self, value: object) -> str | None:
        """The spelling. Text that does not read passes: a search for it finds nothing, and need not fail."""
        try:
            period = self.to_python(value)
        except ValidationError:
            return str(value)
        if period is None:
            return None if self.null else ""
        return period.text

    def get_db_prep_save(self, value: object, connection):
        """As for queries, but what does not read as a period is never stored: raises ValidationError."""
        if not hasattr(value, "as_sql"):
            value = self.to_python(value)
        return super().get_db_prep_save(value, connection)

    def value_to_string(self, obj: models.Model) -> str:
        return self.get_prep_value(self.value_from_object(obj)) or ""

    def validate(self, value: Period | None, model_instance: models.Model | None) -> None:
        """Only emptiness is left to judge; a Period is sound once it exists."""
        if value is None and not self.blank:
            raise ValidationError(self.error_messages["blank"], code="blank")

    def run_validators(self, value: Period | None) -> None:
        super().run_validators(value.text if value else value)

    def formfield(self, **kwargs):
        # The column's length bounds what is stored, not what may be typed.
        return super().formfield(**{"form_class": PeriodFormField, "max_length": None, **kwargs})
