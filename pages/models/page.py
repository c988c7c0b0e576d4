"""Standing pages."""

from __future__ import annotations

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from bilingual.names import either
from evidence.models import Source
from media_library.keys import picture_key
from prose.fields import ProseField
from publishing.models import Publishable


class Page(Publishable):
    class Section(models.TextChoices):
        ABOUT = "about", _("About Liangjiang")
        INVESTING = "investing", _("Investing")
        LIVING = "living", _("Living")

    required_to_publish = ("title", "body")

    section = models.CharField(_("section"), max_length=10, choices=Section)
    parent = models.ForeignKey(
        "self",
        verbose_name=_("chapter of"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="chapters",
    )
    title = models.CharField(_("title"), max_length=200, blank=True)
    summary = models.TextField(_("summary"), blank=True)
    body = ProseField(_("text"), blank=True)
    image = picture_key()
    figures = models.ManyToManyField(
        "figures.Figure", verbose_name=_("figures"), blank=True, related_name="pages"
    )
    sources = models.ManyToManyField(Source, verbose_name=_("sources"), blank=True, related_name="+")
    updated_on = models.DateField(_("updated on"), null=True, blank=True)
    position = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta(Publishable.Meta):
        verbose_name = _("page")
        verbose_name_plural = _("pages")
        ordering = ["section", "position", "slug"]

    def __str__(self) -> str:
        return either(self, "title") or self.slug

    def get_absolute_url(self) -> str:
        return reverse(f"pages:{self.section}", args=[self.slug])
