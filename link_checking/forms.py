"""What people decide about a dead link."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _


class IgnoreForm(forms.Form):
    reason = forms.CharField(
        label=_("Reason for keeping it"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("Say why the link is kept.")},
    )
