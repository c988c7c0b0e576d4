"""A difference of numbers that somebody answers for."""

from __future__ import annotations

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.translation import gettext_lazy as _

from .translation_record import AboutContentQuerySet


class Exemption(models.Model):
    """One place whose two wordings may be published although a check that blocks objects, and why.

    It holds for exactly these two wordings: an edit of either voids it.
    """

    content_type = models.ForeignKey(ContentType, verbose_name=_("kind of record"), on_delete=models.CASCADE)
    object_id = models.CharField(_("record"), max_length=64)
    path = models.CharField(_("place"), max_length=160)
    #: Fingerprint of both texts.
    pair = models.CharField(_("fingerprint"), max_length=64)
    reason = models.CharField(_("reason"), max_length=300)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("person"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    at = models.DateTimeField(_("given"), auto_now_add=True)

    objects = AboutContentQuerySet.as_manager()

    class Meta:
        verbose_name = _("exemption")
        verbose_name_plural = _("exemptions")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["content_type", "object_id", "path", "pair"], name="one_exemption_per_pair"
            )
        ]

    def __str__(self) -> str:
        return self.reason
