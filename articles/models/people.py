"""Who wrote, and who is quoted."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from bilingual.fields import PeriodField
from bilingual.names import either


class Author(models.Model):
    """A person named in bylines and credits. Chinese names keep the surname first in both languages."""

    name = models.CharField(pgettext_lazy("person", "name"), max_length=120, blank=True)
    spellings = models.CharField(_("other spellings"), max_length=200, blank=True)
    organisation = models.CharField(_("organisation"), max_length=160, blank=True)

    class Meta:
        verbose_name = _("author")
        verbose_name_plural = _("authors")
        ordering = ["name_en", "pk"]

    def __str__(self) -> str:
        return either(self, "name")


class Quote(models.Model):
    """A sentence worth showing beside an article, with the speaker's title as then held."""

    text = models.TextField(_("text"), blank=True)
    speaker = models.CharField(_("speaker"), max_length=160, blank=True)
    speaker_title = models.CharField(_("title at the time"), max_length=200, blank=True)
    said_on = PeriodField(_("said on"), null=True, blank=True)
    link = models.URLField(_("link"), max_length=500, blank=True)

    class Meta:
        verbose_name = _("quote")
        verbose_name_plural = _("quotes")
        ordering = ["-pk"]

    def __str__(self) -> str:
        return either(self, "text")[:80]
