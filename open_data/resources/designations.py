"""The ledger of designations, and the schemes that they belong to."""

from __future__ import annotations

from datetime import date

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from bilingual.languages import LANGUAGES
from enterprises.models import Award, Batch, Enterprise, Facility, Level, Park, Scheme
from publishing.querysets import live_condition

from .. import schemas
from ..fields import Field, FieldsOf, Kind
from ..filters import Asked, Filter, choice, day, related
from ..public import Public, Rows, live
from ..resource import Resource

VALID, CANDIDATE, LAPSED = "valid", "candidate", "lapsed"
HELD = ["awarded", "reviewed"]
STANDINGS = [
    (VALID, pgettext_lazy("standing of a designation", "Valid on that day")),
    (CANDIDATE, pgettext_lazy("standing of a designation", "Candidate")),
    (LAPSED, pgettext_lazy("standing of a designation", "Lapsed")),
]
LEVEL_PATTERN = "^[-a-zA-Z0-9_]+\\.[-a-zA-Z0-9_]+$"
HALVES = {"H1": 1, "H2": 7}
QUARTERS = {"Q1": 1, "Q2": 4, "Q3": 7, "Q4": 10}


def with_words_of_its_scheme(award: Award, public: Public) -> Public:
    """The languages in which both the holder and the scheme are public."""
    return public.within(award.level.scheme)


def _level(award: Award, public: Public) -> dict:
    level = award.level
    words = Public.of(level.scheme, public.at).words(level, "name")
    return {"id": f"{level.scheme.slug}.{level.key}", "name": words}


def _named_part(name: str, model, meaning) -> Field:
    """The factory or the product that an award is given to."""

    def read(award: Award, public: Public) -> dict | None:
        part = getattr(award, name)
        return {"id": str(part.pk), "name": public.words(part, "name")} if part else None

    schema = schemas.obj({"id": schemas.UUID, "name": schemas.ref("Words")})
    fields = (FieldsOf(model).value("id", meaning=_("Identifier")), FieldsOf(model).words("name"))
    return Field(name, meaning, schemas.or_null(schema), read, Kind.OBJECT, fields, joins=(name,))


def _batch(award: Award, public: Public) -> dict | None:
    if award.batch is None:
        return None
    words = Public.of(award.level.scheme, public.at).words(award.batch, "name")
    return {"id": award.batch.key, "name": words}


of = FieldsOf(Award)
_NAMED = schemas.obj({"id": schemas.STRING, "name": schemas.ref("Words")})
AWARD_FIELDS = (
    Field("id", _("Identifier"), schemas.UUID, lambda award, public: str(award.pk)),
    Field(
        "scheme",
        Scheme._meta.verbose_name,
        schemas.or_null(schemas.ref("Reference")),
        lambda award, public: public.reference(award.level.scheme),
        Kind.REFERENCE,
        joins=("level__scheme",),
    ),
    Field(
        "level",
        Level._meta.verbose_name,
        _NAMED,
        _level,
        Kind.OBJECT,
        (FieldsOf(Level).value("key", "id"), FieldsOf(Level).words("name")),
    ),
    Field(
        "batch",
        Batch._meta.verbose_name,
        schemas.or_null(_NAMED),
        _batch,
        Kind.OBJECT,
        (FieldsOf(Batch).value("key", "id"), FieldsOf(Batch).words("name")),
        joins=("batch",),
    ),
    Field(
        "standing",
        _("Status today: lapsed once its last day has passed. A candidate is not a holder"),
        schemas.one_of(Award.Status.choices),
        lambda award, public: str(award.standing(timezone.localdate(public.at))),
        choices=tuple(Award.Status.choices),
    ),
    of.value("awarded"),
    of.value("valid_until"),
    _named_part("facility", Facility, _("facility")),
    _named_part("product", Award._meta.get_field("product").related_model, _("product")),
    of.words("note"),
    of.source(),
)


def begun(on: date) -> Q:
    """Awards that had been given by a day. Periods are kept by their spelling; years, months and days sort by it."""
    halves = [f"{on.year:04}-{name}" for name, month in (HALVES | QUARTERS).items() if on.month >= month]
    spelt = Q(awarded__lte=on.isoformat()) | Q(awarded__in=halves)
    return spelt | Q(awarded__startswith=f"{on.year:04}/") | Q(awarded__startswith=f"{on.isoformat()[:7]}/")


def standing_on(standings: list[str], on: date, today: date) -> Q:
    """Awards that stood in one of these ways on a day.

    What began on an unknown day is known of today and later only. What has lapsed was valid until its last day, where
    that is known.
    """
    is_past = on < today
    held, was_held = Q(status__in=HELD), Q(status="lapsed", valid_until__isnull=False)
    ended, lasts = Q(valid_until__lt=on), Q(valid_until__isnull=True) | Q(valid_until__gte=on)
    ways = {
        VALID: (held & lasts) | (was_held & Q(valid_until__gte=on)),
        CANDIDATE: Q(status="candidate"),
        LAPSED: ((held | was_held) & ended)
        | (Q(status="lapsed", valid_until__isnull=True) if not is_past else Q(pk__in=())),
    }
    found = Q(pk__in=())
    for name in standings:
        found |= ways[name]
    unknown = Q(pk__in=()) if is_past else Q(awarded__isnull=True)
    return found & (begun(on) | unknown)


