"""Changes of live content that wait for their moment."""

from __future__ import annotations

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from bilingual.languages import active_language

from .revision import Revision


class ScheduleQuerySet(models.QuerySet):
    def of(self, record: models.Model):
        """The scheduled publications of one record, the next one first."""
        kind = ContentType.objects.get_for_model(record, for_concrete_model=True)
        return self.filter(content_type=kind, object_id=str(record.pk)).order_by("at", "pk")

    def waiting(self):
        return self.filter(state=ScheduledPublication.State.WAITING)

    def due(self, at):
        """Those whose moment has come, in the order of their moments. A clock that jumped forward is no matter."""
        return self.waiting().filter(at__lte=at).order_by("at", "pk")


class ScheduledPublication(models.Model):
    """A draft that is to go live at a moment, over an edition that is live already.

    A first publication needs none of this: its moment stands on the record itself.
    """

    class State(models.TextChoices):
        WAITING = "waiting", _("waiting")
        DONE = "done", _("done")
        FAILED = "failed", _("failed")
        CANCELLED = "cancelled", _("cancelled")

    content_type = models.ForeignKey(ContentType, verbose_name=_("kind of record"), on_delete=models.CASCADE)
    object_id = models.CharField(_("record"), max_length=64)
    record = GenericForeignKey("content_type", "object_id")
    #: The draft as it was looked at.
    revision = models.ForeignKey(Revision, null=True, on_delete=models.SET_NULL, related_name="+")
    languages = models.JSONField(_("languages"), default=list)
    at = models.DateTimeField(_("moment"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("person"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    state = models.CharField(_("state"), max_length=9, choices=State, default=State.WAITING)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    #: Why it failed or was cancelled, by language.
    reason = models.JSONField(_("reason"), default=dict)
    created_at = models.DateTimeField(_("created"), auto_now_add=True)
    closed_at = models.DateTimeField(_("closed"), null=True)

    objects = ScheduleQuerySet.as_manager()

    class Meta:
        verbose_name = _("scheduled change")
        verbose_name_plural = _("scheduled changes")
        ordering = ["-at", "-pk"]
        default_permissions = ("view",)
        indexes = [
            models.Index(fields=["state", "at", "id"], name="schedule_due"),
            models.Index(fields=["content_type", "object_id", "state"], name="schedule_of_record"),
        ]

    def __str__(self) -> str:
        return f"{self.record or self.object_id} · {self.get_state_display()}"

    @property
    def told_reason(self) -> str:
        """The reason in the active language."""
        return self.reason.get(active_language(), "")

    def close(self, state: str, reason: dict[str, str] | None = None) -> bool:
        """Leave the waiting ones; False when it was not waiting any more. ``reason`` says why, by language."""
        waiting = ScheduledPublication.objects.waiting().filter(pk=self.pk)
        return bool(waiting.update(state=state, closed_at=timezone.now(), reason=reason or {}))
