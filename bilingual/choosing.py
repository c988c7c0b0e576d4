"""Choosing related records in the admin without asking the database again for what a form already holds."""

from __future__ import annotations

from django import forms
from django.contrib.admin.widgets import AutocompleteSelect, AutocompleteSelectMultiple
from django.db import models


class KnownSelect(AutocompleteSelect):
    """Shows the chosen record from what the form knows; asks the database only for another one."""

    known = None

    def optgroups(self, name, value, attr=None):
        if self.known is None or [str(one) for one in value] != [str(self.known.pk)]:
            return super().optgroups(name, value, attr)
        options = [self.create_option(name, self.known.pk, str(self.known), True, 1, attrs=attr)]
        if not self.is_required:
            options.insert(0, self.create_option(name, "", "", False, 0))
        return [(None, options, 0)]


_choosers: dict[type[models.Model], type[KnownSelect]] = {}


def offer_chooser(model: type[models.Model], widget: type[KnownSelect]) -> None:
    """Have records of a model chosen with a widget of its own in every form that searches for them."""
    _choosers[model] = widget


def chooser_of(model: type[models.Model]) -> type[KnownSelect]:
    return _choosers.get(model, KnownSelect)


class KnownSelectMultiple(AutocompleteSelectMultiple):
    """Shows the chosen records from what the form knows; asks the database only for others."""

    known = None

    def build_attrs(self, base_attrs, extra_attrs=None):
        """One button that drops all that was chosen is pressed by mistake; each record has its own."""
        return {**super().build_attrs(base_attrs, extra_attrs), "data-allow-clear": "false"}

    def optgroups(self, name, value, attr=None):
        known = {str(record.pk): record for record in self.known or ()}
        if self.known is None or {str(one) for one in value} != set(known):
            return super().optgroups(name, value, attr)
        options = [
            self.create_option(name, record.pk, str(record), True, place, attrs=attr)
            for place, record in enumerate(known.values())
        ]
        return [(None, options, 0)]


class KnowingForm(forms.ModelForm):
    """Tells each choosing field the records that came along with the row."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            widget = getattr(field.widget, "widget", field.widget)
            if isinstance(widget, KnownSelect):
                widget.known = self.instance._state.fields_cache.get(name)
            elif isinstance(widget, KnownSelectMultiple):
                widget.known = getattr(self.instance, "_prefetched_objects_cache", {}).get(name)
