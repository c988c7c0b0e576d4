"""The register of figures: one number, one period, one source, shown by reference on any page."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from bilingual.names import either
from evidence.models import Fact
from publishing.models import Publishable

from .querysets import FigureQuerySet


class Figure(Publishable, Fact):
    class Territory(models.TextChoices):
        LIANGJIANG = "liangjiang", _("Liangjiang New Area")
        CHONGQING = "chongqing", _("Chongqing municipality")
        CHINA = "china", _("China")
        WORLD = "world", _("world")

    required_to_publish = ("indicator",)

    indicator = models.CharField(_("indicator"), max_length=200, blank=True)
    territory = models.CharField(_("territory"), max_length=10, choices=Territory)
    growth = models.DecimalField(
        _("growth in percent"),
        max_digits=8,
        decimal_places=2,
        null=True,
        blank=True,
        help_text=_("Year on year; negative when it fell."),
    )
    note = models.CharField(_("note"), max_length=300, blank=True)
    superseded_by = models.ForeignKey(
        "self",
        verbose_name=_("superseded by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="supersedes",
    )
    home_position = models.PositiveSmallIntegerField(
        _("place on the home page"), null=True, blank=True, help_text=_("Empty: not shown there.")
    )

    objects = FigureQuerySet.as_manager()

    class Meta(Publishable.Meta):
        verbose_name = _("figure")
        verbose_name_plural = _("figures")
        ordering = ["slug"]

    def __str__(self) -> str:
        return either(self, "indicator") or self.slug
