"""Atom feeds: projects as a list narrows them, and events."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from bilingual.addresses import absolute
from evidence.samples import name_alone
from publishing.feeds import EditionFeed
from ui.faceted import list_title

from .models import Event, Project
from .presenters.events import when
from .presenters.projects import news_of
from .project_filters import ProjectFilters
from .project_register import project_register

ITEMS = 30


class ProjectsFeed(EditionFeed):
    """The projects of a filter that changed last: a new stage moves a project to the front."""

    def get_object(self, request):
        return ProjectFilters(request.GET, project_register())

    def title(self, filters):
        whole, narrowed = (
            _("Projects of Liangjiang New Area"),
            _("Projects of Liangjiang New Area: %(filters)s"),
        )
        return list_title(filters.chosen, whole, narrowed)

    def subtitle(self, filters):
        return _("From signature to production, stage by stage.")

    def link(self, filters):
        return absolute(reverse("investment:projects") + filters.address())

    def feed_url(self, filters):
        return absolute(reverse("investment:projects_feed") + filters.address())

    def items(self, filters):
        projects = Project.objects.live().filter(pk__in=filters.keys).order_by("-changed_at", "-pk")
        return projects.for_cards()[:ITEMS]

    def item_title(self, project):
        return project.name

    def item_description(self, project):
        return news_of(project)


class EventsFeed(EditionFeed):
    """Events, those that come latest first."""

    def title(self):
        return _("Investment events of Liangjiang New Area")

    def link(self):
        return absolute(reverse("investment:events"))

    def feed_url(self):
        return absolute(reverse("investment:events_feed"))

    def items(self):
        return Event.objects.live()[:ITEMS]

    def item_title(self, event):
        return name_alone(event, event.name)

    def item_description(self, event):
        return _("%(when)s. %(summary)s") % {"when": when(event), "summary": event.summary}
