"""Projects, opportunities and events, as their lists are filtered, by mail."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from subscriptions.lists import Asked, FollowedList, followable
from ui.faceted import Faceted

from .event_filters import EventFilters
from .models import Event, Opportunity, Project
from .opportunity_filters import OpportunityFilters
from .presenters.events import when
from .presenters.projects import news_of
from .project_filters import ProjectFilters
from .register import register


def _asked(filters: Faceted, all_of: str, some_of: str, route: str) -> Asked:
    """What the filters of a list ask for; ``some_of`` names them in the place of ``%(filters)s``."""
    labels = [option.label for each in filters.facets for option in each.options if option.is_chosen]
    return Asked(
        some_of % {"filters": _(", ").join(map(str, labels))} if labels else all_of,
        reverse(route) + filters.address(),
        filters.address().lstrip("?"),
        lambda keys: keys & set(filters.keys),
        tuple(filters.ignored),
    )


def _projects(query) -> Asked:
    filters = ProjectFilters(query, register())
    return _asked(filters, _("Projects"), _("Projects: %(filters)s"), "investment:projects")


def _opportunities(query) -> Asked:
    filters = OpportunityFilters(query)
    return _asked(filters, _("Opportunities"), _("Opportunities: %(filters)s"), "investment:opportunities")


def _events(query) -> Asked:
    filters = EventFilters(query)
    return _asked(filters, _("Investment events"), _("Investment events: %(filters)s"), "investment:events")


def _named(record) -> str:
    """A sample says so also where only its name is read."""
    return _("Sample: %(name)s") % {"name": record.name} if record.is_sample else record.name


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
        say=lambda opportunity: (_named(opportunity), opportunity.summary),
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
            _named(event),
            _("%(when)s. %(summary)s") % {"when": when(event), "summary": event.summary or ""},
        ),
        fetch=lambda keys: Event.objects.filter(pk__in=keys),
    )
)
