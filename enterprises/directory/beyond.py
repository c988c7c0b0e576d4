"""What other features say about enterprises: found by the relations that their foreign keys give, so that nothing is
imported. A relation that a portal does not have is a facet that it does not show.
"""

from __future__ import annotations

from django.core.exceptions import FieldDoesNotExist
from django.db import models


def relation(name: str, model: type[models.Model]) -> models.Field | None:
    """The relation of a model with this name, or None."""
    try:
        return model._meta.get_field(name)
    except FieldDoesNotExist:
        return None
