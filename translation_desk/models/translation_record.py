"""What a wording in one language was translated from."""

from __future__ import annotations

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.translation import gettext_lazy as _


class AboutContentQuerySet(models.QuerySet):
    def of(self, record: models.Model):
        """The rows about one record."""
        kind = ContentType.objects.get_for_model(record, for_concrete_model=True)
        return self.filter(content_type=kind, object_id=str(record.pk))


class TranslationRecord(models.Model):
    """One wording of one place of a record in one language, and the wordings of the source that it fits.

    The row is about words, not about moments: a wording that comes back, because a version was restored or a draft
    discarded, finds what was known of it. So no order of events can make a state wrong.
    """

    class Origin(models.TextChoices):
        TYPED = "typed", _("typed")
        IMPORTED = "imported", _("imported")
        MACHINE = "machine", _("machine translation")

    content_type = models.ForeignKey(ContentType, verbose_name=_("kind of record"), on_delete=models.CASCADE)
    object_id = models.CharField(_("record"), max_length=64)
    #: The place in the record, as ``places.Place`` spells it.
    path = models.CharField(_("place"), max_length=160)
    language = models.CharField(_("language"), max_length=7)
    #: Fingerprint of the translation.
    text = models.CharField(_("fingerprint"), max_length=64)
    #: Fingerprints of the sources that it is a translation of.
    sources = models.JSONField(_("translated from"), default=list)
    #: Fingerprints of the bare words of sources whose changes of punctuation were dismissed.
    dismissed = models.JSONField(_("dismissed"), default=list)
    #: The source that it was translated from, or last accepted for, as a reader sees it.
    basis = models.TextField(_("source"), blank=True)
    origin = models.CharField(_("origin"), max_length=8, choices=Origin, default=Origin.TYPED)
    accepted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("accepted by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    #: None of what a machine wrote and nobody has accepted.
    accepted_at = models.DateTimeField(_("accepted"), null=True)

    objects = AboutContentQuerySet.as_manager()

    class Meta:
        verbose_name = _("translation")
        verbose_name_plural = _("translations")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["content_type", "object_id", "path", "language", "text"],
                name="one_record_per_wording",
            )
        ]

    def __str__(self) -> str:
        return f"{self.object_id} · {self.path} · {self.language}"

    @property
    def is_unaccepted(self) -> bool:
        return self.origin == self.Origin.MACHINE and self.accepted_at is None
