"""What the pages of events show."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bilingual import moments
from bilingual.addresses import absolute
from evidence.lines import Line
from media_library.sharing import share_address
from ui.head import SCHEMA, schema

from ..models import AgendaItem, Event

ATTENDANCE = {
    Event.Format.ONSITE: "OfflineEventAttendanceMode",
    Event.Format.ONLINE: "OnlineEventAttendanceMode",
    Event.Format.HYBRID: "MixedEventAttendanceMode",
}


def schema_event(event: Event) -> dict:
    """schema.org Event; times carry the offset of Beijing."""
    begin, end = event_moments(event)
    address = absolute(event.get_absolute_url())
    place = {"@type": "Place", "name": event.venue, "address": event.venue}
    if event.format == Event.Format.ONLINE:
        place = {"@type": "VirtualLocation", "url": address}
    return schema(
        "Event",
        name=event.name,
        description=event.summary,
        startDate=begin.isoformat() if begin else event.starts_on.isoformat(),
        endDate=end.isoformat() if end else event.last_day.isoformat(),
        eventStatus=f"{SCHEMA}/EventScheduled",
        eventAttendanceMode=f"{SCHEMA}/{ATTENDANCE[event.format]}" if event.format else "",
        location=place if place.get("name") or place.get("url") else "",
        organizer={"@type": "Organization", "name": event.organiser} if event.organiser else "",
        image=share_address(event.image),
        url=address,
    )


def event_moments(event: Event) -> tuple[datetime | None, datetime | None]:
    """When it begins and ends, Beijing time; None where no time is known."""
    begin = event.starts_at and datetime.combine(event.starts_on, event.starts_at, moments.BEIJING)
    end = event.ends_at and datetime.combine(event.last_day, event.ends_at, moments.BEIJING)
    return begin or None, end or None


def when(event: Event) -> str:
    """Says "2:30 pm, Aug 18, 2021 (UTC+8)", "Sept 5–8, 2025": as much as is known."""
    begin, end = event_moments(event)
    if begin and end and begin < end:
        return moments.moment_range(begin, end)
    if begin:
        return moments.moment(begin)
    return moments.day_range(event.starts_on, event.last_day)


def event_lines(event: Event) -> list[Line]:
    series = event.series or ""
    if series and event.edition:
        series = _("%(series)s, edition %(number)s") % {"series": series, "number": event.edition}
    lines = [
        Line(_("When"), when(event)),
        Line(_("Kind"), capfirst(event.get_kind_display())),
        Line(_("Format"), capfirst(event.get_format_display())),
        Line(_("Venue"), event.venue),
        Line(_("Organiser"), event.organiser),
        Line(_("Event series"), series),
        Line(_("Fields"), event.fields_covered),
    ]
    return [line for line in lines if line.value]


def by_year(events) -> list[tuple[int, list[Event]]]:
    """(year, events) pairs in the order of the events."""
    years: dict[int, list[Event]] = {}
    for event in events:
        years.setdefault(event.starts_on.year, []).append(event)
    return list(years.items())


@dataclass
class AgendaDay:
    """``title`` is the day in words, empty for an event of one day; ``items`` are (times, item) pairs."""

    title: str
    items: list[tuple[str, AgendaItem]]


def agenda_days(event: Event) -> list[AgendaDay]:
    """The programme by days, in the order of the clock; lines without a time keep the order that editors gave them."""
    items = [item for item in event.agenda.all() if item.title]
    days: dict = {}
    for item in items:
        days.setdefault(item.day or event.starts_on, []).append(item)
    only = len(days) == 1 and event.last_day == event.starts_on
    return [
        AgendaDay("" if only else moments.day(day), [(_clock(item), item) for item in _timed(days[day])])
        for day in sorted(days)
    ]


def _timed(items: list[AgendaItem]) -> list[AgendaItem]:
    if all(item.starts_at for item in items):
        return sorted(items, key=lambda item: (item.starts_at, item.position))
    return items


def _clock(item: AgendaItem) -> str:
    """Says "14:30–15:00", the same in both languages, as programmes are printed."""
    if not item.starts_at:
        return ""
    begin = f"{item.starts_at:%H:%M}"
    return f"{begin}–{item.ends_at:%H:%M}" if item.ends_at else begin


def result_count(number: int) -> str:
    return ngettext("%(number)s event", "%(number)s events", number) % {"number": number}
