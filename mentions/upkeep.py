"""What was turned down for a record goes with the record."""

from __future__ import annotations

from django.db.models.signals import pre_delete
from django.dispatch import receiver

from .models import Dismissal
from .proposals import about_fields


@receiver(pre_delete, dispatch_uid="mentions.deleted")
def forget(sender, instance, **_kwargs) -> None:
    if about_fields(sender):
        Dismissal.objects.of(instance).delete()
