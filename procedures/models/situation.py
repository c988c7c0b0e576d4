"""Situations: what somebody wants to set up, and which procedures that asks for."""

from __future__ import annotations

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from bilingual.names import either
from evidence.samples import sample_flag
from publishing.models import Publishable
from publishing.querysets import PublishableQuerySet

from .procedure import Procedure


class Situation(Publishable):
    required_to_publish = ("name",)

    name = models.CharField(_("name"), max_length=160, blank=True)
    summary = models.TextField(_("summary"), blank=True)
    procedures = models.ManyToManyField(
        Procedure, verbose_name=_("procedures"), blank=True, related_name="situations"
    )
    position = models.PositiveSmallIntegerField(_("order"), default=0)
    is_sample = sample_flag()

    objects = PublishableQuerySet.as_manager()

    class Meta(Publishable.Meta):
        verbose_name = _("situation")
        verbose_name_plural = _("situations")
        ordering = ["position", "slug"]

    def __str__(self) -> str:
        return either(self, "name") or self.slug

    def get_absolute_url(self) -> str:
        """The planner for this situation alone."""
        return f"{reverse('procedures:planner')}?situation={self.slug}"
