"""Reaching records of other features without importing these: by the relations that their foreign keys give."""

from __future__ import annotations

from django.core.exceptions import FieldDoesNotExist
from django.db import models


def relation(name: str, model: type[models.Model]) -> models.Field | None:
    """The relation of a model with this name; None where the feature that gives it is not installed."""
    try:
        return model._meta.get_field(name)
    except FieldDoesNotExist:
        return None
