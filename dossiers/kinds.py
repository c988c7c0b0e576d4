"""What a shortlist can hold, and how it is named in addresses."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.db import models
from django.db.models import BooleanField, CharField, F, Value
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bilingual.languages import active_language, column, other_language
from enterprises.models import Enterprise, Park
from figures.models import Figure
from investment.models import Opportunity
from policies.models import Policy

SLUG = re.compile(r"[A-Za-z0-9_-]{1,120}")


@dataclass(frozen=True)
class Kind:
    """``title`` and ``words`` name translated fields; ``label`` heads a list of them."""

    key: str
    model: type[models.Model]
    label: str
    title: str
    words: str
    route: str = ""

    def url(self, slug: str) -> str:
        """Address in the active language. A figure has none of its own: it stands in the register."""
        return reverse(self.route, args=[slug]) if self.route else f"{reverse('figures:register')}#{slug}"

    @property
    def has_samples(self) -> bool:
        return any(field.name == "is_sample" for field in self.model._meta.fields)


KINDS = {
    kind.key: kind
    for kind in (
        Kind(
            "enterprise",
            Enterprise,
            gettext_lazy("Enterprises"),
            "short_name",
            "activity",
            "enterprises:detail",
        ),
        Kind("park", Park, gettext_lazy("Parks"), "name", "summary", "enterprises:park"),
        Kind(
            "opportunity",
            Opportunity,
            gettext_lazy("Opportunities"),
            "name",
            "summary",
            "investment:opportunity",
        ),
        Kind("policy", Policy, gettext_lazy("Policies"), "title", "summary", "policies:policy"),
        Kind("figure", Figure, gettext_lazy("Figures"), "indicator", "note"),
    )
}
COLUMNS = ("named_kind", "named_slug", "named_title", "named_other", "named_words", "named_sample")


@dataclass(frozen=True)
class Named:
    """A record by its names in the active and the other language."""

    kind: Kind
    slug: str
    title: str
    other: str
    words: str
    is_sample: bool

    @property
    def item(self) -> str:
        return f"{self.kind.key}:{self.slug}"

    @property
    def url(self) -> str:
        return self.kind.url(self.slug)


def named(chosen: Iterable[tuple[Kind, models.QuerySet]]) -> list[Named]:
    """The records of several kinds, in one query, and one more where figures are among them."""
    rows = [_rows(kind, records) for kind, records in chosen]
    if not rows:
        return []
    found = rows[0].union(*rows[1:], all=True) if len(rows) > 1 else rows[0]
    return _with_values([Named(KINDS[kind], *rest) for kind, *rest in found])


def _with_values(found: list[Named]) -> list[Named]:
    """A figure is nothing without its value and its date: they are its words."""
    slugs = [one.slug for one in found if one.kind.key == "figure"]
    values = (
        {figure.slug: _value(figure) for figure in Figure.objects.filter(slug__in=slugs)} if slugs else {}
    )
    return [replace(one, words=values[one.slug]) if one.kind.key == "figure" else one for one in found]


def _value(figure: Figure) -> str:
    if not figure.as_of:
        return str(figure.amount)
    return _("%(value)s, as of %(period)s") % {"value": figure.amount, "period": figure.as_of.say()}


def _rows(kind: Kind, records: models.QuerySet) -> models.QuerySet:
    text, language = CharField(), active_language()
    columns = {
        "named_kind": Value(kind.key, text),
        "named_slug": F("slug"),
        "named_title": F(column(kind.title, language)),
        "named_other": F(column(kind.title, other_language(language))),
        "named_words": F(column(kind.words, language)),
        "named_sample": F("is_sample") if kind.has_samples else Value(False, BooleanField()),
    }
    # A union puts columns together by their place; a rewritten queryset would mix them up.
    return records.rewrite(False).order_by().annotate(**columns).values_list(*COLUMNS)
