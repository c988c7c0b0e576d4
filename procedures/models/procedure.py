"""Procedures: one item of a public authority, with its steps, what each asks for, costs and takes."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from bilingual.money import Money
from bilingual.names import either
from evidence.models import source_key
from evidence.samples import sample_flag
from publishing.models import Part, Publishable
from workdays.calendar import MOST_DAYS

from ..circles import circle_in
from ..querysets import ProcedureQuerySet


class Procedure(Publishable):
    class Phase(models.TextChoices):
        """Where on the way from an idea to production it stands, in this order."""

        COMPANY = "company", _("company")
        PROJECT = "project", _("project and site")
        BUILDING = "building", _("building")
        OPERATION = "operation", _("operation")
        PEOPLE = "people", pgettext_lazy("phase", "people")

    required_to_publish = ("name", "summary")

    name = models.CharField(_("name"), max_length=200, blank=True)
    summary = models.TextField(_("summary"), blank=True)
    item_code = models.CharField(
        _("item code"), max_length=60, blank=True, help_text=_("As given in the authority’s list of items.")
    )
    phase = models.CharField(_("phase"), max_length=9, choices=Phase)
    authority = models.CharField(_("authority"), max_length=200, blank=True)
    legal_basis = models.TextField(_("legal basis"), blank=True)
    applicants = models.TextField(_("who may apply"), blank=True)
    conditions = models.TextField(_("conditions"), blank=True)
    result = models.CharField(_("result"), max_length=200, blank=True)
    place = models.CharField(_("service window"), max_length=300, blank=True)
    hours = models.CharField(_("window hours"), max_length=200, blank=True)
    phone = models.CharField(_("telephone"), max_length=60, blank=True)
    complaints = models.CharField(_("where to complain"), max_length=300, blank=True)
    online_url = models.URLField(_("handled online at"), max_length=500, blank=True)
    visits = models.PositiveSmallIntegerField(
        _("visits needed"), null=True, blank=True, help_text=_("0 if everything is done online or by post.")
    )
    depends_on = models.ManyToManyField(
        "self",
        verbose_name=_("comes after"),
        symmetrical=False,
        blank=True,
        related_name="leads_to",
        help_text=_("Procedures whose result is needed before this one can begin."),
    )
    position = models.PositiveSmallIntegerField(_("order"), default=0)
    source = source_key()
    is_sample = sample_flag()

    objects = ProcedureQuerySet.as_manager()

    class Meta(Publishable.Meta):
        verbose_name = _("procedure")
        verbose_name_plural = _("procedures")
        ordering = ["position", "slug"]

    def __str__(self) -> str:
        return either(self, "name") or self.slug

    def get_absolute_url(self) -> str:
        return reverse("procedures:procedure", args=[self.slug])

    @staticmethod
    def check_order(procedure: Procedure, earlier: list[Procedure]) -> None:
        """Raise ValidationError, naming them, when procedures would have to come before each other in a circle.

        ``earlier`` are the procedures after which this one is to come; those of the others are read from the database.
        """
        links: dict[int, list[int]] = {}
        for later, before in Procedure.depends_on.through.objects.values_list(
            "from_procedure_id", "to_procedure_id"
        ):
            links.setdefault(later, []).append(before)
        links[procedure.pk] = [other.pk for other in earlier]
        if circle := circle_in(links):
            names = {record.pk: str(record) for record in Procedure.objects.filter(pk__in=circle)}
            raise ValidationError(
                _("These procedures would wait for each other: %(circle)s."),
                params={"circle": " → ".join(names.get(pk, str(procedure)) for pk in circle)},
            )


class Step(Part):
    """One thing to do with one authority. Days are working days, fees yuan; nothing typed means not known."""

    class Channel(models.TextChoices):
        ONLINE = "online", pgettext_lazy("channel", "online")
        WINDOW = "window", _("at a service window")
        BOTH = "both", _("online or at a service window")
        POST = "post", _("by post")
        SITE = "site", pgettext_lazy("channel", "on site")

    procedure = models.ForeignKey(Procedure, on_delete=models.CASCADE, related_name="steps")
    key = models.CharField(
        pgettext_lazy("step", "letter"),
        max_length=8,
        help_text=_("A short label that other steps refer to, such as A."),
    )
    after = models.CharField(
        _("after steps"),
        max_length=80,
        blank=True,
        help_text=_(
            "Letters of the steps that come first, such as “A, B”. Leave empty if it can begin at once."
        ),
    )
    name = models.CharField(_("name"), max_length=200, blank=True)
    authority = models.CharField(_("authority"), max_length=200, blank=True)
    channel = models.CharField(_("channel"), max_length=6, choices=Channel, blank=True)
    documents = models.TextField(_("required documents"), blank=True, help_text=_("One per line."))
    needs_no_documents = models.BooleanField(_("no documents needed"), default=False)
    fee = models.DecimalField(
        _("fee (yuan)"),
        max_digits=12,
        decimal_places=2,
        null=True,
        blank=True,
        help_text=_("0 if free of charge."),
    )
    statutory_days = models.PositiveSmallIntegerField(
        _("statutory working days"), null=True, blank=True, validators=[MaxValueValidator(MOST_DAYS)]
    )
    promised_days = models.PositiveSmallIntegerField(
        _("promised working days"), null=True, blank=True, validators=[MaxValueValidator(MOST_DAYS)]
    )
    result = models.CharField(_("result"), max_length=200, blank=True)

    class Meta(Part.Meta):
        verbose_name = _("step")
        verbose_name_plural = _("steps")
        constraints = [
            models.UniqueConstraint(
                fields=["procedure", "key"],
                name="step_key_once_per_procedure",
                violation_error_message=_("Another step has this letter."),
            ),
            models.CheckConstraint(
                condition=Q(fee__isnull=True) | Q(fee__gte=0),
                name="step_fee_not_negative",
                violation_error_message=_("A fee cannot be negative."),
            ),
            models.CheckConstraint(
                condition=Q(promised_days__isnull=True)
                | Q(statutory_days__isnull=True)
                | Q(promised_days__lte=F("statutory_days")),
                name="step_promise_within_the_law",
                violation_error_message=_("The promised time is longer than the statutory one."),
            ),
        ]

    def __str__(self) -> str:
        return either(self, "name") or self.key

    @property
    def earlier(self) -> list[str]:
        """The letters of the steps that come before."""
        return [part for part in (word.strip() for word in self.after.replace("，", ",").split(",")) if part]

    @property
    def papers(self) -> list[str]:
        """The required documents in the active language."""
        return [line.strip() for line in (self.documents or "").splitlines() if line.strip()]

    @property
    def cost(self) -> Money | None:
        return Money(self.fee) if self.fee is not None else None

    @staticmethod
    def check_order(steps) -> None:
        """Raise ValidationError for steps that name a letter that no step has, or that wait for each other."""
        by_key = {step.key: step for step in steps}
        for step in steps:
            if missing := [key for key in step.earlier if key not in by_key]:
                raise ValidationError(
                    _("The step “%(step)s” comes after “%(letter)s”, and no step has this letter."),
                    params={"step": str(step), "letter": missing[0]},
                )
        if circle := circle_in({step.key: step.earlier for step in steps}):
            raise ValidationError(
                _("These steps would wait for each other: %(circle)s."),
                params={"circle": " → ".join(str(by_key[key]) for key in circle)},
            )
