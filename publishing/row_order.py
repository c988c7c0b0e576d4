"""The order of rows in a form: a number for each, which scripts change by drag and by buttons (js/admin/gallery.js)."""

from __future__ import annotations

import json

from django import forms
from django.db import models
from django.utils.translation import gettext as _


def let_drag(db_field: models.Field, formfield: forms.Field | None) -> None:
    """Mark the number of a row's place, with what the script says about it."""
    if db_field.name == "position" and formfield is not None:
        formfield.widget.attrs["data-order"] = json.dumps(_words(), ensure_ascii=False)


def _words() -> dict[str, str]:
    return {
        "drag": _("Move this row: drag it, or use the arrow keys"),
        "up": _("Move up"),
        "down": _("Move down"),
        "place": _("%(number)s of %(all)s"),
        "moved": _("Now %(number)s of %(all)s."),
    }
