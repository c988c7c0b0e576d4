"""What the pages of events and projects show and say of themselves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from bilingual import moments
from bilingual.addresses import absolute
from bilingual.money import Money
from bilingual.quantities import Quantity
from evidence.models import Source
from media_library.sharing import share_address
from ui.head import Head, breadcrumb_list

from .models import Event, Project

SCHEMA = "https://schema.org"
ATTENDANCE = {
    Event.Format.ONSITE: "OfflineEventAttendanceMode",
    Event.Format.ONLINE: "OnlineEventAttendanceMode",
    Event.Format.HYBRID: "MixedEventAttendanceMode",
}


def list_head(path: str, title: str, description: str, breadcrumbs) -> Head:
    return Head(path=path, title=title, description=description, structured=[breadcrumb_list(breadcrumbs)])


def record_head(record, description: str, breadcrumbs, *structured: dict) -> Head:
    """The head of the page of an event or a project; of the two only events have a picture."""
    image = getattr(record, "image", None)
    return Head(
        path=record.get_absolute_url(),
        title=record.name,
        description=description or "",
        languages=record.live_languages(),
        image=share_address(image),
        image_alt=(image.alt or "") if image else "",
        structured=[*structured, breadcrumb_list(breadcrumbs)],
    )


def schema_event(event: Event) -> dict:
    """schema.org Event; times carry the offset of Beijing."""
    begin, end = event_moments(event)
    address = absolute(event.get_absolute_url())
    place = {"@type": "Place", "name": event.venue, "address": event.venue}
    if event.format == Event.Format.ONLINE:
        place = {"@type": "VirtualLocation", "url": address}
    data = {
        "@context": SCHEMA,
        "@type": "Event",
        "name": event.name,
        "description": event.summary,
        "startDate": begin.isoformat() if begin else event.starts_on.isoformat(),
        "endDate": end.isoformat() if end else event.last_day.isoformat(),
        "eventStatus": f"{SCHEMA}/EventScheduled",
        "eventAttendanceMode": f"{SCHEMA}/{ATTENDANCE[event.format]}" if event.format else "",
        "location": place if place.get("name") or place.get("url") else "",
        "organizer": {"@type": "Organization", "name": event.organiser} if event.organiser else "",
        "image": share_address(event.image),
        "url": address,
    }
    return {key: value for key, value in data.items() if value}


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


@dataclass
class Line:
    """A line of a fact sheet."""

    label: str
    value: str
    as_of: object = None
    source: Source | None = None
    note: str = ""


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


def project_lines(project: Project) -> list[Line]:
    """The fact sheet of a project: money, plan and terms, each with its source."""
    land = project.land_mu is not None and Quantity(project.land_mu, "mu")
    jobs = project.jobs is not None and Quantity(project.jobs, "jobs")
    signed = next((m.on for m in project.milestones.all() if m.stage == "signed"), None)
    lines = [
        Line(
            _("Total investment"),
            _money(project.investment),
            signed,
            project.source,
            implied_rate(project.investment),
        ),
        Line(_("Mode"), capfirst(project.get_mode_display())),
        Line(_("Land"), str(land or ""), None, project.source),
        Line(_("Jobs"), str(jobs or ""), None, project.source),
        *(
            Line(output.label, str(output.amount), output.as_of, output.source)
            for output in project.outputs.all()
        ),
    ]
    return [line for line in lines if line.value and line.label]


def _money(money: Money | None) -> str:
    return str(money) if money else ""


def implied_rate(money: Money | None) -> str:
    """Says which rate printed dollars imply; they are never recalculated."""
    if money is None or not money.implied_rate:
        return ""
    return _("Dollars as printed; they imply %(rate)s yuan to the dollar.") % {
        "rate": money.implied_rate.quantize(Decimal("0.01"))
    }


def by_year(events) -> list[tuple[int, list[Event]]]:
    """(year, events) pairs in the order of the events."""
    years: dict[int, list[Event]] = {}
    for event in events:
        years.setdefault(event.starts_on.year, []).append(event)
    return list(years.items())


def milestones(project: Project) -> list[dict]:
    """Entries for ``components/timeline.html``, earliest first."""
    ordered = sorted(project.milestones.all(), key=lambda milestone: milestone.on)
    return [
        {
            "date": milestone.on.say(),
            "title": capfirst(milestone.get_stage_display()),
            "text": milestone.note or "",
            "source": milestone.source,
        }
        for milestone in ordered
    ]


@dataclass
class Investor:
    """Who invests, linked where there is a profile in this language."""

    name: str
    origin: str
    url: str = ""


def investors(project: Project) -> list[Investor]:
    found = []
    for investor in project.investors.all():
        enterprise = investor.enterprise if investor.enterprise and investor.enterprise.is_live() else None
        name = investor.name or (enterprise.short_name if enterprise else "")
        if name:
            url = enterprise.get_absolute_url() if enterprise else ""
            found.append(Investor(name, investor.origin or "", url))
    return found
