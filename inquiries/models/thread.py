"""What was written about a message: replies of the desk, answers of the sender, internal notes."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from .inquiry import MESSAGE_LENGTH, Inquiry


class Entry(models.Model):
    """One text of the thread. A note is for the desk alone: it is never mailed, shown to the sender or exported."""

    class Kind(models.TextChoices):
        REPLY = "reply", _("reply")
        ANSWER = "answer", _("from the sender")
        NOTE = "note", _("internal note")

    class Step(models.TextChoices):
        INTERIM = "interim", _("interim reply: the full answer follows")
        QUESTION = "question", _("question to the sender: the clock is paused")
        FINAL = "final", _("answer: the matter is answered")

    inquiry = models.ForeignKey(Inquiry, on_delete=models.CASCADE, related_name="entries")
    kind = models.CharField(_("kind"), max_length=6, choices=Kind)
    #: Of a reply: what it does with the clock.
    step = models.CharField(_("step"), max_length=8, choices=Step, blank=True)
    text = models.TextField(_("text"), max_length=MESSAGE_LENGTH)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(_("when"))
    #: A form that is sent twice writes once.
    submission = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)

    class Meta:
        verbose_name = _("thread entry")
        verbose_name_plural = _("thread")
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.inquiry} · {self.get_kind_display()}"
