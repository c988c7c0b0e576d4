"""Moments at which an edition will begin or end."""

from __future__ import annotations

from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.translation import gettext_lazy as _


class EditionMoment(models.Model):
    """A moment that lies ahead of an edition, so that somebody notices when it passes.

    What decides stands on the record: a row whose moment does not stand there any more means nothing.
    """

    content_type = models.ForeignKey(ContentType, verbose_name=_("kind of record"), on_delete=models.CASCADE)
    object_id = models.CharField(_("record"), max_length=64)
    record = GenericForeignKey("content_type", "object_id")
    language = models.CharField(_("language"), max_length=7)
    at = models.DateTimeField(_("moment"), db_index=True)

    class Meta:
        verbose_name = _("moment of an edition")
        verbose_name_plural = _("moments of editions")
        ordering = ["at", "pk"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["content_type", "object_id", "language", "at"], name="moment_once_per_edition"
            )
        ]

    def __str__(self) -> str:
        return f"{self.object_id} · {self.language} · {self.at}"
