"""What a sender agreed to, in the words that were on the page."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from bilingual.languages import CHINESE, ENGLISH

from .inquiry import Inquiry


class ConsentText(models.Model):
    """A text that somebody agreed to, kept as it was read. The same words are kept once."""

    #: SHA-256 of language and text, in hexadecimal.
    fingerprint = models.CharField(max_length=64, unique=True, editable=False)
    version = models.CharField(_("version of the consent text"), max_length=10)
    language = models.CharField(
        _("language"), max_length=7, choices=[(ENGLISH, _("English")), (CHINESE, _("Chinese"))]
    )
    text = models.TextField(_("text"))

    class Meta:
        verbose_name = _("consent text")
        verbose_name_plural = _("consent texts")

    def __str__(self) -> str:
        return f"{self.version} · {self.language}"


class Consent(models.Model):
    """One consent of one sender; withdrawing it does not take back that it was given."""

    class Kind(models.TextChoices):
        HANDLING = "handling", _("being answered")
        FORWARDING = "forwarding", _("being passed on")
        ABROAD = "abroad", _("being sent abroad")

    inquiry = models.ForeignKey(Inquiry, on_delete=models.CASCADE, related_name="consents")
    kind = models.CharField(_("kind"), max_length=10, choices=Kind)
    text = models.ForeignKey(ConsentText, on_delete=models.PROTECT, related_name="+")
    given_at = models.DateTimeField(_("consent given"))
    withdrawn_at = models.DateTimeField(_("withdrawn"), null=True, blank=True)

    class Meta:
        verbose_name = _("consent")
        verbose_name_plural = _("consents")
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["inquiry", "kind"], name="consent_once_a_kind")]

    def __str__(self) -> str:
        return f"{self.inquiry} · {self.get_kind_display()}"
