"""The register of projects, from signature to production."""

from __future__ import annotations

from django.db.models import CharField, Exists, Min, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from enterprises.models import Enterprise, Industry, Park
from investment.bands import BAND_OR_UNKNOWN_CHOICES, BANDS, UNKNOWN
from investment.models import (
    Event,
    Milestone,
    Project,
    ProjectInvestor,
    ProjectOutput,
    Realisation,
    Stage,
)
from investment.models.project import YUAN
from investment.project_register import NO_STAGE

from .. import schemas
from ..fields import Field, FieldsOf
from ..filters import Asked, choice, related, year
from ..resource import Resource

of, investor, output, milestone, realisation = map(
    FieldsOf, (Project, ProjectInvestor, ProjectOutput, Milestone, Realisation)
)
STAGES = [*Stage.choices, (NO_STAGE, _("No dated stage"))]


def _stage(project: Project, public) -> str | None:
    stages = [row.stage for row in project.milestones.all()]
    return max(stages, key=Stage.values.index, default=None)


def _at_stage(rows, values: list, asked: Asked):
    """By the furthest stage on record; what was stopped is stopped."""
    own = Milestone.objects.filter(project=OuterRef("pk"))
    found = Q(pk__in=())
    for value in values:
        if value == NO_STAGE:
            found |= ~Exists(own)
            continue
        later = Stage.values[Stage.values.index(value) + 1 :]
        found |= Exists(own.filter(stage=value)) & ~Exists(own.filter(stage__in=later))
    return rows.filter(found)


def _in_years(rows, values: list, asked: Asked):
    """By the signature, else by the first milestone on record."""
    own = Milestone.objects.filter(project=OuterRef("pk")).order_by()
    text = CharField()
    signed = Subquery(own.filter(stage=Stage.SIGNED).values("on")[:1], output_field=text)
    first = Subquery(own.values("project").annotate(first=Min("on")).values("first"), output_field=text)
    rows = rows.alias(begun_on=Coalesce(signed, first, output_field=text))
    found = Q(pk__in=())
    for value in values:
        found |= Q(begun_on__startswith=value)
    return rows.filter(found)


def _of_amounts(rows, values: list, asked: Asked):
    """Sizes of yuan investments; other currencies are not converted to sort them."""
    found, ends_at, bands = Q(pk__in=()), None, {}
    for name, begins_at in BANDS:
        bands[name] = Q(currency=YUAN, amount__gte=begins_at) & (
            Q(amount__lt=ends_at) if ends_at is not None else Q()
        )
        ends_at = begins_at
    bands[UNKNOWN] = Q(amount__isnull=True) | ~Q(currency=YUAN)
    for value in values:
        found |= bands[value]
    return rows.filter(found)


def _from_homes(rows, values: list, asked: Asked):
    return rows.filter(Exists(ProjectInvestor.objects.filter(project=OuterRef("pk"), home__in=values)))


PROJECTS = Resource(
    key="projects",
    schema_name="Project",
    model=Project,
    title=_("Projects"),
    summary=_("Investment projects of Liangjiang New Area from signature to production, stage by stage."),
    own_fields=(
        of.words("name"),
        of.words("summary"),
        of.value("mode"),
        Field(
            "stage",
            _("The furthest stage on record"),
            schemas.or_null(schemas.one_of(Stage.choices)),
            _stage,
            choices=tuple(Stage.choices),
        ),
        of.value("amount"),
        of.value("currency"),
        of.value("amount_comparator"),
        of.value("amount_usd_printed"),
        of.value("land_mu"),
        of.value("jobs"),
        of.reference("event"),
        of.reference("park"),
        of.references("industries"),
        of.references("enterprises"),
        of.rows(
            "investors",
            investor.words("name"),
            investor.words("origin"),
            investor.value("home"),
            investor.reference("enterprise"),
        ),
        of.rows("outputs", output.words("label"), *output.fact()),
        of.rows(
            "milestones",
            milestone.value("stage"),
            milestone.value("on"),
            milestone.words("note"),
            milestone.source(),
        ),
        of.rows(
            "realisations",
            realisation.value("on"),
            realisation.value("amount"),
            realisation.words("note"),
            realisation.source(),
        ),
        of.source(),
        of.value("verified_on"),
    ),
    own_filters=(
        choice("stage", _("Stage reached"), STAGES, _at_stage),
        related("industry", _("industries"), "industries", Industry),
        related("park", _("park"), "park", Park),
        year("year", _("Year of signature"), _in_years),
        choice("amount", _("investment"), BAND_OR_UNKNOWN_CHOICES, _of_amounts),
        choice("origin", _("Origin of the investor"), ProjectInvestor.Home.choices, _from_homes),
        choice("mode", _("mode"), Project.Mode.choices),
        related("event", _("signed at"), "event", Event),
        related("enterprise", _("enterprises"), "enterprises", Enterprise),
    ),
    page="investment:projects",
)
