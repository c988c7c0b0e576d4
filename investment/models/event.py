"""Signing ceremonies, expos, roadshows and forums."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from bilingual.money import Money
from bilingual.names import either
from bilingual.numbers import Comparator
from evidence.models import source_key
from media_library.keys import picture_key
from prose.fields import ProseField
from publishing.models import Publishable

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
    is_sample = models.BooleanField(
        _("sample"), default=False, help_text=_("Shown as a sample in both languages.")
    )

    objects = EventQuerySet.as_manager()

    class Meta(Publishable.Meta):
        verbose_name = _("event")
        verbose_name_plural = _("events")
        ordering = ["-starts_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                name="event_ends_after_it_starts",
                violation_error_message=_("This event would end before it starts."),
            )
        ]
        indexes = [models.Index(fields=["-starts_on", "-id"], name="event_by_day")]

    def __str__(self) -> str:
        return either(self, "name") or self.slug

    def get_absolute_url(self) -> str:
        return reverse("investment:event", args=[self.slug])

    def clean(self) -> None:
        if self.ends_on and self.starts_on and self.ends_on < self.starts_on:
            raise ValidationError({"ends_on": _("This event would end before it starts.")})

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
    def is_over(self) -> bool:
        """Whether the last day has passed in Beijing."""
        return self.last_day < timezone.localdate()
