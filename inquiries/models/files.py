"""Files of senders: checked, kept apart from the public ones, and gone with their message."""

from __future__ import annotations

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from ..storage import PrivateStorage
from .inquiry import Inquiry


def _place_of(attachment: Attachment, _name: str) -> str:
    """A name that says nothing of what the sender called it."""
    return f"inquiries/{attachment.pk.hex}.{attachment.kind}"


class Attachment(models.Model):
    """A file of a message, or one that is held while its form is still being filled in (no message yet)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    inquiry = models.ForeignKey(Inquiry, null=True, on_delete=models.CASCADE, related_name="attachments")
    #: That of the form's ticket.
    submission = models.UUIDField(editable=False)
    name = models.CharField(_("file name"), max_length=80)
    #: Suffix by content: pdf, jpg, png, docx, xlsx.
    kind = models.CharField(_("kind of file"), max_length=4)
    size = models.PositiveIntegerField(_("bytes"))
    checksum = models.CharField(max_length=64)
    file = models.FileField(storage=PrivateStorage(), upload_to=_place_of, max_length=120)
    held_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("message attachment")
        verbose_name_plural = _("message attachments")
        ordering = ["held_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["submission", "checksum"], name="attachment_once_a_form")
        ]

    def __str__(self) -> str:
        return str(self.pk)
