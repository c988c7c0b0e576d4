"""Named questions about events and projects."""

from __future__ import annotations

from django.db.models import F, OuterRef, Q, Subquery
from django.utils import timezone

from publishing.gathering import GatheringQuerySet, Parts
from publishing.querysets import PublishableQuerySet

TEXTS = ("summary", "body")


def _by_slug(record) -> str:
    return record.slug


class EventQuerySet(GatheringQuerySet, PublishableQuerySet):
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

    def for_page(self):
        """With everything of its own that the page of an event shows, in one query."""
        event = self.model
        return self.select_related("image", "source").gather(
            Parts("enterprises", _live(event, "enterprises"), order=_by_slug, leave=("description",)),
            Parts("parks", _live(event, "parks"), order=_by_slug, leave=TEXTS),
            Parts("industries", _live(event, "industries"), order=_by_slug, leave=(*TEXTS, "policy_focus")),
        )


class ProjectQuerySet(GatheringQuerySet, PublishableQuerySet):
    def latest_signed(self):
        """By the day of the signature, else of the first milestone on record; projects without any come last."""
        from .models import Milestone

        first = Milestone.objects.filter(project=OuterRef("pk")).order_by("on").values("on")[:1]
        return self.annotate(first_on=Subquery(first)).order_by(F("first_on").desc(nulls_last=True), "-pk")

    def for_cards(self):
        """With investors, outputs and stages, in one query."""
        return self.select_related("event", "park", "source").gather(*_own_parts(self.model))

    def for_page(self):
        """With everything of its own that the page of a project shows, in one query."""
        project = self.model
        return self.select_related("event", "park", "source").gather(
            *_own_parts(project),
            Parts("enterprises", _live(project, "enterprises"), order=_by_slug, leave=("description",)),
            Parts("industries", _live(project, "industries"), order=_by_slug, leave=(*TEXTS, "policy_focus")),
        )


def _own_parts(project) -> list[Parts]:
    def rows(relation: str, *beside: str):
        return project._meta.get_field(relation).related_model._default_manager.select_related(*beside)

    return [
        Parts("investors", rows("investors", "enterprise"), leave=("enterprise__description",)),
        Parts("outputs", rows("outputs", "source")),
        Parts("milestones", rows("milestones", "source")),
    ]


def _live(model, relation: str):
    """Live records at the other end of a relation, whose model is another feature's."""
    return model._meta.get_field(relation).related_model._default_manager.live()
