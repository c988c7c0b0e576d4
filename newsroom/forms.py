"""Days as the forms of the newsroom take them."""

from __future__ import annotations

from django import forms

FORMATS = ["%Y-%m-%d", "%Y/%m/%d", "%Y年%m月%d日"]


class DayField(forms.DateField):
    """A day in Beijing, from the browser's own control or as people type it."""

    def __init__(self, **kwargs):
        widget = forms.DateInput(attrs={"type": "date"}, format=FORMATS[0])
        super().__init__(**{"input_formats": FORMATS, "widget": widget, **kwargs})
