"""Investment projects: who invests what, and how far it has come since the signature."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from bilingual.fields import PeriodField
from bilingual.money import Money
from bilingual.names import either
from bilingual.numbers import Comparator
from evidence.models import Fact, source_key
from publishing.models import Part, Publishable

from ..querysets import ProjectQuerySet
from ..stages import StageMark, stage_marks

YUAN = "CNY"

#: What contracts are written in; the first is the usual one. Amounts are never converted.
CURRENCY_CHOICES = [
    (YUAN, _("yuan")),
    ("USD", _("US dollars")),
    ("EUR", _("euros")),
    ("HKD", _("Hong Kong dollars")),
    ("GBP", _("pounds")),
    ("JPY", _("yen")),
]


class Stage(models.TextChoices):
    """From signature to production, in order; ``stopped`` may follow any of them."""

    SIGNED = "signed", _("signed")
    REGISTERED = "registered", _("registered")
    STARTED = "started", _("construction started")
    COMPLETED = "completed", _("completed")
    PRODUCING = "producing", _("in production")
    FULL = "full", _("at full capacity")
    STOPPED = "stopped", _("stopped")


class Project(Publishable):
    class Mode(models.TextChoices):
        NEW = "new", _("new plant")
        EXPANSION = "expansion", _("expansion")
        JOINT_VENTURE = "joint", _("joint venture")
        ACQUISITION = "acquisition", _("acquisition")

    required_to_publish = ("name",)

    name = models.CharField(_("name"), max_length=200, blank=True)
    summary = models.TextField(_("summary"), blank=True)
    mode = models.CharField(_("mode"), max_length=12, choices=Mode, blank=True)
    amount = models.DecimalField(
        _("investment"),
        max_digits=20,
        decimal_places=2,
        null=True,
        blank=True,
        help_text=_("Write all digits: 1200000000 for 1.2 billion."),
    )
    currency = models.CharField(
        _("currency"),
        max_length=3,
        choices=CURRENCY_CHOICES,
        default=YUAN,
        error_messages={"invalid_choice": _("“%(value)s” is not a supported currency.")},
        help_text=_("The contract’s currency. Amounts are never converted."),
    )
    amount_comparator = models.CharField(
        _("comparator"), max_length=8, choices=Comparator, default=Comparator.EXACT
    )
    amount_usd_printed = models.DecimalField(
        _("US dollars as printed"), max_digits=20, decimal_places=2, null=True, blank=True
    )
    land_mu = models.DecimalField(_("land (mu)"), max_digits=12, decimal_places=2, null=True, blank=True)
    jobs = models.PositiveIntegerField(_("jobs"), null=True, blank=True)
    event = models.ForeignKey(
        "Event",
        verbose_name=_("signed at"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="projects",
    )
    park = models.ForeignKey(
        "enterprises.Park",
        verbose_name=_("park"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="projects",
    )
    industries = models.ManyToManyField(
        "enterprises.Industry", verbose_name=_("industries"), blank=True, related_name="projects"
    )
    enterprises = models.ManyToManyField(
        "enterprises.Enterprise", verbose_name=_("enterprises"), blank=True, related_name="projects"
    )
    source = source_key()

    objects = ProjectQuerySet.as_manager()

    class Meta(Publishable.Meta):
        verbose_name = _("project")
        verbose_name_plural = _("projects")
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(currency__in=[code for code, _words in CURRENCY_CHOICES]),
                name="project_in_known_currency",
                violation_error_message=_("This currency is not supported."),
            ),
            models.CheckConstraint(
                condition=Q(amount__isnull=True) | Q(amount__gte=0),
                name="project_not_below_nothing",
                violation_error_message=_("An investment cannot be negative."),
            ),
        ]

    def __str__(self) -> str:
        return either(self, "name") or self.slug

    def get_absolute_url(self) -> str:
        return reverse("investment:project", args=[self.slug])

    @property
    def investment(self) -> Money | None:
        if self.amount is None:
            return None
        return Money(self.amount, self.currency, self.amount_comparator, self.amount_usd_printed)

    @property
    def realised(self) -> Money | None:
        """What has arrived so far, by the dated parts that are on record; None when none is."""
        parts = list(self.realisations.all())
        return Money(sum(part.amount for part in parts), self.currency) if parts else None

    @property
    def reached(self) -> Milestone | None:
        """The milestone that the project has reached last, from the prefetched ones."""
        milestones = list(self.milestones.all())
        stages = Stage.values
        return max(milestones, key=lambda m: stages.index(m.stage), default=None)

    @property
    def stages(self) -> list[StageMark]:
        """The bar of stages, from the prefetched milestones; empty when none is known."""
        return stage_marks(list(self.milestones.all()), Stage)


class ProjectInvestor(Part):
    class Home(models.TextChoices):
        """Where an investor comes from, as registers of investment sort it."""

        CHONGQING = "chongqing", _("Chongqing")
        MAINLAND = "mainland", _("elsewhere in the Chinese mainland")
        HONG_KONG = "hmt", _("Hong Kong, Macao or Taiwan")
        ABROAD = "abroad", _("abroad")

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="investors")
    enterprise = models.ForeignKey(
        "enterprises.Enterprise",
        verbose_name=_("enterprise"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="investments",
    )
    name = models.CharField(_("name as printed"), max_length=200, blank=True)
    origin = models.CharField(
        _("origin"), max_length=120, blank=True, help_text=_("Where the investor comes from.")
    )
    home = models.CharField(
        _("origin in the register"),
        max_length=9,
        choices=Home,
        blank=True,
        help_text=_("Visitors can filter projects by this."),
    )

    class Meta(Part.Meta):
        verbose_name = _("investor")
        verbose_name_plural = _("investors")

    def __str__(self) -> str:
        return either(self, "name") or str(self.enterprise or "")


class ProjectOutput(Part, Fact):
    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="outputs")
    label = models.CharField(_("what is planned"), max_length=160, blank=True)

    class Meta(Part.Meta):
        verbose_name = _("planned output")
        verbose_name_plural = _("planned outputs")

    def __str__(self) -> str:
        return either(self, "label")


class Realisation(Part):
    """Money of a project that has arrived, in its currency. The parts of a project add up."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="realisations")
    on = PeriodField(_("when"), help_text=_("The day, month or year the money arrived."))
    amount = models.DecimalField(_("amount"), max_digits=20, decimal_places=2)
    note = models.CharField(_("note"), max_length=300, blank=True)
    source = source_key()

    class Meta(Part.Meta):
        verbose_name = _("realised amount")
        verbose_name_plural = _("realised amounts")
        constraints = [
            models.CheckConstraint(
                condition=Q(amount__gt=0),
                name="realised_more_than_nothing",
                violation_error_message=_("A realised amount must be greater than zero."),
            )
        ]

    def __str__(self) -> str:
        return str(self.on or "")

    @staticmethod
    def check_order(realisations, milestones) -> None:
        """Raise ValidationError when money would have arrived before the contract was signed."""
        signed = next((m.on for m in milestones if m.stage == Stage.SIGNED and m.on), None)
        for part in realisations:
            if signed and part.on and part.on.end < signed.start:
                raise ValidationError(
                    _("Money (%(period)s) cannot arrive before the signing (%(signed)s)."),
                    params={"period": part.on.say(), "signed": signed.say()},
                )


class Milestone(Part):
    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="milestones")
    stage = models.CharField(_("stage"), max_length=10, choices=Stage)
    on = PeriodField(_("date"))
    note = models.CharField(_("note"), max_length=300, blank=True)
    source = source_key()

    class Meta(Part.Meta):
        verbose_name = _("milestone")
        verbose_name_plural = _("milestones")
        constraints = [
            models.UniqueConstraint(
                fields=["project", "stage"],
                name="stage_once_per_project",
                violation_error_message=_("This stage already has a date."),
            )
        ]

    def __str__(self) -> str:
        return self.get_stage_display()

    @staticmethod
    def check_order(milestones) -> None:
        """Raise ValidationError when a later stage is dated before an earlier one."""
        stages = Stage.values
        known = sorted((m for m in milestones if m.on), key=lambda m: stages.index(m.stage))
        for earlier, later in zip(known, known[1:], strict=False):
            if later.on.end < earlier.on.start:
                raise ValidationError(
                    _("“%(later)s” cannot come before “%(earlier)s”."),
                    params={"later": later.get_stage_display(), "earlier": earlier.get_stage_display()},
                )
