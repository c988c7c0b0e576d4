"""Named questions about the document library."""

from __future__ import annotations

from django.db.models import F

from publishing.gathering import GatheringQuerySet, Parts, by_position
from publishing.querysets import PublishableQuerySet

LONG = ("summary", "body", "policy_focus")


class DocumentQuerySet(GatheringQuerySet, PublishableQuerySet):
    def newest_first(self):
        """By the day of issue; those without one come last."""
        return self.order_by(F("issued_on").desc(nulls_last=True), "-pk")

    def for_cards(self):
        """With files and industries, in one query."""
        files = self.model._meta.get_field("files").related_model._default_manager
        industries = self.model._meta.get_field("industries").related_model._default_manager
        return self.select_related("source").gather(
            Parts("files", files.select_related("file")),
            Parts("industries", industries.live(), order=by_position, leave=LONG),
        )
