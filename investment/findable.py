"""What of events and projects can be found by searching."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from search_index.documents import names_in_both, searchable

from .models import Event, Project

searchable(
    Event,
    key="event",
    label=_("Events"),
    title="name",
    rank=30,
    names=lambda event: names_in_both(([event], "name")),
)
searchable(
    Project,
    key="project",
    label=_("Projects"),
    title="name",
    rank=30,
    names=lambda project: names_in_both(([project], "name")),
)
