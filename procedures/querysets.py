"""Named questions about procedures."""

from __future__ import annotations

from publishing.gathering import GatheringQuerySet, Parts, by_position
from publishing.querysets import PublishableQuerySet


class ProcedureQuerySet(GatheringQuerySet, PublishableQuerySet):
    def needed_for(self, situations):
        """What some of these situations ask for, each once."""
        links = self.model._meta.get_field("situations").related_model.procedures.through._default_manager
        return self.filter(pk__in=links.filter(situation__in=situations).values("procedure"))

    def for_cards(self):
        """With the steps, in one query."""
        return self.select_related("source").gather(Parts("steps"))

    def for_page(self):
        """With steps and live neighbours, in one query."""
        live = self.model._default_manager.live()
        return self.for_cards().gather(
            Parts("depends_on", live, order=by_position), Parts("leads_to", live, order=by_position)
        )

    def for_plan(self):
        """With the steps and what comes before, live or not: a plan says what is not described here."""
        return self.select_related("source").gather(
            Parts("steps"), Parts("depends_on", self.model._default_manager.all(), order=by_position)
        )
