"""How far a park is from airports, ports and stations, which are places of the same list."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from bilingual.fields import PeriodField
from bilingual.numbers import Comparator
from bilingual.quantities import Quantity
from evidence.models import source_key
from evidence.samples import sample_flag
from publishing.models import Part

from ..querysets import TransportLinkQuerySet
from .park import Park

#: Kinds of places that others are measured from: where goods and people change from one carrier to another.
NODE_KINDS = (Park.Kind.AIRPORT, Park.Kind.PORT, Park.Kind.RAIL, Park.Kind.BONDED)


class TransportLink(Part):
    class Mode(models.TextChoices):
        ROAD = "road", pgettext_lazy("way of going", "by road")
        RAIL = "rail", pgettext_lazy("way of going", "by rail")
        RIVER = "river", pgettext_lazy("way of going", "by river")

    park = models.ForeignKey(Park, on_delete=models.CASCADE, related_name="transport")
    node = models.ForeignKey(
        Park,
        verbose_name=_("airport, port or station"),
        on_delete=models.PROTECT,
        limit_choices_to={"kind__in": NODE_KINDS},
        related_name="reached_from",
    )
    mode = models.CharField(_("mode of transport"), max_length=5, choices=Mode, default=Mode.ROAD)
    comparator = models.CharField(_("comparator"), max_length=8, choices=Comparator, default=Comparator.ABOUT)
    minutes = models.PositiveSmallIntegerField(_("minutes"), null=True, blank=True)
    km = models.DecimalField(_("kilometres"), max_digits=6, decimal_places=1, null=True, blank=True)
    measured_from = models.CharField(
        _("measured from"),
        max_length=160,
        blank=True,
        help_text=_("A gate or plant, if not the park itself."),
    )
    as_of = PeriodField(_("as of"), null=True, blank=True)
    source = source_key()
    is_sample = sample_flag()

    objects = TransportLinkQuerySet.as_manager()

    class Meta(Part.Meta):
        verbose_name = _("distance")
        verbose_name_plural = _("distances")
        constraints = [
            models.CheckConstraint(
                condition=~Q(park=F("node")),
                name="distance_between_two_places",
                violation_error_message=_("The distance must lead to another place."),
            ),
            models.CheckConstraint(
                condition=Q(minutes__isnull=False) | Q(km__isnull=False),
                name="distance_in_minutes_or_km",
                violation_error_message=_("Give the minutes or the kilometres."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.node)

    def clean(self) -> None:
        if self.node_id and self.node.kind not in NODE_KINDS:
            raise ValidationError({"node": _("Choose an airport, a port, a station or a bonded zone.")})

    @property
    def time(self) -> Quantity | None:
        return None if self.minutes is None else Quantity(self.minutes, "minutes", self.comparator)

    @property
    def distance(self) -> Quantity | None:
        return None if self.km is None else Quantity(self.km, "km", self.comparator)
