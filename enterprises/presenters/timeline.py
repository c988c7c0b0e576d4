"""The timeline of an enterprise: everything of it that has a date, from the founding to the latest news."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from bilingual.periods import Period
from evidence.models import Source

from ..models import Award, Enterprise, EnterpriseName
from .designations import award_name

EXPECTED = "expected"


@dataclass
class Entry:
    """``mark`` decides how it is drawn: ``event``, ``award`` or ``expected``. ``kind`` says in words what it is."""

    on: Period
    kind: str
    title: str
    mark: str = "event"
    url: str = ""
    text: str = ""
    source: Source | None = None

    @property
    def date(self) -> str:
        return self.on.say()


def timeline_of(enterprise: Enterprise, *, projects=(), events=(), articles=()) -> list[Entry]:
    """Entries by date, the earliest first. What is known to the year only stands before the days of that year.

    The enterprise comes with ``for_profile``, the records of other features with their milestones.
    """
    entries = [
        *_founding(enterprise),
        *_names(enterprise),
        *_facilities(enterprise),
        *_designations(enterprise),
        *_milestones(projects),
        *_events(events),
        *_news(articles),
    ]
    today = timezone.localdate()
    for entry in entries:
        if entry.on.start > today:
            entry.mark = EXPECTED
    return sorted(entries, key=lambda entry: (entry.on.start, -entry.on.end.toordinal()))


def _founding(enterprise: Enterprise):
    if enterprise.founded:
        yield Entry(
            enterprise.founded, _("Founding"), _("%(name)s founded") % {"name": enterprise.short_name}
        )


def _names(enterprise: Enterprise):
    for name in enterprise.names.all():
        if name.kind == EnterpriseName.Kind.FORMER and name.used_until and name.name:
            title = _("Renamed: formerly %(former)s, now %(current)s") % {
                "former": name.name,
                "current": enterprise.short_name,
            }
            kind = pgettext("kind of entry in a timeline", "Name")
            yield Entry(name.used_until, kind, title, source=name.source)


def _facilities(enterprise: Enterprise):
    for facility in enterprise.facilities.all():
        if facility.opened and facility.name:
            title = _("%(facility)s opened") % {"facility": facility.name}
            yield Entry(facility.opened, _("Facility"), title, source=facility.source)


def _designations(enterprise: Enterprise):
    for award in enterprise.awards.all():
        scheme = award.level.scheme
        words = {"designation": award_name(award)}
        if award.awarded:
            if award.status == Award.Status.CANDIDATE:
                title = _("Named as a candidate: %(designation)s") % words
            else:
                title = _("Designated: %(designation)s") % words
            yield Entry(
                award.awarded,
                _("Designation"),
                title,
                "award",
                scheme.get_absolute_url(),
                award.note or "",
                award.source,
            )
        if award.valid_until and award.standing() == Award.Status.LAPSED:
            title = _("Designation lapsed: %(designation)s") % words
            yield Entry(
                Period.of_day(award.valid_until), _("Designation"), title, "award", scheme.get_absolute_url()
            )


def _milestones(projects):
    for project in projects:
        for milestone in project.milestones.all():
            title = _("%(project)s: %(stage)s") % {
                "project": project.name,
                "stage": milestone.get_stage_display(),
            }
            yield Entry(
                milestone.on,
                _("Project"),
                title,
                url=project.get_absolute_url(),
                text=milestone.note or "",
                source=milestone.source,
            )


def _events(events):
    for event in events:
        on = f"{event.starts_on}/{event.ends_on}" if event.ends_on else f"{event.starts_on}"
        kind = capfirst(event.get_kind_display())
        yield Entry(Period.parse(on), kind, event.name, url=event.get_absolute_url())


def _news(articles):
    kind = pgettext("kind of entry in a timeline", "News")
    for article in articles:
        on = Period.of_day(timezone.localdate(article.dated_at))
        yield Entry(on, kind, article.short_headline, url=article.get_absolute_url())
