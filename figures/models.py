"""The register of figures: one number, one period, one source, shown by reference on any page."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from bilingual.names import either
from evidence.models import Fact
from publishing.models import Publishable

from .querysets import FigureQuerySet, IndicatorQuerySet


class Indicator(Publishable):
    """What several figures tell, such as the population: they stand side by side on one page."""

    required_to_publish = ("name", "summary")

    name = models.CharField(_("name"), max_length=160, blank=True)
    summary = models.TextField(_("summary"), blank=True)
    differences = models.TextField(
        _("why its figures differ"),
        blank=True,
        help_text=_("What each source counted, and where. Leave empty if not known."),
    )
    position = models.PositiveSmallIntegerField(_("order"), default=0)

    objects = IndicatorQuerySet.as_manager()

    class Meta(Publishable.Meta):
        verbose_name = _("common indicator")
        verbose_name_plural = _("common indicators")
        ordering = ["position", "slug"]

    def __str__(self) -> str:
        return either(self, "name") or self.slug

    def get_absolute_url(self) -> str:
        return reverse("figures:indicator", args=[self.slug])


class Figure(Publishable, Fact):
    class Territory(models.TextChoices):
        LIANGJIANG = "liangjiang", _("Liangjiang New Area")
        CHONGQING = "chongqing", _("Chongqing municipality")
        CHINA = "china", _("China")
        WORLD = "world", _("world")

    required_to_publish = ("indicator",)

    indicator = models.CharField(_("indicator"), max_length=200, blank=True)
    common_indicator = models.ForeignKey(
        Indicator,
        verbose_name=_("common indicator"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="figures",
        help_text=_("Figures with the same indicator are shown side by side and checked against each other."),
    )
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
    superseded_because = models.CharField(
        _("why it was superseded"),
        max_length=300,
        blank=True,
        help_text=_("One sentence; readers see it beside the crossed-out value."),
    )
    home_position = models.PositiveSmallIntegerField(
        _("position on the home page"),
        null=True,
        blank=True,
        help_text=_("If empty, it is not shown on the home page."),
    )

    objects = FigureQuerySet.as_manager()

    class Meta(Publishable.Meta):
        verbose_name = _("figure")
        verbose_name_plural = _("figures")
        ordering = ["slug"]

    def __str__(self) -> str:
        return either(self, "indicator") or self.slug

    def clean(self) -> None:
        """Refuses a figure that would supersede itself, by way of others too."""
        super().clean()
        later, seen = self.superseded_by, {self.pk} - {None}
        while later is not None:
            if later.pk in seen or later.slug == self.slug:
                raise ValidationError(
                    {
                        "superseded_by": _(
                            "A figure cannot supersede itself: %(figure)s leads back to this one."
                        )
                        % {"figure": self.superseded_by}
                    }
                )
            seen.add(later.pk)
            later = later.superseded_by
