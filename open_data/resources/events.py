"""Investment events. Who registered is nobody's business, and speakers are not in the data."""

from __future__ import annotations

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from enterprises.models import Enterprise, Industry, Park
from investment.models import AgendaItem, Event

from ..fields import FieldsOf
from ..filters import Asked, choice, related, year
from ..resource import Resource

COMING, PAST, OPEN = "coming", "past", "open"
TIMES = [
    (COMING, pgettext_lazy("events", "Coming up")),
    (OPEN, pgettext_lazy("events", "Open for registration")),
    (PAST, pgettext_lazy("events", "Past")),
]
of, item = FieldsOf(Event), FieldsOf(AgendaItem)


def _at_times(rows, values: list, asked: Asked):
    today = asked.today
    past = Q(ends_on__lt=today) | Q(ends_on__isnull=True, starts_on__lt=today)
    clock = timezone.localtime(asked.at).time()
    # Without a last day for it, one can register until the event begins; without an hour, until its day begins.
    until_begun = Q(starts_on__gt=today) | Q(starts_on=today, starts_at__gt=clock)
    is_open = Q(takes_registrations=True) & (
        Q(register_by__gte=today) | (Q(register_by__isnull=True) & until_begun)
    )
    ways = {COMING: ~past, PAST: past, OPEN: is_open}
    found = Q(pk__in=())
    for value in values:
        found |= ways[value]
    return rows.filter(found)


def _in_years(rows, values: list, asked: Asked):
    return rows.filter(starts_on__year__in=[int(value) for value in values])


EVENTS = Resource(
    key="events",
    schema_name="Event",
    model=Event,
    title=_("Investment events"),
    summary=_("Signing ceremonies, expos, roadshows and forums: what was promised, and what became of it."),
    own_fields=(
        of.words("name"),
        of.words("summary"),
        of.value("kind"),
        of.value("format"),
        of.words("series"),
        of.value("edition"),
        of.value("starts_on"),
        of.value("ends_on"),
        of.value("starts_at"),
        of.value("ends_at"),
        of.words("venue"),
        of.words("organiser"),
        of.words("fields_covered"),
        of.value("projects_total"),
        of.value("amount_total"),
        of.value("amount_comparator"),
        of.value("amount_usd_printed"),
        of.value("takes_registrations"),
        of.value("places"),
        of.value("register_by"),
        of.references("enterprises"),
        of.references("parks"),
        of.references("industries"),
        of.rows(
            "agenda",
            item.value("day"),
            item.value("starts_at"),
            item.value("ends_at"),
            item.words("title"),
            item.words("text"),
        ),
        of.source(),
        of.value("is_sample"),
    ),
    own_filters=(
        choice("time", _("Time"), TIMES, _at_times),
        choice("kind", _("kind"), Event.Kind.choices),
        choice("format", _("format"), Event.Format.choices),
        related("industry", _("industries"), "industries", Industry),
        related("park", _("parks"), "parks", Park),
        related("enterprise", _("enterprises"), "enterprises", Enterprise),
        year("year", _("Year"), _in_years),
    ),
    order=("-starts_on", "-pk"),
    page="investment:events",
)
