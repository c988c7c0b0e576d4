"""Named questions about figures."""

from __future__ import annotations

from publishing.querysets import PublishableQuerySet


class IndicatorQuerySet(PublishableQuerySet):
    pass


class FigureQuerySet(PublishableQuerySet):
    def for_register(self):
        """With source, successor and common indicator, the newest of each territory first."""
        return self.select_related("source", "superseded_by", "common_indicator").order_by(
            "territory", "-as_of", "slug"
        )
