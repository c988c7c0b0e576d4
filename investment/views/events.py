from __future__ import annotations

from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from bilingual.moments import deadline
from prose.rendering import render_prose
from publishing.editions import live_or_404
from publishing.heads import record_head
from ui.breadcrumbs import desk_trail
from ui.head import page_head
from ui.pagination import paginate

from ..event_filters import EventFilters
from ..models import Event
from ..presenters import events as presenters
from ..presenters.facts import implied_rate
from ..registering import standing_of
from ..remainder import counted, itemised, not_itemised, remainder_of
from ..tally import tally_of

UPCOMING = 20
PROJECTS = 60
NEWS = 6


@require_safe
def events(request):
    filters = EventFilters(request.GET)
    found = Event.objects.filter(pk__in=filters.keys)
    today = timezone.localdate()
    page = paginate(request, found.past(today).for_cards(), total=filters.past)
    upcoming = found.upcoming(today).for_cards()[:UPCOMING] if page.number == 1 and filters.coming else []
    breadcrumbs = desk_trail((_("Investment events"), None))
    description = _(
        "Signing ceremonies, expos, roadshows and forums: what was promised, and what became of it."
    )
    address = filters.address(**({"page": str(page.number)} if page.number > 1 else {}))
    context = {
        "filters": filters,
        "count": presenters.result_count(len(filters.keys)),
        "upcoming": upcoming,
        "years": presenters.by_year(page.items),
        "page": page,
        "breadcrumbs": breadcrumbs,
        "head": page_head(request.path + address, _("Investment events"), description, breadcrumbs),
    }
    return render(request, "investment/events.html", context)


@require_safe
def event(request, slug):
    event = live_or_404(Event.objects.for_page(), slug=slug)
    return render(request, "investment/event.html", event_context(event))


def event_context(event: Event) -> dict:
    projects = list(event.projects.live().order_by("pk").for_cards()[:PROJECTS])
    remainder = remainder_of(event, projects)
    breadcrumbs = desk_trail((_("Investment events"), reverse("investment:events")), (event.name, None))
    return {
        "event": event,
        "body": render_prose(event.body),
        "lines": presenters.event_lines(event),
        "agenda": presenters.agenda_days(event),
        "registration": standing_of(event),
        "until": deadline(event.register_by),
        "projects": projects,
        "tally": tally_of(event, projects),
        "remainder": remainder,
        "counted": counted(remainder),
        "itemised": itemised(remainder),
        "not_itemised": not_itemised(remainder),
        "implied_rate": implied_rate(event.total_investment),
        "articles": event.articles.live().newest_first().for_cards()[:NEWS],
        "breadcrumbs": breadcrumbs,
        "head": record_head(event, event.name, event.summary, breadcrumbs, presenters.schema_event(event)),
    }
