"""What records of many kinds are called and where their editions stand, in one query for all of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.apps import apps
from django.contrib import admin
from django.db.models import Model, Q, QuerySet, Value
from django.urls import reverse
from django.utils.text import capfirst

from bilingual.languages import CHINESE, ENGLISH, LANGUAGES, active_language, column
from publishing.publication.states import EditionState, edition_state
from publishing.rights.permissions import can
from publishing.rights.publisher_access import publishable_models
from publishing.rights.scopes import visible_to

#: (label of the model in lower case, primary key as text).
Key = tuple[str, str]


@dataclass(frozen=True)
class Named:
    """A record as a list shows it. The moments are those of its row, so that its states can be told."""

    label: str
    key: str
    name_en: str
    name_zh_hans: str
    slug: str
    owner_id: int | None
    live_from_en: datetime | None
    live_until_en: datetime | None
    live_from_zh_hans: datetime | None
    live_until_zh_hans: datetime | None

    def __str__(self) -> str:
        names = [self.name_en, self.name_zh_hans]
        first, second = names if active_language() == ENGLISH else reversed(names)
        return first or second or self.slug

    @property
    def url(self) -> str:
        return page_url(self.label, self.key)

    @property
    def kind(self) -> str:
        return capfirst(apps.get_model(self.label)._meta.verbose_name)

    @property
    def english(self) -> EditionState:
        return edition_state(self, ENGLISH)

    @property
    def chinese(self) -> EditionState:
        return edition_state(self, CHINESE)

    @property
    def is_planned_only(self) -> bool:
        """Whether nothing of it is public, or has a moment at which it becomes public."""
        return {self.english, self.chinese} <= {EditionState.DRAFT, EditionState.WITHDRAWN}


def page_url(label: str, key: str, page: str = "change") -> str:
    return reverse(f"admin:{label.replace('.', '_')}_{page}", args=[key])


def seen_models(user) -> list[type[Model]]:
    """The kinds of publishable records that a person may see, in an order that stays."""
    return [
        model
        for model in publishable_models()
        if admin.site.is_registered(model) and can(user, "view", model)
    ]


def named(user, keys: Iterable[Key], *, also: Q | None = None) -> dict[Key, Named]:
    """The records with these keys that a person may see, and those of which the condition ``also`` holds.

    One query, however many kinds there are; none when nothing is asked for.
    """
    wanted: dict[str, set[str]] = {}
    for label, key in keys:
        wanted.setdefault(label, set()).add(key)
    branches = []
    for model in seen_models(user):
        pks = _known_keys(wanted.get(model._meta.label_lower, set()))
        if pks:
            branches.append(_branch(user, model, Q(pk__in=pks)))
        if also is not None:
            branches.append(_branch(user, model, also))
    if not branches:
        return {}
    rows = branches[0].union(*branches[1:], all=True) if branches[1:] else branches[0]
    return {
        (row[0], str(row[1])): Named(row[0], str(row[1]), row[2] or "", row[3] or "", *row[4:])
        for row in rows
    }


def _branch(user, model: type[Model], condition: Q) -> QuerySet:
    name = admin.site._registry[model].name_field
    moments = [column(word, code) for code in LANGUAGES for word in ("live_from", "live_until")]
    # Named columns need no rewriting, which mixes up the columns of a union.
    rows = visible_to(user, model._default_manager.rewrite(False).filter(condition)).order_by()
    return rows.annotate(of_model=Value(model._meta.label_lower)).values_list(
        "of_model", "pk", column(name, ENGLISH), column(name, CHINESE), "slug", "owner_id", *moments
    )


def _known_keys(keys: set[str]) -> list:
    """Those of some texts that can be keys: one of long ago may be none."""
    return [int(key) for key in keys if key.isascii() and key.isdigit() and len(key) < 19]
