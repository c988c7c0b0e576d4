"""What one enterprise is to another, said once and shown on both profiles."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from bilingual.fields import PeriodField
from evidence.models import source_key
from publishing.models import Part

from .enterprise import Enterprise


class Tie(Part):
    """``kind`` says what ``other`` is to ``enterprise``."""

    class Kind(models.TextChoices):
        CUSTOMER = "customer", pgettext_lazy("what another enterprise is", "customer")
        SUPPLIER = "supplier", pgettext_lazy("what another enterprise is", "supplier")
        JOINT_VENTURE = "venture", pgettext_lazy("what another enterprise is", "joint-venture partner")
        PARTNER = "partner", pgettext_lazy("what another enterprise is", "partner")

    enterprise = models.ForeignKey(Enterprise, on_delete=models.CASCADE, related_name="ties")
    other = models.ForeignKey(
        Enterprise, verbose_name=_("other enterprise"), on_delete=models.PROTECT, related_name="tied_by"
    )
    kind = models.CharField(_("is its"), max_length=8, choices=Kind)
    note = models.CharField(_("note"), max_length=300, blank=True)
    as_of = PeriodField(_("as of"), null=True, blank=True)
    source = source_key()

    class Meta(Part.Meta):
        verbose_name = _("customer, supplier or partner")
        verbose_name_plural = _("customers, suppliers and partners")
        constraints = [
            models.CheckConstraint(
                condition=~Q(enterprise=F("other")),
                name="tie_between_two_enterprises",
                violation_error_message=_("An enterprise cannot be linked to itself."),
            ),
            models.UniqueConstraint(
                fields=["enterprise", "other", "kind"],
                name="tie_once_per_kind",
                violation_error_message=_("This relationship is already on record."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.other)

    @property
    def reverse_kind(self) -> str:
        """What ``enterprise`` is to ``other``."""
        opposite = {self.Kind.CUSTOMER: self.Kind.SUPPLIER, self.Kind.SUPPLIER: self.Kind.CUSTOMER}
        return opposite.get(self.kind, self.kind)
