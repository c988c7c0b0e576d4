"""Named questions about events and projects."""

from __future__ import annotations

from django.db.models import Case, F, IntegerField, OuterRef, Q, Subquery, When
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
            Parts("agenda", _rows(event, "agenda")),
            Parts("speakers", _rows(event, "speakers")),
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
    return [
        Parts("investors", _rows(project, "investors", "enterprise"), leave=("enterprise__description",)),
        Parts("outputs", _rows(project, "outputs", "source")),
        Parts("milestones", _rows(project, "milestones", "source")),
        Parts("realisations", _rows(project, "realisations", "source")),
    ]


def _live(model, relation: str):
    """Live records at the other end of a relation, whose model is another feature's."""
    return model._meta.get_field(relation).related_model._default_manager.live()


class OpportunityQuerySet(GatheringQuerySet, PublishableQuerySet):
    def for_page(self):
        """With everything of its own that the page of an opportunity shows, in one query."""
        return self.select_related("source", "chain_link__industry").gather(*_places(self.model))

    def for_cards(self):
        return self.select_related("source").gather(*_places(self.model))

    def lasting(self, on=None):
        """Opportunities whose last day has not passed on a day (default: today in Beijing)."""
        on = on or timezone.localdate()
        return self.filter(Q(valid_until__isnull=True) | Q(valid_until__gte=on))

    def open_on(self, on=None):
        """Opportunities that are open and last on a day (default: today in Beijing)."""
        return self.lasting(on).filter(status="open")

    def answering(self, links):
        """What can be taken up today at these links of chains, the open ones first."""
        return self.lasting().filter(chain_link__in=links).exclude(status="closed").open_first()

    def open_first(self, on=None):
        """What can be taken up comes first, then what ends next; what is over on a day (default: today) comes last."""
        on = on or timezone.localdate()
        standing = Case(
            When(Q(status="closed") | Q(valid_until__lt=on), then=2),
            When(status="talks", then=1),
            default=0,
            output_field=IntegerField(),
        )
        return self.alias(standing_order=standing).order_by(
            "standing_order", F("valid_until").asc(nulls_last=True), "pk"
        )


class CaseStudyQuerySet(GatheringQuerySet, PublishableQuerySet):
    def for_cards(self):
        return self.select_related("image", "enterprise", "park").gather(
            Parts("results", _rows(self.model, "results", "source"))
        )

    def for_page(self):
        """With everything of its own that the page of a story shows, in one query."""
        case = self.model
        return self.select_related("image", "source", "enterprise", "facility", "project", "park").gather(
            Parts("results", _rows(case, "results", "source")),
            Parts("industries", _live(case, "industries"), order=_by_slug, leave=(*TEXTS, "policy_focus")),
        )


def _rows(model, relation: str, *beside: str):
    rows = model._meta.get_field(relation).related_model._default_manager.all()
    return rows.select_related(*beside) if beside else rows


def _places(model) -> list[Parts]:
    return [
        Parts("industries", _live(model, "industries"), order=_by_slug, leave=(*TEXTS, "policy_focus")),
        Parts("parks", _live(model, "parks"), order=_by_slug, leave=TEXTS),
    ]
