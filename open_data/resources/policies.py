"""Policies with what they give; what has ended says so."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, Q, Subquery
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from bilingual.languages import LANGUAGES
from enterprises.models import Industry, Level, Scheme
from policies.models import Benefit, Policy, PolicyDesignation
from policies.models.policy import Origin
from policies.standing import Standing, standing_case, standing_on

from .. import schemas
from ..fields import Field, FieldsOf, Kind
from ..filters import Asked, Filter, choice, is_linked, named
from ..public import Public, live
from ..resource import Resource

EVERY = "every"
of, benefit, designation = map(FieldsOf, (Policy, Benefit, PolicyDesignation))


def _with_successor(at, languages=LANGUAGES):
    """With ``replaced_from``: the first day of a public successor."""
    after = live(Policy, at).filter(supersedes=OuterRef("pk"), effective_on__isnull=False)
    return live(Policy, at, languages).annotate(
        replaced_from=Subquery(after.order_by("effective_on").values("effective_on")[:1])
    )


def _standing(policy: Policy, public: Public) -> str:
    return str(standing_on(policy, timezone.localdate(public.at)))


def _in_standings(rows, values: list, asked: Asked):
    return rows.alias(stands=standing_case(asked.today)).filter(stands__in=values)


def _with_benefits(rows, values: list, asked: Asked):
    return rows.filter(Exists(Benefit.objects.filter(policy=OuterRef("pk"), kind__in=values)))


def _for_industries(rows, slugs: list, asked: Asked):
    """Policies that name an industry; ``every`` finds those that name none and are for all."""
    found = Q(is_linked(Policy, "industries", Industry, slugs, asked))
    if EVERY in slugs:
        found |= ~Exists(Policy.industries.through.objects.filter(policy=OuterRef("pk")))
    return rows.filter(found)


def _opened_by(rows, values: list, asked: Asked):
    """Policies that a level of a public scheme opens."""
    wanted = Q(pk__in=())
    for value in values:
        scheme, _slash, key = value.partition("/")
        wanted |= Q(scheme__slug=scheme, key=key)
    levels = Level.objects.filter(wanted, scheme__in=live(Scheme, asked.at).values("pk")).values("pk")
    return rows.filter(Exists(PolicyDesignation.objects.filter(policy=OuterRef("pk"), level__in=levels)))


def _level(row: PolicyDesignation, public: Public) -> dict:
    words = Public.of(row.level.scheme, public.at).words(row.level, "name")
    return {"id": f"{row.level.scheme.slug}.{row.level.key}", "name": words}


POLICIES = Resource(
    key="policies",
    schema_name="Policy",
    model=Policy,
    title=_("Policies"),
    summary=_("Who gives what to whom, and for which period. Policies that have ended are marked."),
    own_fields=(
        of.words("title"),
        of.words("summary"),
        of.words("issuers"),
        of.value("document_number"),
        of.value("level"),
        of.value("kind"),
        Field(
            "standing",
            _("Whether it is in force today"),
            schemas.one_of(Standing.choices),
            _standing,
            choices=tuple(Standing.choices),
        ),
        of.value("issued_on"),
        of.value("effective_on"),
        of.value("expires_on"),
        of.value("amended_on"),
        of.value("repealed_on"),
        of.reference("supersedes"),
        of.references("industries"),
        of.value("smallest_size"),
        of.value("largest_size"),
        of.value("origin"),
        of.value("least_investment"),
        of.rows(
            "benefits",
            benefit.value("kind"),
            benefit.words("name"),
            benefit.value("rate"),
            benefit.value("basis"),
            benefit.value("usual_rate"),
            benefit.value("amount"),
            benefit.value("cap"),
            benefit.words("condition"),
        ),
        of.rows(
            "designations",
            Field(
                "level",
                Level._meta.verbose_name,
                schemas.obj({"id": schemas.STRING, "name": schemas.ref("Words")}),
                _level,
                Kind.OBJECT,
                (FieldsOf(Level).value("key", "id"), FieldsOf(Level).words("name")),
                joins=("level__scheme",),
            ),
            public_in=lambda row, public: public.within(row.level.scheme),
        ),
        of.value("official_url"),
        of.source(),
        of.value("is_sample"),
        of.value("verified_on"),
    ),
    own_filters=(
        named("title", "issuers"),
        choice("standing", _("Validity"), Standing.choices, _in_standings),
        choice("level", _("level"), Policy.Level.choices),
        choice("kind", _("kind"), Policy.Kind.choices),
        choice("benefit", _("Benefit"), Benefit.Kind.choices, _with_benefits),
        Filter("industry", _("industries"), schemas.SLUG_SCHEMA, _for_industries),
        Filter(
            "designation",
            _("Levels of designations, written as scheme/level"),
            {"type": "string", "pattern": "^[-a-zA-Z0-9_]+/[-a-zA-Z0-9_]+$", "maxLength": 200},
            _opened_by,
        ),
        choice("origin", _("origin of the investment"), Origin.choices),
    ),
    page="policies:policies",
    base=_with_successor,
)
