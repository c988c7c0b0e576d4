"""Addresses that moved."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

LENGTH = 300


class Redirect(models.Model):
    """An old address of one language edition and the one that replaced it, for ever.

    Chains are collapsed when they are made: where a redirect leads, no other one begins.
    """

    #: As in the project's list of languages, without it in the paths.
    language = models.CharField(
        _("language"), max_length=10, choices=[("en", _("English")), ("zh-hans", _("Simplified Chinese"))]
    )
    old_path = models.CharField(
        _("old address"), max_length=LENGTH, help_text=_("Without the language: /news/…")
    )
    new_path = models.CharField(
        _("new address"), max_length=LENGTH, help_text=_("Without the language: /news/…")
    )
    hits = models.PositiveIntegerField(_("visits"), default=0, editable=False)
    created_at = models.DateTimeField(_("created"), auto_now_add=True, editable=False)

    class Meta:
        verbose_name = _("redirect")
        verbose_name_plural = _("redirects")
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["language", "old_path"],
                name="redirect_once_per_address",
                violation_error_message=_("This address already has a redirect."),
            ),
            models.CheckConstraint(
                condition=~models.Q(old_path=models.F("new_path")), name="redirect_leads_elsewhere"
            ),
        ]
        indexes = [models.Index(fields=["language", "new_path"], name="redirect_by_target")]

    def __str__(self) -> str:
        return f"{self.old_path} → {self.new_path}"

    def clean(self) -> None:
        for name in ("old_path", "new_path"):
            path = getattr(self, name)
            # Two slashes or a backslash at the start would name another host to a browser.
            if not path.startswith("/") or path[1:2] in ("/", "\\"):
                raise ValidationError({name: _("Enter an address on this site that starts with one slash.")})
        if self.old_path == self.new_path:
            raise ValidationError({"new_path": _("An address cannot redirect to itself.")})
