"""Letters about a message, to its sender or to whom it was passed on: what is to be sent, and what was."""

from __future__ import annotations

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from .handover import Handover
from .inquiry import Inquiry
from .thread import Entry


class Letter(models.Model):
    """One letter. Its words are made when it is sent, from rows that are erased with the message."""

    class Kind(models.TextChoices):
        ACKNOWLEDGEMENT = "acknowledged", _("acknowledgement")
        REPLY = "reply", _("reply")
        HANDOVER = "handover", _("handover")

    class State(models.TextChoices):
        WAITING = "waiting", _("waiting to be sent")
        SENT = "sent", _("sent by e-mail")
        FAILED = "failed", _("not delivered")
        DROPPED = "dropped", _("not sent, the consent was withdrawn")

    inquiry = models.ForeignKey(Inquiry, on_delete=models.CASCADE, related_name="letters")
    kind = models.CharField(max_length=12, choices=Kind)
    entry = models.OneToOneField(Entry, null=True, on_delete=models.CASCADE, related_name="letter")
    handover = models.OneToOneField(Handover, null=True, on_delete=models.CASCADE, related_name="letter")
    #: Stands in its Message-ID.
    key = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    state = models.CharField(max_length=7, choices=State, default=State.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    ordered_at = models.DateTimeField(auto_now_add=True)
    sent_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("letter")
        verbose_name_plural = _("letters")
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.inquiry} · {self.get_kind_display()}"
