"""Which days are worked in China: what the holiday notice of each year says beyond plain weekdays."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

SATURDAY = 5


class HolidayYear(models.Model):
    """A year whose days off are known, with where they are known from."""

    class Status(models.TextChoices):
        ANNOUNCED = "announced", _("announced")
        #: Before the yearly notice only the days that the law itself gives are certain.
        PROVISIONAL = "provisional", _("provisional: statutory days alone")

    year = models.PositiveSmallIntegerField(
        _("year"), unique=True, validators=[MinValueValidator(2000), MaxValueValidator(2100)]
    )
    status = models.CharField(_("status"), max_length=11, choices=Status, default=Status.ANNOUNCED)
    source = models.CharField(
        _("source"), max_length=200, help_text=_("Title of the notice or law, as it is printed in Chinese.")
    )
    source_url = models.URLField(_("address of the source"), blank=True)
    checked_on = models.DateField(_("checked on"), null=True, blank=True)

    class Meta:
        verbose_name = _("holiday calendar")
        verbose_name_plural = _("holiday calendars")
        ordering = ["-year"]

    def __str__(self) -> str:
        return str(self.year)


class SpecialDay(models.Model):
    """A day that is not what its weekday says, or that a holiday covers."""

    class Kind(models.TextChoices):
        OFF = "off", _("day off")
        WORK = "work", _("make-up workday")

    class Holiday(models.TextChoices):
        NEW_YEAR = "new-year", _("New Year’s Day")
        SPRING_FESTIVAL = "spring-festival", _("Spring Festival")
        QINGMING = "qingming", _("Qingming Festival")
        LABOUR_DAY = "labour-day", _("Labour Day")
        DRAGON_BOAT = "dragon-boat", _("Dragon Boat Festival")
        MID_AUTUMN = "mid-autumn", _("Mid-Autumn Festival")
        NATIONAL_DAY = "national-day", _("National Day")
        OTHER = "other", _("other")

    of_year = models.ForeignKey(
        HolidayYear, verbose_name=_("holiday calendar"), on_delete=models.CASCADE, related_name="days"
    )
    day = models.DateField(_("day"), unique=True)
    kind = models.CharField(_("kind"), max_length=4, choices=Kind)
    holiday = models.CharField(_("holiday"), max_length=15, choices=Holiday)

    class Meta:
        verbose_name = _("special day")
        verbose_name_plural = _("special days")
        ordering = ["day"]

    def __str__(self) -> str:
        return self.day.isoformat()

    def clean(self) -> None:
        if not self.day:
            return
        if self.of_year_id and self.of_year.year and self.day.year != self.of_year.year:
            raise ValidationError({"day": _("This day lies in another year.")})
        if self.kind == self.Kind.WORK and self.day.weekday() < SATURDAY:
            raise ValidationError({"kind": _("Only a Saturday or Sunday can be a make-up workday.")})
