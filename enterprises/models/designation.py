"""The designation ledger: Scheme → Level → Batch → Award. Words in prose are not awards; rows here are."""

from __future__ import annotations

import datetime

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from bilingual.fields import PeriodField
from bilingual.names import either
from evidence.models import source_key
from prose.fields import ProseField
from publishing.models import Part, Publishable

from ..querysets import AwardQuerySet, SchemeQuerySet


class Scheme(Publishable):
    """Who awards what to whom, for how long, by which criteria."""

    class Reach(models.TextChoices):
        INTERNATIONAL = "international", _("international")
        NATIONAL = "national", _("national")
        MUNICIPAL = "municipal", _("municipal")
        DISTRICT = "district", _("district")

    class Subject(models.TextChoices):
        ENTERPRISE = "enterprise", _("enterprise")
        FACILITY = "facility", _("factory")
        PRODUCT = "product", _("enterprise and product")

    class Badge(models.TextChoices):
        LIGHTHOUSE = "lighthouse", _("beam")
        LITTLE_GIANT = "little-giant", _("peak")
        CHAMPION = "champion", _("laurel")
        SMART_FACTORY = "smart-factory", _("grid")
        GREEN_FACTORY = "green-factory", _("leaf")
        UNICORN = "unicorn", _("list mark")
        HIGH_TECH = "high-tech", _("hexagon")
        GENERIC = "generic", _("plain")

    required_to_publish = ("name", "summary")

    name = models.CharField(_("name"), max_length=160, blank=True)
    body_name = models.CharField(_("awarding body"), max_length=200, blank=True)
    summary = models.TextField(_("summary"), blank=True)
    body = ProseField(_("text"), blank=True)
    reach = models.CharField(_("level of the awarding body"), max_length=13, choices=Reach)
    subject = models.CharField(_("awarded to"), max_length=10, choices=Subject)
    badge = models.CharField(_("badge"), max_length=13, choices=Badge, default=Badge.GENERIC)
    validity_years = models.PositiveSmallIntegerField(_("validity in years"), null=True, blank=True)
    review_rule = models.TextField(_("re-review"), blank=True)
    criteria_version = models.CharField(_("version of the criteria"), max_length=120, blank=True)
    criteria_url = models.URLField(_("criteria document"), max_length=500, blank=True)
    position = models.PositiveSmallIntegerField(_("order"), default=0)
    source = source_key()

    objects = SchemeQuerySet.as_manager()

    class Meta(Publishable.Meta):
        verbose_name = _("designation scheme")
        verbose_name_plural = _("designation schemes")
        ordering = ["position", "slug"]

    def __str__(self) -> str:
        return either(self, "name") or self.slug

    def get_absolute_url(self) -> str:
        return reverse("enterprises:scheme", args=[self.slug])


class Level(Part):
    scheme = models.ForeignKey(Scheme, on_delete=models.CASCADE, related_name="levels")
    key = models.SlugField(_("key"), max_length=60)
    name = models.CharField(_("name"), max_length=160, blank=True)
    rank = models.PositiveSmallIntegerField(_("rank"), default=1, help_text=_("1 is the lowest."))

    class Meta(Part.Meta):
        verbose_name = _("level")
        verbose_name_plural = _("levels")
        ordering = ["scheme__position", "rank"]
        constraints = [models.UniqueConstraint(fields=["scheme", "key"], name="level_key_once_per_scheme")]

    def __str__(self) -> str:
        return either(self, "name") or self.key


class Batch(Part):
    scheme = models.ForeignKey(Scheme, on_delete=models.CASCADE, related_name="batches")
    key = models.SlugField(_("key"), max_length=60)
    name = models.CharField(_("name"), max_length=160, blank=True)
    announced = PeriodField(_("announced"), null=True, blank=True)
    announcement_url = models.URLField(_("announcement"), max_length=500, blank=True)
    size = models.PositiveIntegerField(_("number of entries"), null=True, blank=True)
    size_in_chongqing = models.PositiveIntegerField(_("entries from Chongqing"), null=True, blank=True)
    source = source_key()

    class Meta(Part.Meta):
        verbose_name = _("batch")
        verbose_name_plural = _("batches")
        constraints = [models.UniqueConstraint(fields=["scheme", "key"], name="batch_key_once_per_scheme")]

    def __str__(self) -> str:
        return either(self, "name") or self.key


class Award(Part):
    """A designation held by an enterprise, or by one facility or product of it."""

    class Status(models.TextChoices):
        CANDIDATE = "candidate", _("candidate")
        AWARDED = "awarded", _("awarded")
        REVIEWED = "reviewed", _("re-reviewed")
        LAPSED = "lapsed", _("lapsed")
        WITHDRAWN = "withdrawn", _("withdrawn")
        UNKNOWN = "unknown", _("unknown")

    enterprise = models.ForeignKey("Enterprise", on_delete=models.CASCADE, related_name="awards")
    facility = models.ForeignKey(
        "Facility",
        verbose_name=_("facility"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="awards",
    )
    product = models.ForeignKey(
        "Product",
        verbose_name=_("product"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="awards",
    )
    level = models.ForeignKey(Level, verbose_name=_("level"), on_delete=models.PROTECT, related_name="awards")
    batch = models.ForeignKey(
        Batch, verbose_name=_("batch"), null=True, blank=True, on_delete=models.PROTECT, related_name="awards"
    )
    status = models.CharField(_("status"), max_length=9, choices=Status)
    awarded = PeriodField(pgettext_lazy("date", "awarded"), null=True, blank=True)
    valid_until = models.DateField(_("valid until"), null=True, blank=True)
    note = models.CharField(_("note"), max_length=300, blank=True)
    source = source_key()

    objects = AwardQuerySet.as_manager()

    class Meta(Part.Meta):
        verbose_name = _("designation")
        verbose_name_plural = _("designations")
        constraints = [
            models.CheckConstraint(
                condition=Q(facility__isnull=True) | Q(product__isnull=True),
                name="award_on_facility_or_product",
                violation_error_message=_("Choose a facility or a product, not both."),
            )
        ]

    def __str__(self) -> str:
        return str(self.level)

    def clean(self) -> None:
        errors = {}
        if self.awarded and self.valid_until and self.valid_until < self.awarded.start:
            errors["valid_until"] = _("A designation cannot end before it starts.")
        if self.batch_id and self.level_id and self.batch.scheme_id != self.level.scheme_id:
            errors["batch"] = _("The batch and the level belong to different schemes.")
        if errors:
            raise ValidationError(errors)

    def standing(self, on: datetime.date | None = None) -> str:
        """The status that holds on a day (default: today in Beijing): an award past its date has lapsed."""
        on = on or timezone.localdate()
        held = self.status in (self.Status.AWARDED, self.Status.REVIEWED)
        if held and self.valid_until and self.valid_until < on:
            return self.Status.LAPSED
        return self.status

    @property
    def standing_label(self) -> str:
        return str(self.Status(self.standing()).label)
