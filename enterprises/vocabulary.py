"""The words that facets are made of: what is public of industries, schemes, levels and parks, in one query."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from django.db.models import CharField, F, IntegerField, Q, Value
from django.db.models.functions import Cast
from django.utils import timezone

from bilingual.languages import active_language, column
from publishing.querysets import live_condition

from .models import ChainLink, Industry, Level, Park, Scheme
from .other_features import relation

#: Bodies by how far their word reaches, farthest first: so designations are sorted.
REACHES = ["international", "national", "municipal", "district"]
COLUMNS = ("word_kind", "word_place", "word_key", "word_slug", "word_label", "word_under", "word_more")


@dataclass(frozen=True, slots=True)
class Word:
    """``key`` is the primary key as text, ``under`` that of the parent or scheme, ``more`` the reach of a scheme."""

    place: int
    key: str
    slug: str
    label: str
    under: str
    more: str


@dataclass
class Vocabulary:
    """Words by kind: ``industry``, ``chain``, ``scheme``, ``level``, ``park``; and where opportunities are open."""

    words: dict[str, list[Word]] = field(default_factory=lambda: defaultdict(list))


def vocabulary() -> Vocabulary:
    """The words in the active language. One query."""
    kinds = [
        _rows("industry", Industry.objects.live(), F("position"), F("slug"), under="parent_id"),
        _rows(
            "chain",
            ChainLink.objects.filter(live_condition(prefix="industry__")),
            F("position"),
            F("key"),
            under="industry_id",
        ),
        _rows("park", Park.objects.live(), F("position"), F("slug")),
        _rows("scheme", Scheme.objects.live(), F("position"), F("slug"), more="reach"),
        _rows(
            "level",
            Level.objects.filter(live_condition(prefix="scheme__")),
            F("rank"),
            F("key"),
            under="scheme_id",
        ),
    ]
    for kind, model in (("open-industry", Industry), ("open-park", Park)):
        if relation("opportunities", model) is not None:
            kinds.append(_rows(kind, _with_open_opportunity(model), F("position"), F("slug")))
    found = Vocabulary()
    for kind, *rest in sorted(kinds[0].union(*kinds[1:])):
        found.words[kind].append(Word(*rest))
    return found


def _with_open_opportunity(model):
    """Where something open, and live in this language, is on offer today."""
    today = timezone.localdate()
    lasts = Q(opportunities__valid_until__isnull=True) | Q(opportunities__valid_until__gte=today)
    is_open = Q(opportunities__status="open") & live_condition(prefix="opportunities__")
    return model.objects.live().filter(is_open & lasts)


def _rows(kind: str, records, place, slug, *, under: str = "", more: str = ""):
    text, label = CharField(), column("name", active_language())
    columns = {
        "word_kind": Value(kind, text),
        "word_place": Cast(place, IntegerField()),
        "word_key": Cast("pk", text),
        "word_slug": slug,
        "word_label": F(label),
        "word_under": Cast(under, text) if under else Value("", text),
        "word_more": F(more) if more else Value("", text),
    }
    # A union puts columns together by their place; a rewritten queryset would mix them up.
    return records.rewrite(False).order_by().annotate(**columns).values_list(*COLUMNS)
