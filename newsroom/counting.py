"""How many records need something, by kind and by area, in one query of index scans."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import datetime

from django.db.models import Count, F, Min, Model, Q, QuerySet, Value
from django.utils import timezone

from bilingual.languages import CHINESE, ENGLISH
from enterprises.ledger.lapsing import ending
from enterprises.models import Enterprise
from figures.contradictions import contradicting
from figures.models import Figure
from investment.models import Project
from investment.quiet import quiet_projects
from publishing.querysets import live_condition
from publishing.rights.scopes import visible_to

from .names import seen_models


@dataclass(frozen=True)
class Counted:
    """What the records of one kind, or of one area of it such as a column, need. ``area`` is 0 where there is none."""

    label: str
    area: int
    english_only: int = 0
    chinese_only: int = 0
    #: Since when the oldest of these is public.
    oldest_english: datetime | None = None
    oldest_chinese: datetime | None = None
    past_review: int = 0
    to_confirm: int = 0
    undated: int = 0
    #: Projects of which nobody has heard for long.
    quiet: int = 0
    #: Designations of enterprises that have ended, and those that end soon.
    ended: int = 0
    ending: int = 0
    #: Figures that another one contradicts.
    disputed: int = 0


def count(user) -> list[Counted]:
    """Counts over the records that a person may see; one query, whatever the number of kinds."""
    kinds = seen_models(user)
    branches = [_languages(user, model) for model in kinds] + [
        branch for model in kinds for branch in _care(user, model)
    ]
    if not branches:
        return []
    if Project in kinds:
        quiet = Q(pk__in=quiet_projects().values("pk"))
        branches.append(_row(_grouped(user, Project, quiet), quiet=Count("pk")))
    if Enterprise in kinds:
        branches.append(_designations(user))
    if Figure in kinds:
        disputed = Q(pk__in=contradicting().values("pk"))
        branches.append(_row(_grouped(user, Figure, disputed), disputed=Count("pk")))
    return [Counted(*row) for row in branches[0].union(*branches[1:], all=True)]


def _designations(user) -> QuerySet:
    over = Q(awards__valid_until__lt=timezone.localdate())
    return _row(
        _grouped(user, Enterprise, Q(awards__in=ending().values("pk"))),
        ended=Count("awards", filter=over),
        ending=Count("awards", filter=~over),
    )


def _languages(user, model: type[Model]) -> QuerySet:
    english, chinese = live_condition(ENGLISH), live_condition(CHINESE)
    only_english, only_chinese = english & ~chinese, chinese & ~english
    return _row(
        _grouped(user, model, Q()),
        english_only=Count("pk", filter=only_english),
        chinese_only=Count("pk", filter=only_chinese),
        oldest_english=Min("live_from_en", filter=only_english),
        oldest_chinese=Min("live_from_zh_hans", filter=only_chinese),
    )


def _care(user, model: type[Model]) -> list[QuerySet]:
    """A branch for each question, so that each is one scan of its own small index."""
    questions = {"past_review": Q(review_by__lt=timezone.localdate()), "to_confirm": ~Q(to_confirm="")}
    if any(field.name == "dated_at" for field in model._meta.fields):
        live = live_condition(ENGLISH) | live_condition(CHINESE)
        questions["undated"] = Q(dated_at__isnull=True) & live
    return [
        _row(_grouped(user, model, question), **{name: Count("pk")}) for name, question in questions.items()
    ]


def _row(rows: QuerySet, **counts) -> QuerySet:
    """Rows with the columns of Counted, in their order; what is not counted here is nothing."""
    nothing = {field.name: Value(0) for field in fields(Counted)[2:]}
    # A moment of no row, so that both parts of the union have columns of the same types.
    nothing |= {
        "oldest_english": Min("live_from_en", filter=Q(pk__in=[])),
        "oldest_chinese": Min("live_from_zh_hans", filter=Q(pk__in=[])),
    }
    names = {f"n_{name}": expression for name, expression in (nothing | counts).items()}
    return rows.annotate(**names).values_list("of_model", "of_area", *names)


def _grouped(user, model: type[Model], condition: Q) -> QuerySet:
    area = F(f"{model.scope_field}_id") if model.scope_field else Value(0)
    rows = visible_to(user, model._default_manager.rewrite(False).filter(condition)).order_by()
    return rows.annotate(of_model=Value(model._meta.label_lower), of_area=area).values("of_model", "of_area")
