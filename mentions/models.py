"""What somebody has said is not meant, so that it is not proposed again."""

from __future__ import annotations

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import models


class DismissalQuerySet(models.QuerySet):
    def of(self, record: models.Model):
        """What was turned down for a record."""
        kind = ContentType.objects.get_for_model(record, for_concrete_model=True)
        return self.filter(content_type=kind, object_id=str(record.pk))


class Dismissal(models.Model):
    """A record names another one, or a word that looks like its name, and is not about it."""

    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+")
    object_id = models.CharField(max_length=64)
    #: The relation of the record and the key of the other one, as ``Proposal.key`` spells them.
    key = models.CharField(max_length=100)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    objects = DismissalQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["content_type", "object_id", "key"], name="mentions_dismissed_once"
            )
        ]

    def __str__(self) -> str:
        return self.key
