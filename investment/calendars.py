"""Events as iCalendar files: all-day or timed in Asia/Shanghai, in the language of the address."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from urllib.parse import urlsplit

import icalendar
from django.conf import settings
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from bilingual.addresses import absolute
from bilingual.languages import active_language
from bilingual.moments import BEIJING
from bilingual.signs import readable
from publishing.editions import live_or_404

from .models import Event

#: RFC 5545 asks for a product identifier; it names the program, not the site.
PRODUCT = "-//Liangjiang Portal//Events//"
#: A calendar of all events is never longer.
MOST_EVENTS = 500
PRODID_LANGUAGE = {"en": "EN", "zh-hans": "ZH"}


def calendar_entry(event: Event) -> icalendar.Event:
    """The event in the active language. Days without a time are all-day; times are Beijing time."""
    entry = icalendar.Event()
    # The same in both languages and for ever, so that a calendar which holds the event updates it.
    entry.add("uid", f"event-{event.pk}@{urlsplit(settings.SITE_URL).hostname}")
    entry.add("dtstamp", event.changed_at.astimezone(UTC).replace(microsecond=0))
    entry.add("last-modified", event.changed_at.astimezone(UTC).replace(microsecond=0))
    entry.add("summary", readable(event.name))
    if event.is_sample:
        entry.add("categories", [_("Sample")])
    entry.add("description", readable(event.summary))
    entry.add("url", absolute(event.get_absolute_url()))
    if event.venue:
        entry.add("location", readable(event.venue))
    _add_times(entry, event)
    return entry


def _add_times(entry: icalendar.Event, event: Event) -> None:
    if event.starts_at is None:
        entry.add("dtstart", event.starts_on)
        # DTEND of an all-day event is the first day after it (RFC 5545, 3.6.1).
        entry.add("dtend", event.last_day + timedelta(days=1))
        entry.add("transp", "TRANSPARENT")
        return
    begin = datetime.combine(event.starts_on, event.starts_at, BEIJING)
    entry.add("dtstart", begin)
    if event.ends_at:
        end = datetime.combine(event.last_day, event.ends_at, BEIJING)
    else:
        # It lasts until some hour of its last day; of one day only the beginning is known.
        end = datetime.combine(event.last_day + timedelta(days=1), time(), BEIJING)
    if end > begin and (event.ends_at or event.last_day > event.starts_on):
        entry.add("dtend", end)


def calendar_bytes(events, title: str) -> bytes:
    """A calendar of events in the active language."""
    calendar = icalendar.Calendar()
    calendar.add("prodid", PRODUCT + PRODID_LANGUAGE[active_language()])
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", readable(title))
    for event in events:
        calendar.add_component(calendar_entry(event))
    calendar.add_missing_timezones()
    return calendar.to_ical()


def _file(events, name: str, title: str) -> HttpResponse:
    response = HttpResponse(calendar_bytes(events, title), content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}.ics"'
    return response


@require_safe
def event(request, slug):
    event = live_or_404(Event.objects.all(), slug=slug)
    return _file([event], event.slug, event.name)


@require_safe
def calendar(request):
    """All live events, latest first; people subscribe to this address."""
    return _file(Event.objects.live()[:MOST_EVENTS], "events", _("Events in Liangjiang New Area"))
