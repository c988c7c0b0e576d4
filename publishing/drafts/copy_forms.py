"""Forms over a working copy: they read and check rows that exist in a revision only."""

from __future__ import annotations

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.forms.models import BaseInlineFormSet, InlineForeignKeyField
from django.utils.translation import gettext as _

from bilingual.choosing import KnowingForm


def is_working_copy(record) -> bool:
    return getattr(record, "wc_snapshot", None) is not None


class KnownKey(forms.CharField):
    """The hidden key of a part. Only keys of parts that the form was made with are taken."""

    widget = forms.HiddenInput

    def __init__(self, known: set[str], **kwargs):
        self.known = known
        super().__init__(required=False, **kwargs)

    def clean(self, value):
        value = super().clean(value)
        if value and value not in self.known:
            raise ValidationError(_("This row is no longer part of this page."), code="unknown_row")
        return value or None

    def has_changed(self, initial, data) -> bool:
        return False


class PartFormSet(BaseInlineFormSet):
    """The parts of a record. Of a working copy they come from the revision, never from the database."""

    def get_queryset(self):
        if not is_working_copy(self.instance):
            return super().get_queryset()
        return getattr(self.instance, self.fk.remote_field.get_accessor_name()).all()

    def add_fields(self, form, index):
        super().add_fields(form, index)
        if is_working_copy(self.instance):
            name = self._pk_field.name
            known = {str(part.pk) for part in self.get_queryset()}
            form.fields[name] = KnownKey(known, initial=form.fields[name].initial)

    def clean(self):
        super().clean()
        # The admin does not show errors of hidden fields.
        for form in self.initial_forms:
            if self._pk_field.name in form.errors:
                raise ValidationError(form.errors[self._pk_field.name])

    def rows_to_keep(self) -> list[models.Model]:
        """The parts as the form leaves them. Call after ``save(commit=False)``."""
        dropped = {id(form) for form in self.deleted_forms}
        return [form.instance for form in self.initial_forms if id(form) not in dropped] + self.new_objects


class PartForm(KnowingForm):
    """A part. That it is unique within its record is checked among the rows of the form, not of the database."""

    def has_changed(self) -> bool:
        """A new row that has nothing but the number of its place is empty."""
        return bool(set(self.changed_data) - ({"position"} if self.empty_permitted else set()))

    def validate_unique(self):
        self._without_checks_within_the_record(
            "_get_unique_checks", _without_unique_checks, super().validate_unique
        )

    def validate_constraints(self):
        self._without_checks_within_the_record(
            "get_constraints", _without_constraints, super().validate_constraints
        )

    def _without_checks_within_the_record(self, method: str, reduced, check) -> None:
        parent = next(
            (n for n, field in self.fields.items() if isinstance(field, InlineForeignKeyField)), None
        )
        if parent is None or not is_working_copy(self.fields[parent].parent_instance):
            check()
            return
        original = getattr(self.instance, method)
        setattr(self.instance, method, lambda *args, **kwargs: reduced(original(*args, **kwargs), parent))
        try:
            check()
        finally:
            delattr(self.instance, method)


def _without_unique_checks(checks, parent: str):
    return tuple([check for check in group if parent not in check[1]] for group in checks)


def _without_constraints(groups, parent: str):
    return [
        (model, [c for c in found if not (isinstance(c, models.UniqueConstraint) and parent in c.fields)])
        for model, found in groups
    ]
