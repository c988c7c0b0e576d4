"""What an address asks of the list of events."""

from __future__ import annotations

from collections import defaultdict

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from ui.faceted import Entry, Faceted, choices, facet

from .models import Event
from .vocabulary import vocabulary

COMING, PAST, OPEN = "coming", "past", "open"


class EventFilters(Faceted):
    """``coming`` and ``past`` are how many of the results lie ahead and behind."""

    def __init__(self, query):
        words = vocabulary("industry")
        entries = _entries()
        years = sorted({year for entry in entries for year in entry.values["year"]}, reverse=True)
        super().__init__(
            query,
            [
                facet(
                    "time",
                    _("Time"),
                    [
                        (COMING, pgettext("events", "Coming up")),
                        (OPEN, pgettext("events", "Open for registration")),
                        (PAST, pgettext("events", "Past")),
                    ],
                ),
                facet("kind", _("Kind"), choices(Event.Kind)),
                facet("format", _("Format"), choices(Event.Format)),
                facet("industry", _("Industry"), words["industry"]),
                facet("year", _("Year"), [(year, year) for year in years]),
            ],
            entries,
        )
        wanted = set(self.keys)
        ahead = {entry.key for entry in entries if COMING in entry.values["time"]}
        self.coming = len(wanted & ahead)
        self.past = len(wanted - ahead)


def _entries() -> list[Entry]:
    live = Event.objects.live()
    industries = defaultdict(list)
    for key, slug in live.exclude(industries=None).order_by().values_list("pk", "industries__slug"):
        industries[key].append(slug)
    today = timezone.localdate()
    columns = (
        "pk",
        "kind",
        "format",
        "starts_on",
        "ends_on",
        "starts_at",
        "register_by",
        "takes_registrations",
    )
    return [
        Entry(
            event.pk,
            {
                "time": _times(event, today),
                "kind": (event.kind,),
                "format": (event.format,),
                "industry": tuple(industries[event.pk]),
                "year": (str(event.starts_on.year),),
            },
        )
        for event in live.only(*columns)
    ]


def _times(event: Event, today) -> tuple[str, ...]:
    if event.last_day < today:
        return (PAST,)
    return (COMING, OPEN) if event.is_open_for_registration() else (COMING,)
