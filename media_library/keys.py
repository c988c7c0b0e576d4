"""The column with which a record points at its picture."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

PICTURE = _("picture")


def picture_key(label=PICTURE) -> models.ForeignKey:
    """A picture of the library. One that is used cannot be deleted."""
    return models.ForeignKey(
        "media_library.Image",
        verbose_name=label,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
