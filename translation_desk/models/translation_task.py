"""The work that is open in one language of one record."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from bilingual.languages import CHINESE, ENGLISH

from .translation_record import AboutContentQuerySet

#: Where work without a due date stands in the queue: after all that has one.
SOMETIME = date(9999, 12, 31)


class TranslationTask(models.Model):
    """What is missing and outdated, counted whenever a version is saved; who does it, by when, and what is unclear.

    A row whose work is done is kept, closed, so that its owner and its question are there when work opens again.
    """

    content_type = models.ForeignKey(ContentType, verbose_name=_("kind of record"), on_delete=models.CASCADE)
    object_id = models.CharField(_("record"), max_length=64)
    record = GenericForeignKey("content_type", "object_id")
    language = models.CharField(
        _("language"), max_length=7, choices=[(ENGLISH, _("English")), (CHINESE, _("Chinese"))]
    )
    #: Repeated here, so that the queue asks one table only.
    title = models.CharField(_("record"), max_length=200)
    area = models.CharField(_("area"), max_length=80, blank=True)
    missing = models.PositiveIntegerField(_("missing"), default=0)
    outdated = models.PositiveIntegerField(_("outdated"), default=0)
    #: Machine translations that nobody has accepted.
    unaccepted = models.PositiveIntegerField(_("to be accepted"), default=0)
    is_open = models.BooleanField(_("open"), default=True)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("translator"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    due_on = models.DateField(_("due on"), null=True, blank=True)
    question = models.TextField(_("question"), blank=True, max_length=2000)
    sort_on = models.DateField(editable=False, default=SOMETIME)
    opened_at = models.DateTimeField(_("open since"))

    objects = AboutContentQuerySet.as_manager()

    class Meta:
        verbose_name = _("translation task")
        verbose_name_plural = _("translation queue")
        ordering = ["sort_on", "pk"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["content_type", "object_id", "language"], name="one_translation_task_per_language"
            )
        ]
        indexes = [
            models.Index(
                fields=["language", "sort_on", "id"], condition=Q(is_open=True), name="open_translation_work"
            ),
            models.Index(
                fields=["owner", "sort_on", "id"], condition=Q(is_open=True), name="open_translation_by_owner"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title} · {self.get_language_display()}"

    def save(self, *args, update_fields=None, **kwargs):
        self.sort_on = self.due_on or SOMETIME
        if update_fields is not None and "due_on" in update_fields:
            update_fields = {*update_fields, "sort_on"}
        super().save(*args, update_fields=update_fields, **kwargs)
