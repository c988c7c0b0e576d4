"""Follows what is written, published and deleted: the list of links is a copy that keeps up."""

from __future__ import annotations

from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver

from publishing.models import Part, Publishable, Redirect
from publishing.signals import edition_changed, revision_written

from . import inside, keeping
from .finding import holders
from .models import Use
from .tasks import order_check


@receiver(revision_written, dispatch_uid="links.newest")
def follow_revision(sender, record, revision, **kwargs):
    if isinstance(record, Publishable) and keeping.keep_newest(record, revision.snapshot):
        transaction.on_commit(order_check)


@receiver(edition_changed, dispatch_uid="links.public")
def follow_edition(sender, record, **kwargs):
    transaction.on_commit(lambda: _look_again(sender, record.pk))


def _look_again(model: type[models.Model], key) -> None:
    record = model._base_manager.filter(pk=key).first()
    if record is None:
        return
    if model in holders() and keeping.keep_record(record):
        order_check()
    inside.judge_again(inside.leads_to(record))


@receiver([post_save, post_delete], sender=Redirect, dispatch_uid="links.moved")
def follow_redirect(sender, instance, raw=False, **kwargs):
    """Links to an address that moved lead on from now on; so do those whose earlier address was led past it."""
    if not raw:
        transaction.on_commit(lambda: inside.judge_again(inside.led_by(instance)))


@receiver(post_save, dispatch_uid="links.row")
def follow_row(sender, instance, raw=False, **kwargs):
    """Rows without editions are public as they stand."""
    if raw or issubclass(sender, Publishable | Part) or sender not in holders():
        return
    if keeping.keep_row(instance):
        transaction.on_commit(order_check)


@receiver(post_delete, dispatch_uid="links.gone")
def forget_deleted(sender, instance, **kwargs):
    if sender in holders():
        kind = ContentType.objects.get_for_model(instance, for_concrete_model=True)
        Use.objects.filter(content_type=kind, object_id=str(instance.pk)).delete()
    if issubclass(sender, Publishable):
        # The instance loses its key before the transaction ends.
        condition = inside.leads_to(instance)
        transaction.on_commit(lambda: inside.judge_again(condition))
