"""Links that show one revision to somebody without an account."""

from __future__ import annotations

import hashlib
import secrets
from datetime import datetime, timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

#: Bytes of chance in a token: 128 bits.
TOKEN_BYTES = 16


def token_hash(token: str) -> str:
    """What is stored of a token. A token is random, so a plain SHA-256 of it cannot be guessed backwards."""
    return hashlib.sha256(token.encode()).hexdigest()


class PreviewLinkQuerySet(models.QuerySet):
    def open(self, at: datetime | None = None):
        """Links that still show something at a moment (default: now)."""
        return self.filter(revoked_at=None, expires_at__gt=at or timezone.now())

    def of_token(self, token: str):
        """The link with this token, if it is still open; every other token finds nothing in the same way."""
        return self.open().filter(token_hash=token_hash(token))

    def of_record(self, kind, object_id: str):
        """Links to any revision of a record, newest first. ``kind`` is its content type."""
        return self.filter(revision__content_type=kind, revision__object_id=object_id).order_by("-pk")


class PreviewLink(models.Model):
    """One revision, shown until a moment to whoever has the address. Only the token's hash is kept."""

    #: How long a link is open unless its maker says otherwise.
    LIFETIME = timedelta(days=7)

    revision = models.ForeignKey(
        "publishing.Revision", on_delete=models.CASCADE, related_name="preview_links"
    )
    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    languages = models.JSONField(_("languages"), default=list)
    recipient = models.CharField(_("for whom"), max_length=120, blank=True)
    may_approve = models.BooleanField(_("may approve or return"), default=False)
    #: The step of a review that is signed through this link; None: what comes through it is a remark.
    request = models.ForeignKey(
        "publishing.ReviewRequest", null=True, on_delete=models.SET_NULL, related_name="links"
    )
    expires_at = models.DateTimeField(_("open until"))
    revoked_at = models.DateTimeField(_("revoked"), null=True, editable=False)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("made by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    created_at = models.DateTimeField(_("made"), auto_now_add=True)
    opened = models.PositiveIntegerField(_("times opened"), default=0, editable=False)
    opened_at = models.DateTimeField(_("last opened"), null=True, editable=False)

    objects = PreviewLinkQuerySet.as_manager()

    class Meta:
        verbose_name = _("preview link")
        verbose_name_plural = _("preview links")
        ordering = ["-pk"]
        default_permissions = ()

    def __str__(self) -> str:
        return self.recipient or str(self.pk)

    @classmethod
    def make(cls, revision, *, languages: list[str], by, lifetime: timedelta = LIFETIME, **fields):
        """A new link and its token, which is told here and never again."""
        token = secrets.token_urlsafe(TOKEN_BYTES)
        link = cls.objects.create(
            revision=revision,
            token_hash=token_hash(token),
            languages=list(languages),
            expires_at=timezone.now() + lifetime,
            made_by=by,
            **fields,
        )
        return link, token

    @property
    def is_open(self) -> bool:
        return self.revoked_at is None and timezone.now() < self.expires_at

    def revoke(self) -> None:
        """Close the link for good. A link that is closed already stays as it is."""
        if self.revoked_at is None:
            self.revoked_at = timezone.now()
            self.save(update_fields=["revoked_at"])

    def count_opening(self) -> None:
        """Note that somebody opened it; two at the same moment both count."""
        type(self).objects.filter(pk=self.pk).update(opened=models.F("opened") + 1, opened_at=timezone.now())
