"""What people looked for in vain. Words and a count: nothing about who asked, or when, beyond the day."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from bilingual.languages import CHINESE, ENGLISH


class Miss(models.Model):
    class Language(models.TextChoices):
        ENGLISH = ENGLISH, _("English")
        CHINESE = CHINESE, _("Chinese")

    text = models.CharField(_("searched for"), max_length=60)
    language = models.CharField(_("language"), max_length=7, choices=Language)
    count = models.PositiveIntegerField(_("times"), default=1)
    last_on = models.DateField(_("last on"))

    class Meta:
        verbose_name = _("search without result")
        verbose_name_plural = _("searches without result")
        ordering = ["-count", "-last_on", "pk"]
        default_permissions = ("view", "delete")
        constraints = [models.UniqueConstraint(fields=["text", "language"], name="search_miss_once")]

    def __str__(self) -> str:
        return self.text
