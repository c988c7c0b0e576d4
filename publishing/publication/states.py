"""The state of an edition, as staff see it."""

from __future__ import annotations

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from bilingual.languages import column

from ..models import Publishable


class EditionState(models.TextChoices):
    DRAFT = "draft", _("Draft")
    SCHEDULED = "scheduled", _("Scheduled")
    LIVE = "live", _("Published")
    WITHDRAWN = "withdrawn", _("Withdrawn")


def edition_state(record: Publishable, language: str, at=None) -> EditionState:
    """Where an edition stands at a moment (default: now)."""
    at = at or timezone.now()
    begin, end = (
        getattr(record, column("live_from", language)),
        getattr(record, column("live_until", language)),
    )
    if begin is None:
        return EditionState.DRAFT
    if end is not None and end <= at:
        return EditionState.WITHDRAWN
    return EditionState.SCHEDULED if begin > at else EditionState.LIVE
