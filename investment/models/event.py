"""Signing ceremonies, expos, roadshows and forums."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from bilingual.moments import BEIJING
from bilingual.money import Money
from bilingual.names import either
from bilingual.numbers import Comparator
from evidence.models import source_key
from evidence.samples import sample_flag
from media_library.keys import picture_key
from prose.fields import ProseField
from publishing.models import Part, Publishable

from ..querysets import EventQuerySet


class Event(Publishable):
    class Kind(models.TextChoices):
        SIGNING = "signing", _("signing ceremony")
        EXPO = "expo", _("expo")
        ROADSHOW = "roadshow", _("roadshow")
        FORUM = "forum", _("forum")
        OPEN_DAY = "open-day", _("open day")
        VISIT = "visit", _("visit")
        TRAINING = "training", _("training")
        BRIEFING = "briefing", _("press conference")

    class Format(models.TextChoices):
        ONSITE = "onsite", _("on site")
        ONLINE = "online", _("online")
        HYBRID = "hybrid", _("hybrid")

    required_to_publish = ("name", "summary")

    name = models.CharField(_("name"), max_length=200, blank=True)
    kind = models.CharField(_("kind"), max_length=10, choices=Kind)
    format = models.CharField(_("format"), max_length=8, choices=Format, blank=True)
    series = models.CharField(_("event series"), max_length=160, blank=True)
    edition = models.PositiveSmallIntegerField(_("edition"), null=True, blank=True)
    starts_on = models.DateField(_("starts on"))
    ends_on = models.DateField(_("ends on"), null=True, blank=True)
    starts_at = models.TimeField(_("starts at"), null=True, blank=True, help_text=_("Beijing time."))
    ends_at = models.TimeField(_("ends at"), null=True, blank=True, help_text=_("Beijing time."))
    venue = models.CharField(_("venue"), max_length=200, blank=True)
    organiser = models.CharField(_("organiser"), max_length=200, blank=True)
    summary = models.TextField(_("summary"), blank=True)
    body = ProseField(_("text"), blank=True)
    fields_covered = models.CharField(_("fields"), max_length=300, blank=True)
    projects_total = models.PositiveIntegerField(_("projects as reported"), null=True, blank=True)
    amount_total = models.DecimalField(
        _("total investment as reported (yuan)"), max_digits=20, decimal_places=2, null=True, blank=True
    )
    amount_comparator = models.CharField(
        _("comparator"), max_length=8, choices=Comparator, default=Comparator.EXACT
    )
    amount_usd_printed = models.DecimalField(
        _("US dollars as printed"), max_digits=20, decimal_places=2, null=True, blank=True
    )
    image = picture_key()
    enterprises = models.ManyToManyField(
        "enterprises.Enterprise", verbose_name=_("enterprises"), blank=True, related_name="events"
    )
    parks = models.ManyToManyField(
        "enterprises.Park", verbose_name=_("parks"), blank=True, related_name="events"
    )
    industries = models.ManyToManyField(
        "enterprises.Industry", verbose_name=_("industries"), blank=True, related_name="events"
    )
    source = source_key()
    takes_registrations = models.BooleanField(
        _("people can register"), default=False, help_text=_("Shows a registration form on the event’s page.")
    )
    places = models.PositiveIntegerField(
        pgettext_lazy("registrations", "places"),
        null=True,
        blank=True,
        help_text=_("Leave empty for no limit."),
    )
    register_by = models.DateField(
        _("register by"),
        null=True,
        blank=True,
        help_text=_("The last day, until 24:00 Beijing time. If empty, until the event begins."),
    )
    has_waiting_list = models.BooleanField(
        _("waiting list"),
        default=True,
        help_text=_("When all places are taken, people can join a waiting list."),
    )
    is_sample = sample_flag()

    objects = EventQuerySet.as_manager()

    class Meta(Publishable.Meta):
        verbose_name = _("event")
        verbose_name_plural = _("events")
        ordering = ["-starts_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                name="event_ends_after_it_starts",
                violation_error_message=_("An event cannot end before it starts."),
            ),
            models.CheckConstraint(
                condition=Q(places__isnull=True) | Q(places__gte=1),
                name="event_has_a_place",
                violation_error_message=_("Leave the number of places empty, or enter at least 1."),
            ),
        ]
        indexes = [models.Index(fields=["-starts_on", "-id"], name="event_by_day")]

    def __str__(self) -> str:
        return either(self, "name") or self.slug

    def get_absolute_url(self) -> str:
        return reverse("investment:event", args=[self.slug])

    def clean(self) -> None:
        if self.ends_on and self.starts_on and self.ends_on < self.starts_on:
            raise ValidationError({"ends_on": _("An event cannot end before it starts.")})
        if self.register_by and self.starts_on and self.register_by > self.last_day:
            raise ValidationError({"register_by": _("Registration cannot close after the event ends.")})

    @property
    def total_investment(self) -> Money | None:
        if self.amount_total is None:
            return None
        return Money(
            self.amount_total, comparator=self.amount_comparator, usd_as_printed=self.amount_usd_printed
        )

    @property
    def last_day(self):
        return self.ends_on or self.starts_on

    @property
    def begins(self) -> datetime:
        """The first moment of it; of an event without a time, the first one of its day in Beijing."""
        return datetime.combine(self.starts_on, self.starts_at or time(), BEIJING)

    @property
    def registration_ends(self) -> datetime:
        """The moment from which nobody can register any more: the end of the last day for it, else the beginning."""
        if self.register_by:
            return datetime.combine(self.register_by + timedelta(days=1), time(), BEIJING)
        return self.begins

    def is_open_for_registration(self, at: datetime | None = None) -> bool:
        return self.takes_registrations and (at or timezone.now()) < self.registration_ends

    @property
    def is_over(self) -> bool:
        """Whether the last day has passed in Beijing."""
        return self.last_day < timezone.localdate()


class AgendaItem(Part):
    """A line of the programme. Times are Beijing time."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="agenda")
    day = models.DateField(_("day"), null=True, blank=True, help_text=_("If empty, the first day."))
    starts_at = models.TimeField(_("starts at"), null=True, blank=True)
    ends_at = models.TimeField(_("ends at"), null=True, blank=True)
    title = models.CharField(_("title"), max_length=200, blank=True)
    text = models.TextField(_("text"), blank=True)

    class Meta(Part.Meta):
        verbose_name = _("agenda item")
        verbose_name_plural = _("agenda")

    def __str__(self) -> str:
        return either(self, "title")

    def clean(self) -> None:
        if self.starts_at and self.ends_at and self.ends_at <= self.starts_at:
            raise ValidationError({"ends_at": _("An item cannot end before it starts.")})


class Speaker(Part):
    """Who speaks, with the title as it was then held."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="speakers")
    name = models.CharField(_("name"), max_length=120, blank=True)
    title = models.CharField(_("job title at the time"), max_length=200, blank=True)
    organisation = models.CharField(_("organisation"), max_length=200, blank=True)
    topic = models.CharField(_("topic"), max_length=200, blank=True)

    class Meta(Part.Meta):
        verbose_name = _("speaker")
        verbose_name_plural = _("speakers")

    def __str__(self) -> str:
        return either(self, "name")
