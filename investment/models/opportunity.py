"""What investors can take up: land, space, ventures, technology, each until a day."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from bilingual.money import Money
from bilingual.names import either
from evidence.models import source_key
from evidence.samples import sample_flag
from prose.fields import ProseField
from publishing.models import Publishable

from ..querysets import OpportunityQuerySet


class Opportunity(Publishable):
    class Kind(models.TextChoices):
        GREENFIELD = "greenfield", _("greenfield project")
        JOINT_VENTURE = "joint", _("joint venture")
        ACQUISITION = "acquisition", _("acquisition")
        SPACE = "space", _("space to let")
        LAND = "land", pgettext_lazy("opportunity", "land")
        TECHNOLOGY = "technology", pgettext_lazy("opportunity", "technology")
        PUBLIC_PRIVATE = "ppp", _("public–private partnership")

    class Status(models.TextChoices):
        OPEN = "open", pgettext_lazy("opportunity", "open")
        IN_TALKS = "talks", pgettext_lazy("opportunity", "in talks")
        CLOSED = "closed", pgettext_lazy("opportunity", "closed")

    required_to_publish = ("name", "summary")

    name = models.CharField(_("name"), max_length=200, blank=True)
    summary = models.TextField(_("summary"), blank=True)
    body = ProseField(_("text"), blank=True)
    kind = models.CharField(_("kind"), max_length=12, choices=Kind)
    status = models.CharField(_("status"), max_length=6, choices=Status, default=Status.OPEN)
    scale_min = models.DecimalField(
        _("investment from (yuan)"), max_digits=20, decimal_places=2, null=True, blank=True
    )
    scale_max = models.DecimalField(
        _("investment up to (yuan)"), max_digits=20, decimal_places=2, null=True, blank=True
    )
    land_mu = models.DecimalField(_("land (mu)"), max_digits=12, decimal_places=2, null=True, blank=True)
    floor_m2 = models.DecimalField(
        _("floor area (square metres)"), max_digits=14, decimal_places=2, null=True, blank=True
    )
    planning_status = models.CharField(_("planning status"), max_length=200, blank=True)
    decision_days = models.PositiveSmallIntegerField(
        _("working days until a decision"), null=True, blank=True
    )
    promoter = models.CharField(
        _("promoter"), max_length=200, blank=True, help_text=_("The body that offers it.")
    )
    desk = models.CharField(
        _("contact desk"), max_length=200, blank=True, help_text=_("An office, not a private number.")
    )
    valid_until = models.DateField(
        _("valid until"), null=True, blank=True, help_text=_("The last day, until 24:00 Beijing time.")
    )
    industries = models.ManyToManyField(
        "enterprises.Industry", verbose_name=_("industries"), blank=True, related_name="opportunities"
    )
    parks = models.ManyToManyField(
        "enterprises.Park", verbose_name=_("parks"), blank=True, related_name="opportunities"
    )
    chain_link = models.ForeignKey(
        "enterprises.ChainLink",
        verbose_name=_("link in the chain"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="opportunities",
        help_text=_("The link it strengthens or the gap it would fill."),
    )
    source = source_key()
    is_sample = sample_flag()

    objects = OpportunityQuerySet.as_manager()

    class Meta(Publishable.Meta):
        verbose_name = _("opportunity")
        verbose_name_plural = _("opportunities")
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(scale_max__isnull=True)
                | Q(scale_min__isnull=True)
                | Q(scale_max__gte=F("scale_min")),
                name="opportunity_scale_in_order",
                violation_error_message=_("The maximum investment is less than the minimum."),
            )
        ]

    def __str__(self) -> str:
        return either(self, "name") or self.slug

    def get_absolute_url(self) -> str:
        return reverse("investment:opportunity", args=[self.slug])

    def clean(self) -> None:
        if self.scale_min is not None and self.scale_max is not None and self.scale_max < self.scale_min:
            raise ValidationError({"scale_max": _("The maximum investment is less than the minimum.")})

    @property
    def scale(self) -> tuple[Money | None, Money | None]:
        return tuple(None if amount is None else Money(amount) for amount in (self.scale_min, self.scale_max))

    @property
    def is_over(self) -> bool:
        """Whether its last day has passed in Beijing."""
        return self.valid_until is not None and self.valid_until < timezone.localdate()

    @property
    def standing_label(self) -> str:
        return self.Status(self.standing).label

    @property
    def standing(self) -> str:
        """``open``, ``talks`` or ``closed``: what is past its day is closed, whatever nobody has changed."""
        return self.Status.CLOSED if self.is_over else self.status
