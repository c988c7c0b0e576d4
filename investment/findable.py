"""What of events, projects, opportunities and success stories can be found by searching."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from search_index.documents import live_titles, searchable

from .models import CaseStudy, Event, Opportunity, Project

searchable(
    Event,
    key="event",
    label=_("Events"),
    title="name",
    rank=30,
    names=lambda event: live_titles(event, "name"),
)
searchable(
    Project,
    key="project",
    label=_("Projects"),
    title="name",
    rank=30,
    names=lambda project: live_titles(project, "name"),
)
searchable(
    Opportunity,
    key="opportunity",
    label=_("Opportunities"),
    title="name",
    rank=25,
    names=lambda opportunity: live_titles(opportunity, "name"),
    also=lambda opportunity: (opportunity.get_kind_display(),),
)
searchable(CaseStudy, key="story", label=_("Success stories"), title="name", rank=15)
