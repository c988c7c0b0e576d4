"""What somebody typed into a form and has not saved yet."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.translation import gettext_lazy as _


class Scratch(models.Model):
    """The fields of one opened form, for the person alone who opened it; it is never part of the history.

    ``fields`` is what the browser would have sent: a list of [name, value]. ``object_id`` is empty for a new record.
    """

    form = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+")
    object_id = models.CharField(max_length=64, blank=True)
    record = GenericForeignKey("content_type", "object_id")
    fields = models.JSONField(default=list)
    kept_at = models.DateTimeField(_("kept"))

    class Meta:
        verbose_name = _("unsaved text")
        verbose_name_plural = _("unsaved texts")
        default_permissions = ()
        ordering = ["-kept_at"]
        indexes = [models.Index(fields=["user", "content_type", "object_id"], name="scratch_of_form")]

    def __str__(self) -> str:
        return str(self.form)
