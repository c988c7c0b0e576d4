"""What the newsroom shows on its first page: records of every kind that wait for somebody."""

from __future__ import annotations

from dataclasses import dataclass

from django.apps import apps
from django.contrib.admin import AdminSite
from django.db.models import Model, Q, QuerySet, Value
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from bilingual.languages import CHINESE, ENGLISH
from publishing.models import Publishable
from publishing.permissions import can
from publishing.querysets import live_condition
from publishing.scopes import visible_to
from publishing.states import EditionState, edition_state

LENGTH = 8


@dataclass(frozen=True)
class Line:
    """One record of a list, with the states of its editions."""

    record: Publishable
    url: str
    english: EditionState
    chinese: EditionState

    @property
    def kind(self) -> str:
        return self.record._meta.verbose_name


@dataclass(frozen=True)
class DeskList:
    title: str
    nothing: str
    lines: list[Line]


def lists_for(user, site: AdminSite) -> list[DeskList]:
    """The lists of a person, newest change first; only records of kinds that the person may see."""
    kinds = [
        model
        for model in apps.get_models()
        if issubclass(model, Publishable) and site.is_registered(model) and can(user, "view", model)
    ]
    if not kinds:
        return []
    english, chinese = live_condition(ENGLISH), live_condition(CHINESE)
    questions = [
        (_("Drafts"), _("No drafts."), Q(live_from_en=None, live_from_zh_hans=None)),
        (
            _("Live in one language only"),
            _("Everything live is live in both languages."),
            english & ~chinese | chinese & ~english,
        ),
        (_("To confirm"), _("Nothing to confirm."), ~Q(to_confirm="")),
    ]
    return [
        DeskList(title, nothing, _lines(_newest(user, kinds, condition), site))
        for title, nothing, condition in questions
    ]


def _newest(user, kinds: list[type[Model]], condition: Q) -> list[tuple[str, int]]:
    """(model label, key) of the records that were changed last, of all kinds in one query."""
    branches: list[QuerySet] = [
        visible_to(user, model._default_manager.filter(condition))
        .order_by()
        .values_list(Value(model._meta.label), "pk", "changed_at")
        for model in kinds
    ]
    together = branches[0].union(*branches[1:], all=True) if branches[1:] else branches[0]
    return [(label, pk) for label, pk, _changed in together.order_by("-changed_at")[:LENGTH]]


def _lines(found: list[tuple[str, int]], site: AdminSite) -> list[Line]:
    records = {
        label: apps.get_model(label)._default_manager.in_bulk([pk for other, pk in found if other == label])
        for label in {label for label, _pk in found}
    }
    lines = []
    for label, pk in found:
        record = records[label][pk]
        url = reverse(f"{site.name}:{record._meta.app_label}_{record._meta.model_name}_change", args=[pk])
        lines.append(Line(record, url, edition_state(record, ENGLISH), edition_state(record, CHINESE)))
    return lines
