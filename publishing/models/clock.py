"""The process that carries out what is scheduled, as the newsroom sees it."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class ClockBeat(models.Model):
    """The one row that says who runs the clock and when it last looked."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1, editable=False)
    holder = models.CharField(_("process"), max_length=64, blank=True)
    beat_at = models.DateTimeField(_("last seen"))

    class Meta:
        verbose_name = _("clock")
        verbose_name_plural = _("clock")
        default_permissions = ()
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="clock_beats_once")]

    def __str__(self) -> str:
        return self.holder
