"""Follows every history: what was translated from what, and what is to do now."""

from __future__ import annotations

from django.contrib.contenttypes.models import ContentType
from django.db.models.signals import post_delete
from django.dispatch import receiver

from publishing.models import Publishable
from publishing.signals import revision_written

from .models import Exemption, TranslationRecord, TranslationTask
from .queueing import refresh
from .stamping import stamp_changes


@receiver(revision_written)
def follow_revision(sender, record, revision, typed, seen, **kwargs):
    if not isinstance(record, Publishable):
        return
    if seen is not None:
        stamp_changes(record, seen.snapshot, typed, by=revision.author)
    refresh(record, revision.snapshot)


@receiver(post_delete)
def forget_deleted(sender, instance, **kwargs):
    if not isinstance(instance, Publishable):
        return
    kind = ContentType.objects.get_for_model(instance, for_concrete_model=True)
    for model in (TranslationTask, TranslationRecord, Exemption):
        model.objects.filter(content_type=kind, object_id=str(instance.pk)).delete()
