"""What people without an account said of a revision that was shown to them."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class ReviewRemark(models.Model):
    """A comment or a verdict that came through a preview link. The name is as its writer typed it."""

    class Verdict(models.TextChoices):
        COMMENT = "comment", _("comment")
        APPROVED = "approved", _("approved")
        RETURNED = "returned", _("returned")

    link = models.ForeignKey("publishing.PreviewLink", on_delete=models.CASCADE, related_name="remarks")
    revision = models.ForeignKey("publishing.Revision", on_delete=models.CASCADE, related_name="remarks")
    language = models.CharField(_("language"), max_length=7)
    name = models.CharField(_("name"), max_length=80)
    text = models.TextField(_("comment"), blank=True, max_length=4000)
    verdict = models.CharField(_("verdict"), max_length=8, choices=Verdict, default=Verdict.COMMENT)
    created_at = models.DateTimeField(_("written"), auto_now_add=True)

    class Meta:
        verbose_name = _("remark")
        verbose_name_plural = _("remarks")
        ordering = ["-pk"]
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.name}: {self.get_verdict_display()}"
