"""The index follows what is published, withdrawn and deleted, in the same transaction."""

from __future__ import annotations

from django.contrib.contenttypes.models import ContentType
from django.db.models.signals import pre_delete
from django.dispatch import receiver

from bilingual.languages import LANGUAGES
from publishing.models import Publishable
from publishing.signals import edition_changed, revision_written

from .documents import KINDS
from .drafts import shelve, unshelve
from .writing import erase, index


@receiver(edition_changed, dispatch_uid="search_index.changed")
def follow(record: Publishable, **_kwargs) -> None:
    """Every edition of the record: what one language publishes may change facts and the address of both."""
    if type(record) in KINDS:
        index([record])
        shelve(record)


@receiver(revision_written, dispatch_uid="search_index.drafted")
def follow_draft(record: Publishable, **_kwargs) -> None:
    if type(record) in KINDS:
        shelve(record)


@receiver(pre_delete, dispatch_uid="search_index.deleted")
def forget(sender, instance, **_kwargs) -> None:
    if sender in KINDS:
        unshelve(instance)
        for language in LANGUAGES:
            erase(ContentType.objects.get_for_model(sender), [instance.pk], language)
