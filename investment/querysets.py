"""Named questions about events and projects."""

from __future__ import annotations

from django.db.models import Q
from django.utils import timezone

from publishing.querysets import PublishableQuerySet


class EventQuerySet(PublishableQuerySet):
    def upcoming(self, on=None):
        """Events that are not over on a day (default: today in Beijing), next first."""
        on = on or timezone.localdate()
        return self.filter(Q(starts_on__gte=on) | Q(ends_on__gte=on)).order_by("starts_on", "pk")

    def past(self, on=None):
        """Events that are over on a day, latest first."""
        on = on or timezone.localdate()
        return self.filter(starts_on__lt=on).filter(Q(ends_on__isnull=True) | Q(ends_on__lt=on))

    def for_cards(self):
        return self.select_related("image")


class ProjectQuerySet(PublishableQuerySet):
    def for_cards(self):
        """With investors, outputs and stages."""
        return self.select_related("event", "park", "source").prefetch_related(
            "investors__enterprise", "outputs", "milestones__source"
        )
