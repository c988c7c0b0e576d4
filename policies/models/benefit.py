"""What a policy gives: how much of what, up to which cap, on which condition."""

from __future__ import annotations

from decimal import ROUND_DOWN, Decimal

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from bilingual.money import Money
from bilingual.names import either
from publishing.models import Part

from .policy import Policy

FEN = Decimal("0.01")


class Benefit(Part):
    class Kind(models.TextChoices):
        TAX = "tax", _("tax")
        GRANT = "grant", _("grant")
        LAND = "land", _("land and rent")
        FINANCE = "finance", _("finance")
        TALENT = "talent", _("talent")
        RESEARCH = "research", _("R&D")
        TRADE = "trade", _("trade facilitation")
        SERVICE = "service", _("service")

    class Basis(models.TextChoices):
        INVESTMENT = "investment", _("of the investment")
        INCOME = "income", _("of taxable income")
        SPENDING = "spending", _("of eligible spending")
        RENT = "rent", _("of the rent")
        INTEREST = "interest", _("of the interest")

    policy = models.ForeignKey(Policy, on_delete=models.CASCADE, related_name="benefits")
    kind = models.CharField(_("kind"), max_length=8, choices=Kind)
    name = models.CharField(_("benefit offered"), max_length=200, blank=True)
    rate = models.DecimalField(_("rate in percent"), max_digits=7, decimal_places=3, null=True, blank=True)
    basis = models.CharField(_("calculated on"), max_length=10, choices=Basis, blank=True)
    usual_rate = models.DecimalField(
        _("usual rate in percent"),
        max_digits=7,
        decimal_places=3,
        null=True,
        blank=True,
        help_text=_("The rate usually paid, if a tax is reduced."),
    )
    amount = models.DecimalField(_("amount (yuan)"), max_digits=20, decimal_places=2, null=True, blank=True)
    cap = models.DecimalField(_("at most (yuan)"), max_digits=20, decimal_places=2, null=True, blank=True)
    condition = models.TextField(_("condition"), blank=True)

    class Meta(Part.Meta):
        verbose_name = _("benefit")
        verbose_name_plural = _("benefits")
        constraints = [
            models.CheckConstraint(
                condition=Q(rate__isnull=True) | Q(rate__gte=0, rate__lte=100),
                name="benefit_rate_in_percent",
                violation_error_message=_("A rate must be between 0 and 100 percent."),
            ),
            models.CheckConstraint(
                condition=(Q(amount__isnull=True) | Q(amount__gte=0)) & (Q(cap__isnull=True) | Q(cap__gte=0)),
                name="benefit_money_not_negative",
                violation_error_message=_("An amount paid cannot be negative."),
            ),
        ]

    def __str__(self) -> str:
        return either(self, "name") or self.get_kind_display()

    def clean(self) -> None:
        if self.rate is not None and not self.basis:
            raise ValidationError({"basis": _("Say what the rate is calculated on.")})

    @property
    def fixed_amount(self) -> Money | None:
        return Money(self.amount) if self.amount is not None else None

    @property
    def upper_limit(self) -> Money | None:
        return Money(self.cap) if self.cap is not None else None

    def estimate(self, investment: Decimal | None) -> Money | None:
        """What an investment (yuan) would bring at most, where the facts allow to say so; else None.

        A fixed amount is itself. A rate of the investment is that part of it, rounded down to the fen, never above
        the cap. Of income, spending, rent and interest nothing is known, so nothing is guessed.
        """
        value = self.amount
        if value is None and self.rate is not None and self.basis == self.Basis.INVESTMENT and investment:
            value = (investment * self.rate / 100).quantize(FEN, ROUND_DOWN)
        if value is None:
            return None
        return Money(value if self.cap is None else min(value, self.cap))
