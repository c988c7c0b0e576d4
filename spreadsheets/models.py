"""Files that were sent in and wait to be confirmed."""

from __future__ import annotations

import uuid
from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

#: So long may somebody think about a dry run.
KEPT_FOR = timedelta(hours=24)


class UploadQuerySet(models.QuerySet):
    def of(self, user, kind: str):
        """The files that a person sent in for one kind of record, and that have not expired."""
        return self.filter(owner=user, kind=kind, created_at__gt=timezone.now() - KEPT_FOR)

    def expired(self):
        return self.filter(created_at__lte=timezone.now() - KEPT_FOR)


class Upload(models.Model):
    """A file, what its dry run found, and whether it was carried out. Only its owner ever sees it."""

    class State(models.TextChoices):
        CHECKED = "checked", pgettext_lazy("imported file", "checked")
        WRITTEN = "written", pgettext_lazy("imported file", "written")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    #: Label of the model in lower case, such as ``enterprises.enterprise``.
    kind = models.CharField(max_length=100)
    name = models.CharField(max_length=200)
    #: What a single table was said to be; empty where the file says it itself.
    table = models.CharField(max_length=60, blank=True)
    content = models.BinaryField()
    #: SHA-256 of the content, in hexadecimal.
    digest = models.CharField(max_length=64)
    state = models.CharField(max_length=9, choices=State, default=State.CHECKED)
    #: The dry run as it was told, in which language, and the digest of its outcome.
    told = models.JSONField(default=dict)
    language = models.CharField(max_length=7)
    outcome = models.CharField(max_length=64)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = UploadQuerySet.as_manager()

    class Meta:
        verbose_name = _("imported file")
        verbose_name_plural = _("imported files")
        default_permissions = ()
        ordering = ["-created_at"]
        indexes = [models.Index(fields=["created_at"], name="uploads_by_age")]

    def __str__(self) -> str:
        return self.name
