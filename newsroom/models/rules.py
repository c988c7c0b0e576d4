"""The limits by which the health of the site is judged."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _


def _number(label, default: int, *, lowest: int = 1, highest: int = 3650, help_text="") -> models.Field:
    return models.PositiveSmallIntegerField(
        label,
        default=default,
        validators=[MinValueValidator(lowest), MaxValueValidator(highest)],
        help_text=help_text,
    )


class HealthRules(models.Model):
    """The single row of limits (primary key 1).

    As they come, they are those of the national check of government sites (2019) and of its guidelines (2017), and
    warn well before these. The limit of each column stands on the column.
    """

    home_warn_days = _number(
        _("home page: warn after days"), 10, help_text=_("Days without a new article on the home page.")
    )
    home_limit_days = _number(_("home page: limit in days"), 14)
    warn_percent = _number(
        _("columns: warn at percent of their limit"),
        70,
        highest=100,
        help_text=_("The person responsible for the column is then e-mailed too."),
    )
    news_stale_days = _number(_("days until a news column is stale"), 14)
    notices_stale_days = _number(
        _("days until a notice or policy column is stale"),
        183,
        help_text=_("For all columns other than news."),
    )
    stale_columns = _number(_("stale columns of one kind that fail the site"), 5, highest=100)
    stale_in_all = _number(_("stale columns in all that fail the site"), 10, highest=100)
    blank_columns = _number(_("blank columns that fail the site"), 5, highest=100)
    inquiry_warn_days = _number(_("inquiries: late after days without an answer"), 7)
    inquiry_fail_days = _number(_("inquiries: days without an answer that fail the site"), 90)

    class Meta:
        verbose_name = _("site health rules")
        verbose_name_plural = _("site health rules")
        default_permissions = ("view", "change")
        constraints = [models.CheckConstraint(condition=models.Q(pk=1), name="one_row_of_health_rules")]

    def __str__(self) -> str:
        return str(_("Site health rules"))

    def save(self, *args, **kwargs):
        self.pk = 1
        super().save(*args, **kwargs)

    def clean(self) -> None:
        pairs = [("home_warn_days", "home_limit_days"), ("inquiry_warn_days", "inquiry_fail_days")]
        for warning, limit in pairs:
            first, last = getattr(self, warning), getattr(self, limit)
            if first is not None and last is not None and first > last:
                raise ValidationError({warning: _("The warning must come before the limit.")})

    @classmethod
    def current(cls) -> HealthRules:
        """The stored rules, or those of the guidelines before any were stored."""
        return cls.objects.filter(pk=1).first() or cls(pk=1)
