"""Passing a message on to who can answer it."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from .inquiry import Inquiry


class Handover(models.Model):
    """A message was passed on, with its sender's consent, to a park or to another body."""

    inquiry = models.ForeignKey(Inquiry, on_delete=models.CASCADE, related_name="handovers")
    park = models.ForeignKey(
        "enterprises.Park",
        verbose_name=_("park"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    body = models.CharField(_("park, enterprise or public body"), max_length=160)
    email = models.EmailField(_("recipient’s e-mail"))
    is_abroad = models.BooleanField(_("the recipient is outside mainland China"), default=False)
    note = models.TextField(_("note to the recipient"), blank=True, max_length=2000)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(_("when"), auto_now_add=True)

    class Meta:
        verbose_name = _("handover")
        verbose_name_plural = _("handovers")
        ordering = ["pk"]
        constraints = [models.CheckConstraint(condition=~Q(body=""), name="handover_names_its_recipient")]

    def __str__(self) -> str:
        return f"{self.inquiry} → {self.body}"
