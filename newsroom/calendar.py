"""The calendar of the newsroom: what is planned, what has its moment, what was published; day by day.

Planned is an intention and changes nothing by itself. Scheduled has a moment at which it happens. The two never look
alike, and a record that has a moment is not shown as planned any more.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import Enum
from urllib.parse import urlencode

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.models import Article
from bilingual.languages import LANGUAGES, SIGNS, column
from publishing.models import Release, ReleaseItem, ScheduledPublication
from publishing.rights.permissions import can
from publishing.rights.publisher_access import publishes_something
from publishing.rights.scopes import areas_to_choose

from .models import Plan
from .names import Key, Named, page_url

WEEKS = 5
#: So many entries of a day are shown; the others open with one click.
SHOWN = 5
#: Changes that wait for their moment are few; a calendar is no list.
MOST = 300


class Sort(Enum):
    """Told by a word and a shape, never by colour alone."""

    PLANNED = "planned", _("Planned")
    SCHEDULED = "scheduled", _("Scheduled")
    CHANGE = "change", _("Change scheduled")
    RELEASE = "release", _("Release")
    ENDS = "ends", _("Ends")
    PUBLISHED = "published", _("Published")

    def __new__(cls, value, label):
        sort = object.__new__(cls)
        sort._value_, sort.label = value, label
        return sort


@dataclass(frozen=True)
class Entry:
    """One line of a day. ``moment`` is None of what is planned: it has a day only."""

    sort: Sort
    title: str
    url: str
    moment: datetime | None = None
    languages: tuple[str, ...] = ()
    note: str = ""
    is_late: bool = False
    #: How many records a release has.
    number: int = 0
    #: Where a plan becomes the draft of an article; empty where it cannot.
    begin_url: str = ""

    @property
    def signs(self) -> list[str]:
        return [SIGNS[language] for language in self.languages]


@dataclass
class Day:
    date: date
    is_today: bool
    is_past: bool
    plan_url: str
    entries: list[Entry] = field(default_factory=list)

    @property
    def shown(self) -> list[Entry]:
        return self.entries[:SHOWN]

    @property
    def folded(self) -> list[Entry]:
        return self.entries[SHOWN:]


@dataclass(frozen=True)
class Span:
    """The days that a calendar shows: whole weeks from a Monday on."""

    first: date
    last: date
    today: date

    @classmethod
    def around(cls, text: str | None = None, today: date | None = None) -> Span:
        """From the Monday of the day that ``text`` names (ISO); of today for nonsense and for nothing."""
        today = today or timezone.localdate()
        try:
            wanted = date.fromisoformat(text or "")
        except ValueError:
            wanted = today
        if not 2000 <= wanted.year <= 2200:
            wanted = today
        monday = wanted - timedelta(days=wanted.weekday())
        return cls(monday, monday + timedelta(weeks=WEEKS, days=-1), today)

    @property
    def moments(self) -> tuple[datetime, datetime]:
        zone = timezone.get_current_timezone()
        begin = datetime.combine(self.first, time(), zone)
        return begin, datetime.combine(self.last + timedelta(days=1), time(), zone)

    @property
    def before(self) -> str:
        return (self.first - timedelta(weeks=WEEKS - 1)).isoformat()

    @property
    def after(self) -> str:
        return (self.first + timedelta(weeks=WEEKS - 1)).isoformat()

    @property
    def is_now(self) -> bool:
        return self.first <= self.today <= self.first + timedelta(days=6)


def records_of(span: Span) -> Q:
    """The condition that an edition of a record begins within the days, or is to end within them."""
    begin, end = span.moments
    now = timezone.now()
    condition = Q()
    for language in LANGUAGES:
        starts, stops = column("live_from", language), column("live_until", language)
        condition |= Q(**{f"{starts}__gte": begin, f"{starts}__lt": end})
        if end > now:
            condition |= Q(**{f"{stops}__gte": max(begin, now), f"{stops}__lt": end})
    return condition


@dataclass(frozen=True)
class Sources:
    """What the days are filled from, read before the names of the records are: three queries."""

    plans: list[Plan]
    changes: list[ScheduledPublication]
    items: list[ReleaseItem]

    @classmethod
    def read(cls, user, span: Span) -> Sources:
        if not can(user, "view", Article):
            return cls([], [], [])
        begin, end = span.moments
        releases = ReleaseItem.objects.filter(
            release__state__in=(Release.State.WAITING, Release.State.IN_PLACE, Release.State.DONE),
            release__at__gte=begin,
            release__at__lt=end,
        )
        return cls(
            plans_seen(user, span),
            list(
                ScheduledPublication.objects.waiting()
                .order_by("at", "pk")
                .select_related("content_type")[:MOST]
            ),
            list(releases.select_related("release", "content_type").defer("before", "after")[: MOST * 2]),
        )

    def keys(self) -> set[Key]:
        return {key_of(row) for row in (*self.plans, *self.changes, *self.items) if row.object_id}


def plans_seen(user, span: Span) -> list[Plan]:
    """The plans of the days, and those that are late, in the areas of a person."""
    late = Q(planned_on__lt=span.today, planned_on__gte=span.today - timedelta(days=60))
    rows = Plan.objects.filter(Q(planned_on__gte=span.first, planned_on__lte=span.last) | late)
    areas = areas_to_choose(user, Article)
    if areas is not None:
        rows = rows.filter(Q(column__in=areas) | Q(column=None))
    return list(rows.select_related("column", "owner", "content_type")[:MOST])


def key_of(row) -> Key:
    """The key of the record that a row with ``content_type`` and ``object_id`` is about."""
    kind: ContentType = row.content_type
    return f"{kind.app_label}.{kind.model}", row.object_id


def days_of(user, span: Span, sources: Sources, found: dict[Key, Named]) -> list[Day]:
    """Every day with its entries in the order of their moments, what is only planned at the end."""
    may_plan = can(user, "add", Article)
    add = reverse("admin:newsroom_plan_add")
    days = {}
    for number in range((span.last - span.first).days + 1):
        on = span.first + timedelta(days=number)
        url = f"{add}?{urlencode({'planned_on': on.isoformat()})}" if may_plan and on >= span.today else ""
        days[on] = Day(on, on == span.today, on < span.today, url)
    for on, entry in (
        *_releases(user, sources),
        *_moments(user, span, sources, found),
        *_changes(sources, found),
    ):
        if on in days:
            days[on].entries.append(entry)
    for day in days.values():
        day.entries.sort(key=lambda entry: entry.moment)
    for plan in open_plans(sources.plans, found):
        if plan.planned_on in days:
            days[plan.planned_on].entries.append(_planned(plan, span.today, may_begin=may_plan))
    return list(days.values())


def open_plans(plans: list[Plan], found: dict[Key, Named]) -> list[Plan]:
    """Those that are still only intentions. A plan for a record that a person may not see is not told."""
    return [
        plan
        for plan in plans
        if not plan.object_id or (key_of(plan) in found and found[key_of(plan)].is_planned_only)
    ]


def _planned(plan: Plan, today: date, *, may_begin: bool) -> Entry:
    who = plan.owner.get_username() if plan.owner else ""
    note = " · ".join(text for text in (str(plan.column or ""), who) if text)
    is_subject = not plan.object_id
    key = str(plan.pk)
    url = page_url("newsroom.plan", key) if is_subject else page_url(*key_of(plan))
    begin = page_url("newsroom.plan", key, "draft") if is_subject and may_begin and plan.column else ""
    return Entry(Sort.PLANNED, plan.title, url, note=note, is_late=plan.planned_on < today, begin_url=begin)


def _releases(user, sources: Sources):
    """A release is one entry; its records are not told again."""
    releases = {item.release_id: item.release for item in sources.items}
    for release in releases.values() if publishes_something(user) else ():
        on = timezone.localtime(release.at)
        sort = Sort.PUBLISHED if release.is_out else Sort.RELEASE
        number = sum(item.release_id == release.pk for item in sources.items)
        yield (
            on.date(),
            Entry(sort, release.name, page_url("publishing.release", str(release.pk)), on, number=number),
        )


def _moments(user, span: Span, sources: Sources, found: dict[Key, Named]):
    """First publications and ends, which stand on the records themselves; both languages of a moment are one entry."""
    begin, end = span.moments
    now = timezone.now()
    told = sources.items if publishes_something(user) else []
    released = {(*key_of(item), item.release.at) for item in told}
    for key, record in found.items():
        moments: dict[tuple, list[str]] = {}
        for language in LANGUAGES:
            start = getattr(record, column("live_from", language))
            stop = getattr(record, column("live_until", language))
            if (
                start
                and begin <= start < end
                and not (stop and stop <= start)
                and (*key, start) not in released
            ):
                moments.setdefault((Sort.SCHEDULED if start > now else Sort.PUBLISHED, start), []).append(
                    language
                )
            if stop and max(begin, now) <= stop < end:
                moments.setdefault((Sort.ENDS, stop), []).append(language)
        for (sort, moment), languages in moments.items():
            on = timezone.localtime(moment)
            yield on.date(), Entry(sort, str(record), record.url, on, tuple(languages))


def _changes(sources: Sources, found: dict[Key, Named]):
    """Changes of what is public already, which the clock carries out."""
    for change in sources.changes:
        record = found.get(key_of(change))
        if record is not None:
            on = timezone.localtime(change.at)
            url = page_url(record.label, record.key, "schedule")
            yield on.date(), Entry(Sort.CHANGE, str(record), url, on, tuple(change.languages))
