"""Every version of every publishable record."""

from __future__ import annotations

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.translation import gettext_lazy as _

from ..fingerprints import fingerprint


class RevisionQuerySet(models.QuerySet):
    def of(self, record: models.Model):
        """The revisions of a record, newest first; parked ones have no number and come last."""
        kind = ContentType.objects.get_for_model(record, for_concrete_model=True)
        return self.filter(content_type=kind, object_id=str(record.pk)).order_by(
            models.F("number").desc(nulls_last=True)
        )

    def numbered(self):
        """Without the parked ones, which are no part of the history."""
        return self.filter(number__isnull=False)


class Revision(models.Model):
    """The content of a record at one moment.

    The number counts within the record. That no two revisions share one is what keeps a second editor from
    overwriting the first: whoever comes second finds the number taken, merges, and tries the next.
    """

    class Kind(models.TextChoices):
        LIVE = "live", _("published")
        DRAFT = "draft", _("draft")
        PARKED = "parked", _("set aside")

    content_type = models.ForeignKey(ContentType, verbose_name=_("kind of record"), on_delete=models.CASCADE)
    object_id = models.CharField(_("record"), max_length=64)
    record = GenericForeignKey("content_type", "object_id")
    number = models.PositiveIntegerField(_("number"), null=True)
    kind = models.CharField(_("kind"), max_length=6, choices=Kind)
    #: The revision that this one was made from.
    parent = models.ForeignKey("self", null=True, on_delete=models.SET_NULL, related_name="+")
    #: The last live revision when this draft was made.
    base = models.ForeignKey("self", null=True, on_delete=models.SET_NULL, related_name="+")
    snapshot = models.JSONField(_("content"))
    fingerprint = models.CharField(_("fingerprint"), max_length=64, editable=False)
    #: Languages, and ``shared``, in which a draft differs from what is live.
    pending = models.JSONField(_("waiting to be published"), default=list)
    #: Languages, and ``shared``, in which this revision differs from its parent; a first one has none.
    changed = models.JSONField(_("changed"), default=list)
    #: Of a parked save: the places that someone else had changed meanwhile.
    conflicts = models.JSONField(_("conflicts"), default=list)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("person"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    note = models.CharField(_("reason"), max_length=300, blank=True)
    created_at = models.DateTimeField(_("saved"), auto_now_add=True)

    objects = RevisionQuerySet.as_manager()

    class Meta:
        verbose_name = _("revision")
        verbose_name_plural = _("revisions")
        ordering = ["-pk"]
        default_permissions = ("view",)
        constraints = [
            models.UniqueConstraint(
                fields=["content_type", "object_id", "number"], name="revision_number_once_per_record"
            )
        ]

    def __str__(self) -> str:
        return f"{self.object_id} · {self.number or '–'}"

    def save(self, *args, **kwargs):
        self.fingerprint = fingerprint(self.snapshot)
        super().save(*args, **kwargs)
