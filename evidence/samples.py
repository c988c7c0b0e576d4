"""Records that are made up to show how the site works. They say so wherever they stand."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy


def sample_flag() -> models.BooleanField:
    """The column ``is_sample``."""
    return models.BooleanField(
        gettext_lazy("sample"),
        default=False,
        help_text=gettext_lazy("Shown as a sample in both languages."),
    )


def name_alone(record: models.Model, name: str) -> str:
    """The name of a record for where nothing else is read, as in feeds and letters: that of a sample says so."""
    return _("Sample: %(name)s") % {"name": name} if record.is_sample else name
