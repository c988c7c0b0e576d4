"""Industries and the classifications that they map to."""

from __future__ import annotations

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from bilingual.languages import LANGUAGES, column
from bilingual.names import either
from evidence.models import source_key
from media_library.keys import picture_key
from prose.fields import ProseField
from publishing.models import Part, Publishable

from ..querysets import IndustryQuerySet


class Industry(Publishable):
    required_to_publish = ("name", "summary")

    name = models.CharField(_("name"), max_length=120, blank=True)
    summary = models.TextField(_("summary"), blank=True)
    policy_focus = models.TextField(_("policy focus"), blank=True)
    body = ProseField(_("text"), blank=True)
    parent = models.ForeignKey(
        "self",
        verbose_name=_("parent industry"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="children",
    )
    image = picture_key()
    position = models.PositiveSmallIntegerField(_("order"), default=0)
    source = source_key()

    objects = IndustryQuerySet.as_manager()

    class Meta(Publishable.Meta):
        verbose_name = _("industry")
        verbose_name_plural = _("industries")
        ordering = ["position", "slug"]

    def __str__(self) -> str:
        return either(self, "name") or self.slug

    def get_absolute_url(self) -> str:
        return reverse("enterprises:industry", args=[self.slug])

    def chain_languages(self) -> list[str]:
        """The languages in which at least one link of its chain has a name."""
        links = list(self.chain_links.all())
        return [code for code in LANGUAGES if any(getattr(link, column("name", code)) for link in links)]


class IndustryCode(Part):
    """The place of an industry in an outside classification."""

    class Taxonomy(models.TextChoices):
        SMART_12 = "smart12", _("12 key smart industries of Chongqing, 2018")
        CLUSTERS_33618 = "33618", _("“33618” manufacturing clusters of Chongqing, 2023")
        GBT_4754 = "gbt4754", _("GB/T 4754 industrial classification")
        ISIC = "isic", _("ISIC")
        LIANGJIANG = "liangjiang", _("pillar industries of Liangjiang")

    industry = models.ForeignKey(Industry, on_delete=models.CASCADE, related_name="codes")
    taxonomy = models.CharField(_("classification"), max_length=12, choices=Taxonomy)
    code = models.CharField(_("code"), max_length=20, blank=True)
    label = models.CharField(_("name there"), max_length=200, blank=True)

    class Meta(Part.Meta):
        verbose_name = _("classification")
        verbose_name_plural = _("classifications")

    def __str__(self) -> str:
        return f"{self.get_taxonomy_display()} {self.code}".strip()
