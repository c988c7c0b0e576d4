"""Moments in forms: a day and a time of day, each an input that says which of the two it is."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

NAMES = (_("Day"), _("Time of day"))


def name_parts(formfield: forms.Field | None) -> forms.Field | None:
    """The field; the two inputs of a moment have names for those who cannot see that they stand together."""
    if isinstance(formfield, forms.SplitDateTimeField):
        for widget, name in zip(formfield.widget.widgets, NAMES, strict=True):
            widget.attrs["aria-label"] = name
    return formfield
