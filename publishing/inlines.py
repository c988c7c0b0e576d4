"""Rows that are edited inside the form of their parent, at a number of queries that does not grow with them."""

from __future__ import annotations

from django.contrib import admin
from django.forms.models import ModelChoiceField
from django.utils.text import capfirst

from bilingual.admin import BilingualForm

from .drafts.copy_forms import PartForm, PartFormSet
from .row_order import let_drag


class _Rows(BilingualForm):
    form, formset = PartForm, PartFormSet
    extra = 0

    def get_queryset(self, request):
        """Every row with the records that it points at, apart from the parent that is there already."""
        relations = [
            field.name
            for field in self.opts.concrete_fields
            if field.many_to_one and not issubclass(self.parent_model, field.related_model)
        ]
        queryset = super().get_queryset(request)
        return queryset.select_related(*relations) if relations else queryset

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        formfield = super().formfield_for_foreignkey(db_field, request, **kwargs)
        is_searched = db_field.name in self.get_autocomplete_fields(request)
        if isinstance(formfield, ModelChoiceField) and not is_searched:
            # All rows offer the same records: they are fetched once, not once for each row, and not counted first.
            formfield.queryset = formfield.queryset.select_related()
            formfield.choices = list(iter(formfield.choices))
        return formfield

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        formfield = super().formfield_for_dbfield(db_field, request, **kwargs)
        let_drag(db_field, formfield)
        return formfield


class PartInline(_Rows, admin.StackedInline):
    """Rows with words in both languages, side by side."""


class CompactPartInline(_Rows, admin.TabularInline):
    """Rows without words, one line each."""

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        formfield = super().formfield_for_dbfield(db_field, request, **kwargs)
        if formfield is not None:
            # A column has one heading; each input in it says by itself what it is.
            widget = getattr(formfield.widget, "widget", formfield.widget)
            widget.attrs["aria-label"] = capfirst(formfield.label)
        return formfield
