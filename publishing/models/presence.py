"""Who has which form open."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.translation import gettext_lazy as _


class Presence(models.Model):
    """A form that somebody's browser has open: it says so every half minute, and is forgotten when it stops."""

    form = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+")
    object_id = models.CharField(max_length=64)
    since = models.DateTimeField(_("form opened"))
    seen_at = models.DateTimeField(_("last seen"), db_index=True)

    class Meta:
        verbose_name = _("open form")
        verbose_name_plural = _("open forms")
        default_permissions = ()
        ordering = ["since"]
        indexes = [models.Index(fields=["content_type", "object_id"], name="presence_at_record")]

    def __str__(self) -> str:
        return str(self.form)
