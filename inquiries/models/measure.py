"""How long answers take, kept without the messages that were answered."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from bilingual.languages import CHINESE, ENGLISH

from .inquiry import Inquiry


class Measure(models.Model):
    """Response times of one message, in minutes of working time. When the message is erased, this row forgets it."""

    inquiry = models.OneToOneField(Inquiry, null=True, on_delete=models.SET_NULL, related_name="measure")
    #: The first day of the month in which the message came, in Beijing.
    month = models.DateField(_("month"))
    language = models.CharField(
        _("language"), max_length=7, choices=[(ENGLISH, _("English")), (CHINESE, _("Chinese"))]
    )
    first_reply_minutes = models.PositiveIntegerField(null=True)
    #: Without the time for which the desk waited for its sender.
    answer_minutes = models.PositiveIntegerField(null=True)

    class Meta:
        verbose_name = _("response time")
        verbose_name_plural = _("response times")
        indexes = [models.Index(fields=["month"], name="measure_by_month")]

    def __str__(self) -> str:
        return self.month.strftime("%Y-%m")
