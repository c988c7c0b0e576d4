"""Named questions about what is public."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils import timezone

from bilingual.languages import LANGUAGES, column


def live_condition(language: str | None = None, at=None, prefix: str = "") -> Q:
    """The condition that an edition is visible, usable behind a relation by ``prefix`` (``"enterprise__"``)."""
    at = at or timezone.now()
    begin, end = prefix + column("live_from", language), prefix + column("live_until", language)
    return Q(**{f"{begin}__lte": at}) & (Q(**{f"{end}__isnull": True}) | Q(**{f"{end}__gt": at}))


class PublishableQuerySet(models.QuerySet):
    def live(self, language: str | None = None, at=None):
        """Rows whose edition in a language (default: the active one) is visible at a moment (default: now)."""
        return self.filter(live_condition(language, at))

    def live_anywhere(self, at=None):
        """Rows that are visible in at least one language."""
        condition = Q()
        for language in LANGUAGES:
            condition |= live_condition(language, at)
        return self.filter(condition)
