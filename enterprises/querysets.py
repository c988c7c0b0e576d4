"""Named questions about enterprises and their designations."""

from __future__ import annotations

from django.db import models
from django.db.models import Prefetch, Q
from django.utils import timezone

from publishing.querysets import PublishableQuerySet


class AwardQuerySet(models.QuerySet):
    def valid(self, on=None):
        """Awards held and not past their date on a day (default: today in Beijing)."""
        on = on or timezone.localdate()
        return self.filter(status__in=["awarded", "reviewed"]).filter(
            Q(valid_until__isnull=True) | Q(valid_until__gte=on)
        )

    def with_scheme(self):
        return self.select_related("level__scheme", "batch", "source")


class EnterpriseQuerySet(PublishableQuerySet):
    def for_cards(self):
        """With all that a card or a row of the directory shows."""
        from .models import Award, Facility, Metric

        return self.select_related("image").prefetch_related(
            "industries",
            Prefetch("awards", Award.objects.select_related("level__scheme", "batch")),
            Prefetch("facilities", Facility.objects.select_related("park")),
            Prefetch("metrics", Metric.objects.select_related("source")),
        )
