"""Bodies, the people who lead them, and places to live."""

from __future__ import annotations

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from bilingual.fields import PeriodField
from bilingual.names import either
from evidence.models import source_key
from evidence.samples import sample_flag
from media_library.keys import picture_key
from prose.fields import ProseField
from publishing.models import Publishable


class Organisation(Publishable):
    class Kind(models.TextChoices):
        BUREAU = "bureau", _("bureau")
        OPERATOR = "operator", _("park operator")
        ASSOCIATION = "association", _("association")
        SERVICE = "service", _("service")

    required_to_publish = ("name", "duties")

    kind = models.CharField(_("kind"), max_length=12, choices=Kind)
    name = models.CharField(_("name"), max_length=200, blank=True)
    duties = models.TextField(_("duties"), blank=True)
    phone = models.CharField(_("telephone"), max_length=60, blank=True)
    address = models.CharField(_("address"), max_length=300, blank=True)
    website = models.URLField(_("website"), blank=True)
    parent = models.ForeignKey(
        "self",
        verbose_name=_("part of"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="children",
    )
    source = source_key()
    position = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta(Publishable.Meta):
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        ordering = ["position", "slug"]

    def __str__(self) -> str:
        return either(self, "name") or self.slug


class Official(Publishable):
    """An office and who holds it. The name stays empty until it is confirmed."""

    required_to_publish = ("title",)

    title = models.CharField(_("title of the office"), max_length=200, blank=True)
    name = models.CharField(pgettext_lazy("person", "name"), max_length=120, blank=True)
    duties = models.TextField(_("duties"), blank=True)
    organisation = models.ForeignKey(
        Organisation,
        verbose_name=_("organisation"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="officials",
    )
    portrait = picture_key(_("portrait"))
    rank = models.PositiveSmallIntegerField(
        _("rank"), default=0, help_text=_("Order in the list, lowest first.")
    )
    in_office = PeriodField(_("in office"), null=True, blank=True)
    source = source_key()

    class Meta(Publishable.Meta):
        verbose_name = _("official")
        verbose_name_plural = _("officials")
        ordering = ["rank", "slug"]

    def __str__(self) -> str:
        return either(self, "title") or self.slug


class Place(Publishable):
    class Kind(models.TextChoices):
        FOOD = "food", _("Food")
        HOTELS = "hotels", _("Hotels")
        TRAVEL = "travel", _("Travel")
        LEISURE = "leisure", _("Leisure")
        EDUCATION = "education", _("Education")
        CLINICS = "clinics", _("Clinics")

    required_to_publish = ("name", "summary")

    kind = models.CharField(_("kind"), max_length=10, choices=Kind)
    name = models.CharField(_("name"), max_length=200, blank=True)
    summary = models.TextField(_("summary"), blank=True)
    body = ProseField(_("text"), blank=True)
    address = models.CharField(_("address"), max_length=300, blank=True)
    hours = models.CharField(_("opening hours"), max_length=200, blank=True)
    price_band = models.PositiveSmallIntegerField(
        _("price band"), null=True, blank=True, choices=[(1, _("low")), (2, _("medium")), (3, _("high"))]
    )
    languages_spoken = models.CharField(_("languages spoken"), max_length=200, blank=True)
    phone = models.CharField(_("telephone"), max_length=60, blank=True)
    website = models.URLField(_("website"), blank=True)
    park = models.ForeignKey(
        "enterprises.Park",
        verbose_name=_("park or district"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="places",
    )
    image = picture_key()
    is_sample = sample_flag()
    source = source_key()
    position = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta(Publishable.Meta):
        verbose_name = _("place")
        verbose_name_plural = _("places")
        ordering = ["position", "slug"]

    def __str__(self) -> str:
        return either(self, "name") or self.slug

    def get_absolute_url(self) -> str:
        return reverse(f"pages:place_{self.kind}", args=[self.slug])
