"""Series of numbered parts, and topic pages."""

from __future__ import annotations

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from bilingual.names import either
from media_library.keys import picture_key
from prose.fields import ProseField
from publishing.models import Part, Publishable


class Series(Publishable):
    required_to_publish = ("title",)

    title = models.CharField(_("title"), max_length=160, blank=True)
    lead = models.TextField(_("lead"), blank=True)

    class Meta(Publishable.Meta):
        verbose_name = _("series")
        verbose_name_plural = _("series")
        ordering = ["slug"]

    def __str__(self) -> str:
        return either(self, "title") or self.slug

    def get_absolute_url(self) -> str:
        return reverse("articles:series", args=[self.slug])


class Special(Publishable):
    """A topic page: a lead, and sections that gather articles."""

    required_to_publish = ("title", "lead")

    title = models.CharField(_("title"), max_length=160, blank=True)
    lead = models.TextField(_("lead"), blank=True)
    body = ProseField(_("text"), blank=True)
    image = picture_key()
    begins_on = models.DateField(_("starts on"), null=True, blank=True)
    ends_on = models.DateField(_("ends on"), null=True, blank=True)

    class Meta(Publishable.Meta):
        verbose_name = _("special")
        verbose_name_plural = _("specials")
        ordering = ["-begins_on", "slug"]

    def __str__(self) -> str:
        return either(self, "title") or self.slug

    def get_absolute_url(self) -> str:
        return reverse("articles:special", args=[self.slug])


class SpecialSection(Part):
    special = models.ForeignKey(Special, on_delete=models.CASCADE, related_name="sections")
    title = models.CharField(_("heading"), max_length=160, blank=True)
    text = models.TextField(_("text"), blank=True)
    articles = models.ManyToManyField(
        "Article", verbose_name=_("articles"), blank=True, related_name="special_sections"
    )

    class Meta(Part.Meta):
        verbose_name = _("section")
        verbose_name_plural = _("sections")

    def __str__(self) -> str:
        return either(self, "title")
