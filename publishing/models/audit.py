"""What people did with the content: written once, never changed."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ..audit.words import ACTIONS


class AppendOnly(RuntimeError):
    """Something tried to change or delete an entry of the audit log."""


class AuditQuerySet(models.QuerySet):
    """Adds and reads; whatever would change or remove an entry raises AppendOnly."""

    def of(self, subject: models.Model):
        """The entries about one record."""
        return self.filter(kind=subject._meta.label_lower, object_id=str(subject.pk))

    def _refuse(self, *args, **kwargs):
        raise AppendOnly("Entries of the audit log are neither changed nor deleted.")

    update = delete = bulk_create = bulk_update = update_or_create = _raw_delete = _refuse
    aupdate = adelete = abulk_create = abulk_update = aupdate_or_create = _refuse


class AuditEntry(models.Model):
    """One deed. Kind, record and person are kept as words too, so that the entry outlives all three."""

    #: Namespaced, such as ``publishing.published``; audit_words.ACTIONS says each to people.
    action = models.CharField(_("action"), max_length=60)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("person"),
        null=True,
        # Forgetting an account would change the entry.
        on_delete=models.DO_NOTHING,
        db_constraint=False,
        related_name="+",
    )
    person_name = models.CharField(_("person"), max_length=150, blank=True)
    #: Label of the record's model in lower case, such as ``articles.article``.
    kind = models.CharField(_("kind of record"), max_length=100, blank=True)
    object_id = models.CharField(_("record"), max_length=64, blank=True)
    record_name = models.CharField(_("record"), max_length=200, blank=True)
    language = models.CharField(_("language"), max_length=10, blank=True)
    old = models.JSONField(_("before"), null=True)
    new = models.JSONField(_("after"), null=True)
    reason = models.CharField(_("reason"), max_length=300, blank=True)
    at = models.DateTimeField(_("when"), auto_now_add=True)

    objects = AuditQuerySet.as_manager()

    class Meta:
        verbose_name = _("audit log entry")
        verbose_name_plural = _("audit log")
        ordering = ["-pk"]
        base_manager_name = "objects"
        default_permissions = ("view",)
        indexes = [
            models.Index(fields=["kind", "object_id", "-id"], name="audit_of_record"),
            models.Index(fields=["action", "-id"], name="audit_of_deed"),
        ]

    def __str__(self) -> str:
        deed = ACTIONS.get(self.action, self.action)
        if not self.record_name:
            return str(deed)
        return gettext("%(deed)s: %(record)s") % {"deed": deed, "record": self.record_name}

    def save(self, *args, **kwargs):
        if not self._state.adding:
            raise AppendOnly("Entries of the audit log are not changed.")
        super().save(*args, **{**kwargs, "force_insert": True})

    def delete(self, *args, **kwargs):
        raise AppendOnly("Entries of the audit log are not deleted.")
