"""Zones, parks, ports and districts where enterprises stand."""

from __future__ import annotations

from django.core.validators import MaxValueValidator
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from bilingual.fields import PeriodField
from bilingual.names import either
from evidence.models import Fact, source_key
from evidence.samples import sample_flag
from media_library.keys import picture_key
from prose.fields import ProseField
from publishing.models import Part, Publishable

from ..querysets import ParkQuerySet


class Park(Publishable):
    class Kind(models.TextChoices):
        ZONE = "zone", _("development zone")
        PARK = "park", _("industrial park")
        BONDED = "bonded", _("bonded zone")
        PORT = "port", _("port")
        BUSINESS = "business", _("business district")
        EXHIBITION = "exhibition", _("exhibition city")
        SMART = "smart", _("smart park")
        AIRPORT = "airport", _("airport")
        RAIL = "rail", _("rail corridor")

    required_to_publish = ("name", "summary")

    kind = models.CharField(_("kind"), max_length=12, choices=Kind)
    name = models.CharField(_("name"), max_length=160, blank=True)
    summary = models.TextField(_("summary"), blank=True)
    body = ProseField(_("text"), blank=True)
    operator = models.CharField(_("operator"), max_length=200, blank=True)
    address = models.CharField(_("address"), max_length=300, blank=True)
    parent = models.ForeignKey(
        "self",
        verbose_name=_("part of"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="children",
    )
    industries = models.ManyToManyField(
        "Industry", verbose_name=_("industries"), blank=True, related_name="parks"
    )
    image = picture_key()
    website = models.URLField(_("website"), blank=True)
    drawn_x = models.PositiveSmallIntegerField(
        _("position from the left"),
        null=True,
        blank=True,
        validators=[MaxValueValidator(100)],
        help_text=_("0 to 100. The drawing is schematic, not a map. If empty, the park is only listed."),
    )
    drawn_y = models.PositiveSmallIntegerField(
        _("position from the top"),
        null=True,
        blank=True,
        validators=[MaxValueValidator(100)],
    )
    position = models.PositiveSmallIntegerField(_("order"), default=0)
    source = source_key()

    objects = ParkQuerySet.as_manager()

    class Meta(Publishable.Meta):
        verbose_name = _("park")
        verbose_name_plural = _("parks")
        ordering = ["position", "slug"]

    def __str__(self) -> str:
        return either(self, "name") or self.slug

    def get_absolute_url(self) -> str:
        return reverse("enterprises:park", args=[self.slug])


class ParkName(Part):
    """A name that a park had, or is also called."""

    park = models.ForeignKey(Park, on_delete=models.CASCADE, related_name="names")
    name = models.CharField(_("name"), max_length=160, blank=True)
    used_in = PeriodField(_("period of use"), null=True, blank=True)
    source = source_key()

    class Meta(Part.Meta):
        verbose_name = _("former or other name")
        verbose_name_plural = _("former and other names")

    def __str__(self) -> str:
        return either(self, "name")


class ParkFact(Part, Fact):
    park = models.ForeignKey(Park, on_delete=models.CASCADE, related_name="facts")
    label = models.CharField(_("what is counted"), max_length=120, blank=True)

    class Meta(Part.Meta):
        verbose_name = _("figure")
        verbose_name_plural = _("figures")

    def __str__(self) -> str:
        return either(self, "label")


class ParkTerm(Part, Fact):
    """What a site there is offered at: land, buildings, power, water; each figure with its date and source."""

    class Topic(models.TextChoices):
        LAND = "land", pgettext_lazy("terms of a park", "land")
        SPACE = "space", pgettext_lazy("terms of a park", "buildings and rent")
        UTILITIES = "utilities", pgettext_lazy("terms of a park", "power, water and gas")

    class Rate(models.TextChoices):
        PER_MU = "mu", _("per mu")
        PER_SQ_M = "m2", _("per square metre")
        PER_SQ_M_MONTH = "m2_month", _("per square metre and month")
        PER_KWH = "kwh", _("per kilowatt-hour")
        PER_CUBIC_METRE = "m3", _("per cubic metre")
        PER_MONTH = "month", _("per month")

    park = models.ForeignKey(Park, on_delete=models.CASCADE, related_name="terms")
    topic = models.CharField(_("topic"), max_length=9, choices=Topic)
    label = models.CharField(_("benefit offered"), max_length=120, blank=True)
    rate = models.CharField(_("price basis"), max_length=8, choices=Rate, blank=True)
    note = models.CharField(_("note"), max_length=300, blank=True)
    is_sample = sample_flag()

    class Meta(Part.Meta):
        verbose_name = _("land, rent or utility")
        verbose_name_plural = _("land, rent and utilities")

    def __str__(self) -> str:
        return either(self, "label")
