"""Policies: who issued what, for whom, from when until when, and what came before and after."""

from __future__ import annotations

import datetime

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from bilingual.money import Money
from bilingual.names import either
from evidence.models import source_key
from evidence.samples import sample_flag
from prose.fields import ProseField
from publishing.models import Part, Publishable

from ..querysets import PolicyQuerySet
from ..standing import Standing, standing_on


class SizeBand(models.TextChoices):
    """From small to large, in this order; the codes are those of enterprises."""

    MICRO = "micro", _("micro")
    SMALL = "small", _("small")
    MEDIUM = "medium", _("medium-sized")
    LARGE = "large", _("large")


class Origin(models.TextChoices):
    """Whose investment a policy is for."""

    DOMESTIC = "domestic", _("mainland China")
    FOREIGN = "foreign", _("abroad, Hong Kong, Macao or Taiwan")


class Policy(Publishable):
    class Level(models.TextChoices):
        NATIONAL = "national", _("national")
        MUNICIPAL = "municipal", _("municipal")
        DISTRICT = "district", _("district")
        PARK = "park", _("park")

    class Kind(models.TextChoices):
        LAW = "law", _("law or regulation")
        MEASURES = "measures", _("measures")
        NOTICE = "notice", _("notice")
        PLAN = "plan", _("plan")
        GUIDE = "guide", _("guide for applicants")

    required_to_publish = ("title", "summary")

    title = models.CharField(_("title"), max_length=240, blank=True)
    summary = models.TextField(_("summary"), blank=True)
    body = ProseField(_("text"), blank=True)
    interpretation = ProseField(_("interpretation"), blank=True)
    issuers = models.CharField(_("issued by"), max_length=300, blank=True)
    document_number = models.CharField(
        _("document number"), max_length=120, blank=True, help_text=_("As printed, in Chinese.")
    )
    level = models.CharField(_("level"), max_length=9, choices=Level)
    kind = models.CharField(_("kind"), max_length=8, choices=Kind)
    issued_on = models.DateField(_("issued on"), null=True, blank=True)
    effective_on = models.DateField(_("in force from"), null=True, blank=True)
    expires_on = models.DateField(
        _("in force until"),
        null=True,
        blank=True,
        help_text=_("The last day. Leave empty if no end is known."),
    )
    amended_on = models.DateField(_("amended on"), null=True, blank=True)
    repealed_on = models.DateField(
        _("repealed on"), null=True, blank=True, help_text=_("The first day it is no longer in force.")
    )
    supersedes = models.ForeignKey(
        "self",
        verbose_name=_("replaces"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="successors",
    )
    industries = models.ManyToManyField(
        "enterprises.Industry",
        verbose_name=_("industries"),
        blank=True,
        related_name="policies",
        help_text=_("Leave empty for every industry."),
    )
    smallest_size = models.CharField(_("smallest size"), max_length=6, choices=SizeBand, blank=True)
    largest_size = models.CharField(_("largest size"), max_length=6, choices=SizeBand, blank=True)
    origin = models.CharField(
        _("origin of the investment"),
        max_length=8,
        choices=Origin,
        blank=True,
        help_text=_("Leave empty for any origin."),
    )
    least_investment = models.DecimalField(
        _("minimum investment (yuan)"), max_digits=20, decimal_places=2, null=True, blank=True
    )
    official_url = models.URLField(_("official text"), max_length=500, blank=True)
    source = source_key()
    is_sample = sample_flag()

    objects = PolicyQuerySet.as_manager()

    class Meta(Publishable.Meta):
        verbose_name = _("policy")
        verbose_name_plural = _("policies")
        ordering = ["-effective_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(expires_on__isnull=True)
                | Q(effective_on__isnull=True)
                | Q(expires_on__gte=F("effective_on")),
                name="policy_ends_after_it_begins",
                violation_error_message=_("A policy cannot end before it begins."),
            ),
            models.CheckConstraint(
                condition=Q(supersedes__isnull=True) | ~Q(supersedes=F("id")),
                name="policy_does_not_replace_itself",
                violation_error_message=_("A policy cannot replace itself."),
            ),
        ]

    def __str__(self) -> str:
        return either(self, "title") or self.slug

    def get_absolute_url(self) -> str:
        return reverse("policies:policy", args=[self.slug])

    def clean(self) -> None:
        errors = {}
        if self.expires_on and self.effective_on and self.expires_on < self.effective_on:
            errors["expires_on"] = _("A policy cannot end before it begins.")
        if self.smallest_size and self.largest_size and not self.sizes:
            errors["largest_size"] = _("The largest size is smaller than the smallest one.")
        if self.supersedes_id:
            try:
                self.check_succession()
            except ValidationError as error:
                errors["supersedes"] = error
        if errors:
            raise ValidationError(errors)

    def check_succession(self) -> None:
        """Raise ValidationError, naming the policies, when the chain of what is replaced leads back here."""
        if self.pk is None:
            # Nothing can point at what is not stored yet.
            return
        if self.supersedes_id == self.pk:
            raise ValidationError(_("A policy cannot replace itself."))
        passed, earlier = [], self.supersedes
        while earlier is not None and earlier.pk not in {policy.pk for policy in passed}:
            passed.append(earlier)
            if earlier.supersedes_id == self.pk:
                chain = " → ".join(f"“{policy}”" for policy in [self, *passed, self])
                raise ValidationError(
                    _("These policies would replace each other in a circle: %(chain)s."),
                    params={"chain": chain},
                )
            earlier = earlier.supersedes

    @property
    def sizes(self) -> list[str]:
        """The size bands that it is for; all of them where nothing is said."""
        order = list(SizeBand.values)
        first = order.index(self.smallest_size) if self.smallest_size else 0
        last = order.index(self.largest_size) if self.largest_size else len(order) - 1
        return order[first : last + 1]

    @property
    def needed_investment(self) -> Money | None:
        return Money(self.least_investment) if self.least_investment is not None else None

    def standing(self, on: datetime.date | None = None) -> Standing:
        """How it stands on a day (default: today in Beijing); a successor counts after ``with_standing``."""
        return standing_on(self, on or timezone.localdate())

    @property
    def is_over(self) -> bool:
        return self.standing().is_over


class PolicyDesignation(Part):
    """A designation that opens a policy; of several, one is enough."""

    policy = models.ForeignKey(Policy, on_delete=models.CASCADE, related_name="designations")
    level = models.ForeignKey(
        "enterprises.Level", verbose_name=_("designation"), on_delete=models.PROTECT, related_name="policies"
    )

    class Meta(Part.Meta):
        verbose_name = _("designation required")
        verbose_name_plural = _("designations required")

    def __str__(self) -> str:
        return str(self.level)


class Attachment(Part):
    """A form or an annex, at the address of the body that published it."""

    policy = models.ForeignKey(Policy, on_delete=models.CASCADE, related_name="attachments")
    name = models.CharField(_("name"), max_length=200, blank=True)
    document = models.ForeignKey(
        "media_library.Document",
        verbose_name=_("document"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    url = models.URLField(_("link"), max_length=500, blank=True)

    class Meta(Part.Meta):
        verbose_name = _("attachment")
        verbose_name_plural = _("attachments")

    def __str__(self) -> str:
        return either(self, "name") or self.url
