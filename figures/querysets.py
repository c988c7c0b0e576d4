"""Named questions about figures."""

from __future__ import annotations

from publishing.querysets import PublishableQuerySet


class FigureQuerySet(PublishableQuerySet):
    def for_register(self):
        """With source and successor, the newest of each territory first."""
        return self.select_related("source", "superseded_by").order_by("territory", "-as_of", "slug")
