"""What the newsroom knows of the people who work in it, beside their accounts."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class StaffProfile(models.Model):
    """How a colleague is written to."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="staff_profile"
    )
    language = models.CharField(
        _("language of mail"), max_length=7, choices=[("en", _("English")), ("zh-hans", _("Chinese"))]
    )
    wants_mail = models.BooleanField(_("mail about reviews"), default=True)

    class Meta:
        verbose_name = _("profile")
        verbose_name_plural = _("profiles")
        default_permissions = ()

    def __str__(self) -> str:
        return str(self.user)


class MailReceipt(models.Model):
    """That a mail went out, by its key, so that a job which runs twice sends it once."""

    key = models.CharField(max_length=120, unique=True)
    sent_at = models.DateTimeField(_("sent"), auto_now_add=True)

    class Meta:
        verbose_name = _("mail sent")
        verbose_name_plural = _("mails sent")
        default_permissions = ()

    def __str__(self) -> str:
        return self.key


class Scope(models.Model):
    """An area, such as a column of the news, to which the work of a person or a group is limited.

    Who has none works everywhere; who has some, and records of the kinds that belong to areas, works in these alone.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("person"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="scopes",
    )
    group = models.ForeignKey(
        Group, verbose_name=_("group"), null=True, blank=True, on_delete=models.CASCADE, related_name="scopes"
    )
    content_type = models.ForeignKey(ContentType, verbose_name=_("kind of area"), on_delete=models.CASCADE)
    object_id = models.CharField(_("area"), max_length=64)

    class Meta:
        verbose_name = _("area of work")
        verbose_name_plural = _("areas of work")
        constraints = [
            models.CheckConstraint(
                condition=Q(user__isnull=False, group__isnull=True)
                | Q(user__isnull=True, group__isnull=False),
                name="scope_of_person_or_group",
                violation_error_message=_("Choose either a person or a group."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.area or self.object_id)

    @property
    def area(self) -> models.Model | None:
        """The record that is the area, None when it was deleted."""
        return self.content_type.get_object_for_this_type(pk=self.object_id) if self._exists() else None

    def _exists(self) -> bool:
        model = self.content_type.model_class()
        return model is not None and model._base_manager.filter(pk=self.object_id).exists()
