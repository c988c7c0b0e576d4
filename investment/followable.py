"""Projects, opportunities and events, as their lists are filtered, by mail."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from evidence.samples import name_alone
from subscriptions.lists import Asked, FollowedList, followable
from ui.faceted import list_title

from .event_filters import EventFilters
from .models import Event, Opportunity, Project
from .opportunity_filters import OpportunityFilters
from .presenters.events import when
from .presenters.projects import news_of
from .project_filters import ProjectFilters
from .project_register import project_register


def _projects(query) -> Asked:
    filters = ProjectFilters(query, project_register())
    title = list_title(filters.chosen, _("Projects"), _("Projects: %(filters)s"))
    return Asked.of(filters, title, reverse("investment:projects"))


def _opportunities(query) -> Asked:
    filters = OpportunityFilters(query)
    title = list_title(filters.chosen, _("Opportunities"), _("Opportunities: %(filters)s"))
    return Asked.of(filters, title, reverse("investment:opportunities"))


def _events(query) -> Asked:
    filters = EventFilters(query)
    title = list_title(filters.chosen, _("Investment events"), _("Investment events: %(filters)s"))
    return Asked.of(filters, title, reverse("investment:events"))


followable(
    FollowedList(
        key="projects",
        label=gettext_lazy("Projects"),
        model=Project,
        ask=_projects,
        say=lambda project: (project.name, news_of(project)),
        fetch=lambda keys: Project.objects.filter(pk__in=keys).for_cards(),
    )
)
followable(
    FollowedList(
        key="opportunities",
        label=gettext_lazy("Opportunities"),
        model=Opportunity,
        ask=_opportunities,
        say=lambda opportunity: (name_alone(opportunity, opportunity.name), opportunity.summary),
        fetch=lambda keys: Opportunity.objects.filter(pk__in=keys),
    )
)
followable(
    FollowedList(
        key="events",
        label=gettext_lazy("Investment events"),
        model=Event,
        ask=_events,
        say=lambda event: (
            name_alone(event, event.name),
            _("%(when)s. %(summary)s") % {"when": when(event), "summary": event.summary or ""},
        ),
        fetch=lambda keys: Event.objects.filter(pk__in=keys),
    )
)
