"""Texts that the desk writes often."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from bilingual.languages import column

from ..desk.placeholders import unknown_in, used_in
from .inquiry import Inquiry
from .thread import Entry


class ReplyTemplate(models.Model):
    """A reply in both languages. Words in braces stand for facts of the message: see placeholders.KNOWN."""

    name = models.CharField(_("name"), max_length=80, unique=True)
    topic = models.CharField(
        _("topic"),
        max_length=10,
        choices=Inquiry.Topic,
        blank=True,
        help_text=_("Templates for the topic of a message are listed first."),
    )
    step = models.CharField(
        _("kind of reply"),
        max_length=8,
        choices=Entry.Step,
        blank=True,
        help_text=_("Chosen when the template is inserted. If empty, the choice stays as it is."),
    )
    body_en = models.TextField(_("text (English)"), max_length=5000)
    body_zh_hans = models.TextField(_("text (Chinese)"), max_length=5000)

    class Meta:
        verbose_name = _("reply template")
        verbose_name_plural = _("reply templates")
        ordering = ["topic", "name"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("admin:inquiries_replytemplate_change", args=[self.pk])

    def body(self, language: str) -> str:
        return getattr(self, column("body", language))

    def clean(self) -> None:
        faults = {}
        for name in ("body_en", "body_zh_hans"):
            if unknown := unknown_in(getattr(self, name)):
                faults[name] = _("No such placeholder: %(names)s") % {"names": ", ".join(sorted(unknown))}
        if not faults and used_in(self.body_en) != used_in(self.body_zh_hans):
            faults["body_zh_hans"] = _("Both languages must use the same placeholders.")
        if faults:
            raise ValidationError(faults)
