"""From submitted forms to the snapshot that they describe."""

from __future__ import annotations

import copy

from django import forms
from django.db import models

from bilingual.languages import LANGUAGES

from ..columns import Column, chosen_relations, content_columns
from ..snapshots import Snapshot, stored_value
from .copy_forms import PartFormSet
from .merging import SHARED

#: What somebody without a limit may write: the words of both languages, and what both share.
EVERYTHING = frozenset({*LANGUAGES, SHARED})


def compose(
    record: models.Model,
    form: forms.ModelForm,
    formsets: list[PartFormSet],
    *,
    may_write: frozenset[str] = EVERYTHING,
) -> Snapshot:
    """The working copy's snapshot with what the forms changed, in the languages that this person may write.

    What is not on the form stays as it was: fields and parts that this person may not see are not lost. A widget that
    was left alone changes nothing, whatever it does to times, line ends or empty text.
    """
    snapshot = copy.deepcopy(record.wc_snapshot)
    _store_uploads(form.instance)
    snapshot["f"] = _fields(form, snapshot["f"], may_write)
    snapshot["m"] |= _choices(form, may_write)
    for formset in formsets:
        formset.save(commit=False)
        name = formset.fk.remote_field.get_accessor_name()
        known = {row["pk"]: row for row in snapshot["c"][name]}
        by_instance = {id(part_form.instance): part_form for part_form in formset.forms}
        rows = []
        for part in formset.rows_to_keep():
            _store_uploads(part)
            part_form, before = by_instance[id(part)], known.get(str(part.pk))
            chosen = (before or {"m": {field.name: [] for field in chosen_relations(type(part))}})["m"]
            fields = _fields(part_form, before["f"] if before else None, may_write)
            rows.append({"pk": str(part.pk), "f": fields, "m": {**chosen, **_choices(part_form, may_write)}})
        snapshot["c"][name] = rows
    return snapshot


def _fields(form: forms.ModelForm, before: dict | None, may_write: frozenset[str]) -> dict:
    values = {}
    for name, column in content_columns(type(form.instance)).items():
        untouched = column.field.name not in form.fields or column.field.name not in form.changed_data
        is_theirs = _belongs_to(column) in may_write
        keeps = before is not None and (
            not is_theirs or (untouched and not _was_made_by_the_form(form, column.field, before.get(name)))
        )
        values[name] = before[name] if keeps else stored_value(column.field, form.instance)
    return values


def _belongs_to(column: Column) -> str:
    return column.language or SHARED


def _was_made_by_the_form(form: forms.ModelForm, field: models.Field, before) -> bool:
    """Whether cleaning filled in what the editor had left empty, such as an address made from the name."""
    return field.name in form.fields and before in ("", None) and bool(form.cleaned_data.get(field.name))


def _choices(form: forms.ModelForm, may_write: frozenset[str]) -> dict:
    if SHARED not in may_write:
        return {}
    return {
        field.name: sorted((pk if isinstance(pk, int) else str(pk) for pk in _picked(form, field)), key=str)
        for field in chosen_relations(type(form.instance))
        if field.name in form.changed_data and field.name in form.cleaned_data
    }


def _picked(form: forms.ModelForm, field: models.ManyToManyField):
    return (target.pk for target in form.cleaned_data[field.name])


def _store_uploads(record: models.Model) -> None:
    """Keep uploaded files; no row is written."""
    for field in record._meta.concrete_fields:
        if isinstance(field, models.FileField):
            field.pre_save(record, False)
