"""Where a fact comes from, and the shape of a fact that carries its own date and source."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from bilingual.fields import PeriodField
from bilingual.money import Money
from bilingual.names import either
from bilingual.numbers import Comparator
from bilingual.quantities import UNITS, Quantity

YUAN = "yuan"


class Source(models.Model):
    """A document, page or list that says something we repeat."""

    class Kind(models.TextChoices):
        OFFICIAL = "official", _("official site")
        WECHAT = "wechat", _("official WeChat account")
        PRESS = "press", _("newspaper")
        ENTERPRISE = "enterprise", _("enterprise")
        LIST = "list", _("list publisher")
        STATISTICS = "statistics", _("statistics")

    key = models.SlugField(_("key"), max_length=60, unique=True)
    kind = models.CharField(_("kind"), max_length=12, choices=Kind)
    name = models.CharField(_("name"), max_length=200, blank=True)
    url = models.URLField(_("link"), max_length=500, blank=True)
    dated_on = PeriodField(_("dated"), null=True, blank=True)
    language = models.CharField(
        _("language"), max_length=7, blank=True, choices=[("en", _("English")), ("zh-hans", _("Chinese"))]
    )

    class Meta:
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        ordering = ["key"]

    def __str__(self) -> str:
        return either(self, "name") or self.key


def source_key() -> models.ForeignKey:
    """The column that says where a statement comes from. A source that is used cannot be deleted."""
    return models.ForeignKey(
        Source, verbose_name=_("source"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )


class Fact(models.Model):
    """A number that says how it compares, since when it holds and who says so."""

    value = models.DecimalField(_("value"), max_digits=24, decimal_places=4)
    unit = models.CharField(
        _("unit"), max_length=20, choices=[(YUAN, _("yuan")), *((c, u.label) for c, u in UNITS.items())]
    )
    comparator = models.CharField(_("comparator"), max_length=8, choices=Comparator, default=Comparator.EXACT)
    per = models.CharField(
        _("per"), max_length=5, blank=True, choices=[("year", _("year")), ("day", _("day"))]
    )
    usd_as_printed = models.DecimalField(
        _("US dollars as printed"), max_digits=20, decimal_places=2, null=True, blank=True
    )
    as_of = PeriodField(_("as of"), null=True, blank=True)
    source = source_key()

    class Meta:
        abstract = True

    @property
    def amount(self) -> Money | Quantity:
        """The number as something the formatting filters can say."""
        if self.unit == YUAN:
            return Money(self.value, comparator=self.comparator, usd_as_printed=self.usd_as_printed)
        return Quantity(self.value, self.unit, self.comparator, self.per or None)