def awards_asked(rows, asked: Asked):
    """Awards narrowed by ``designation``, ``level``, ``standing`` and ``on``, which speak of one award."""
    if schemes := asked.all("designation"):
        rows = rows.filter(level__scheme__in=live(Scheme, asked.at).filter(slug__in=schemes).values("pk"))
    if levels := asked.all("level"):
        wanted = Q(pk__in=())
        for value in levels:
            scheme, _dot, key = value.partition(".")
            wanted |= Q(level__scheme__slug=scheme, level__key=key)
        rows = rows.filter(wanted)
    on, standings = asked.first("on"), asked.all("standing")
    if on or standings:
        rows = rows.filter(standing_on(standings or [VALID, CANDIDATE], on or asked.today, asked.today))
    return rows


AWARD_FILTERS = (
    Filter("designation", _("Slugs of designation schemes"), schemas.SLUG_SCHEMA),
    Filter(
        "level",
        _("Levels, written as scheme.level"),
        {"type": "string", "pattern": LEVEL_PATTERN, "maxLength": 200},
    ),
    choice("standing", _("Status of the designation on that day"), STANDINGS, None),
    day("on", _("The date on which the standing is judged; today, if not given")),
)


def public_awards(at, languages=LANGUAGES):
    """Awards of which, in one language at least, both the holder and the scheme are public."""
    condition = Q(pk__in=())
    for language in languages:
        condition |= live_condition(language, at, "enterprise__") & live_condition(
            language, at, "level__scheme__"
        )
    return Rows(Award).filter(condition)


def public_of_award(award: Award, at) -> Public:
    return with_words_of_its_scheme(award, Public.of(award.enterprise, at))


def _in_parks(rows, slugs: list, asked: Asked):
    """By the factory that holds it; what the enterprise itself holds, by any of its factories."""
    parks = live(Park, asked.at).filter(slug__in=slugs).values("pk")
    anywhere = Exists(Facility.objects.filter(enterprise=OuterRef("enterprise"), park__in=parks))
    return rows.filter(Q(facility__park__in=parks) | (Q(facility__isnull=True) & anywhere))


DESIGNATIONS = Resource(
    key="designations",
    schema_name="Designation",
    model=Award,
    title=_("Designations"),
    summary=_(
        "Who holds, held or is a candidate for which designation, at which level and for which period."
    ),
    first_fields=(),
    own_fields=(
        AWARD_FIELDS[0],
        FieldsOf(Award).reference("enterprise", meaning=Enterprise._meta.verbose_name),
        *AWARD_FIELDS[1:],
    ),
    own_filters=(
        *AWARD_FILTERS,
        related("enterprise", Enterprise._meta.verbose_name, "enterprise", Enterprise),
        Filter("park", Park._meta.verbose_name, schemas.SLUG_SCHEMA, _in_parks),
    ),
    page="enterprises:schemes",
    joint=awards_asked,
    base=public_awards,
    public_of=public_of_award,
    lookup="pk",
    changed="enterprise__changed_at",
)

scheme = FieldsOf(Scheme)
SCHEMES = Resource(
    key="schemes",
    schema_name="Scheme",
    model=Scheme,
    title=Scheme._meta.verbose_name_plural,
    summary=_("Who awards what to whom, for how long and by which criteria, with levels and batches."),
    own_fields=(
        scheme.words("name"),
        scheme.words("body_name"),
        scheme.words("summary"),
        scheme.value("reach"),
        scheme.value("subject"),
        scheme.value("validity_years"),
        scheme.words("review_rule"),
        scheme.words("criteria_version"),
        scheme.value("criteria_url"),
        scheme.source(),
        scheme.rows(
            "levels",
            FieldsOf(Level).value("key", "id"),
            FieldsOf(Level).words("name"),
            FieldsOf(Level).value("rank"),
        ),
        scheme.rows(
            "batches",
            FieldsOf(Batch).value("key", "id"),
            FieldsOf(Batch).words("name"),
            FieldsOf(Batch).value("announced"),
            FieldsOf(Batch).value("announcement_url"),
            FieldsOf(Batch).value("size"),
            FieldsOf(Batch).value("size_in_chongqing"),
            FieldsOf(Batch).source(),
        ),
    ),
    own_filters=(
        choice("reach", _("level of the awarding body"), Scheme.Reach.choices),
        choice("subject", _("awarded to"), Scheme.Subject.choices),
    ),
    page="enterprises:schemes",
)
