"""Named questions about policies."""

from __future__ import annotations

import datetime

from django.db.models import Exists, F, OuterRef, Subquery
from django.utils import timezone

from publishing.gathering import GatheringQuerySet, Parts, by_position
from publishing.querysets import PublishableQuerySet, live_condition

from .standing import Standing, standing_case

LONG = ("summary", "body", "policy_focus")


class PolicyQuerySet(GatheringQuerySet, PublishableQuerySet):
    def with_standing(self, on: datetime.date | None = None):
        """With ``replaced_from`` and ``stands``: the value of Standing on a day (default: today in Beijing)."""
        day = on or timezone.localdate()
        successors = self.model._base_manager.filter(live_condition(), supersedes=OuterRef("pk"))
        first = (
            successors.filter(effective_on__isnull=False).order_by("effective_on").values("effective_on")[:1]
        )
        return self.annotate(replaced_from=Subquery(first)).annotate(stands=standing_case(day))

    def in_force(self, on: datetime.date | None = None):
        """Policies that hold on a day: the only ones that the finder offers."""
        return self.with_standing(on).filter(stands__in=[Standing.IN_FORCE, Standing.AMENDED])

    def with_benefits(self):
        """Policies that give something: a plan that only names aims is nothing to apply for."""
        given = self.model._meta.get_field("benefits").related_model._default_manager
        return self.filter(Exists(given.filter(policy=OuterRef("pk"))))

    def newest_first(self):
        return self.order_by(F("effective_on").desc(nulls_last=True), "-pk")

    def for_cards(self):
        """With benefits, industries and designations, in one query."""
        return self.with_standing().select_related("source").gather(*_parts(self.model))

    def for_page(self):
        """With everything of its own that the page of a policy shows, in one query."""
        attachments = self.model._meta.get_field("attachments").related_model._default_manager
        return (
            self.with_standing()
            .select_related("source", "supersedes")
            .gather(*_parts(self.model), Parts("attachments", attachments.select_related("document")))
        )


def _parts(policy) -> list[Parts]:
    def rows(relation: str):
        return policy._meta.get_field(relation).related_model._default_manager

    return [
        Parts("benefits"),
        Parts(
            "designations",
            rows("designations").select_related("level__scheme"),
            leave=("level__scheme__summary", "level__scheme__body", "level__scheme__review_rule"),
        ),
        Parts("industries", rows("industries").live(), order=by_position, leave=LONG),
    ]
