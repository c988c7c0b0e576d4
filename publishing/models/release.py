"""Records that go public together."""

from __future__ import annotations

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from bilingual.languages import active_language

from .revision import Revision


class ReleaseQuerySet(models.QuerySet):
    def waiting(self):
        return self.filter(state=Release.State.WAITING)

    def due(self, at):
        """Those whose moment has come, in the order of their moments."""
        return self.waiting().filter(at__lte=at).order_by("at", "pk")

    def open_to_changes(self):
        return self.filter(state__in=(Release.State.OPEN, Release.State.FAILED))


class Release(models.Model):
    """A set of records with the languages in which each goes public: at one moment, all or none."""

    class State(models.TextChoices):
        OPEN = "open", _("being prepared")
        #: The moment stands on every record; nothing else has to happen.
        IN_PLACE = "in_place", _("scheduled")
        #: It changes what is live: the clock carries it out.
        WAITING = "waiting", _("waiting for its moment")
        DONE = "done", _("released")
        FAILED = "failed", _("failed")
        UNDONE = "undone", _("undone")

    name = models.CharField(_("name"), max_length=120)
    note = models.TextField(_("note"), blank=True)
    state = models.CharField(_("state"), max_length=8, choices=State, default=State.OPEN, editable=False)
    at = models.DateTimeField(_("moment"), null=True, editable=False)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("released by"),
        null=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0, editable=False)
    #: Why it failed, by language.
    reason = models.JSONField(_("reason"), default=dict, editable=False)
    created_at = models.DateTimeField(_("created"), auto_now_add=True, editable=False)
    closed_at = models.DateTimeField(_("closed"), null=True, editable=False)

    objects = ReleaseQuerySet.as_manager()

    class Meta:
        verbose_name = _("release")
        verbose_name_plural = _("releases")
        ordering = ["-pk"]
        indexes = [models.Index(fields=["state", "at"], name="release_due")]

    def __str__(self) -> str:
        return self.name

    @property
    def told_reason(self) -> str:
        """The reason in the active language."""
        return self.reason.get(active_language(), "")

    @property
    def is_out(self) -> bool:
        """Whether it has been released, and not been undone."""
        done = self.state == self.State.DONE
        return done or (self.state == self.State.IN_PLACE and self.at <= timezone.now())

    @property
    def may_be_edited(self) -> bool:
        return self.state in (self.State.OPEN, self.State.FAILED)


class ReleaseItem(models.Model):
    """One record of a release, and what was live of it before."""

    release = models.ForeignKey(Release, on_delete=models.CASCADE, related_name="items")
    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE)
    object_id = models.CharField(max_length=64)
    record = GenericForeignKey("content_type", "object_id")
    #: The version as it was looked at; None for a record without any history.
    revision = models.ForeignKey(Revision, null=True, on_delete=models.SET_NULL, related_name="+")
    languages = models.JSONField(_("languages"), default=list)
    #: The content of the row before and after the release, and the moments of each language before it.
    before = models.JSONField(null=True)
    after = models.JSONField(null=True)
    moments = models.JSONField(default=dict)

    class Meta:
        verbose_name = _("release record")
        verbose_name_plural = _("release records")
        ordering = ["pk"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["release", "content_type", "object_id"], name="record_once_per_release"
            )
        ]

    def __str__(self) -> str:
        return str(self.record or self.object_id)
