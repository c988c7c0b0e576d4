"""Which published records carry the words that a visitor typed, in their names and headlines."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from articles.models import Article, Special
from bilingual.languages import LANGUAGES, column
from enterprises.models import Enterprise, Industry, Park, Scheme
from investment.models import Event, Project
from pages.models import Page, Place

#: Longer questions are cut: names are short.
MAX_LENGTH = 80
SHOWN = 10


@dataclass
class Hits:
    label: str
    records: list


def clean(text: str) -> str:
    """What is looked for: without control characters and surplus space, at a sane length."""
    printable = "".join(character if character.isprintable() else " " for character in text[: MAX_LENGTH * 4])
    return " ".join(printable.split())[:MAX_LENGTH].strip()


def _in_either(fields: list[str], text: str) -> Q:
    condition = Q()
    for field in fields:
        for language in LANGUAGES:
            condition |= Q(**{f"{column(field, language)}__icontains": text})
    return condition


def _enterprises(text: str) -> QuerySet:
    names = _in_either(["legal_name", "short_name", "names__name"], text)
    codes = Q(credit_code__iexact=text) | Q(listings__code__iexact=text)
    return Enterprise.objects.live().filter(names | codes).distinct()


def find(text: str) -> list[Hits]:
    """Live records whose names in either language contain the text, by kind; the newest articles first."""
    if not text:
        return []
    groups = [
        (_("Enterprises"), _enterprises(text)),
        (_("Parks"), Park.objects.live().filter(_in_either(["name", "names__name"], text)).distinct()),
        (_("Industries"), Industry.objects.live().filter(_in_either(["name"], text))),
        (_("Designations"), Scheme.objects.live().filter(_in_either(["name"], text))),
        (_("Events"), Event.objects.live().filter(_in_either(["name"], text))),
        (_("Projects"), Project.objects.live().filter(_in_either(["name"], text))),
        (_("News"), Article.objects.live().filter(_in_either(["headline"], text)).newest_first().for_cards()),
        (_("Specials"), Special.objects.live().filter(_in_either(["title"], text))),
        (_("Pages"), Page.objects.live().filter(_in_either(["title"], text))),
        (_("Places"), Place.objects.live().filter(_in_either(["name"], text))),
    ]
    hits = [Hits(label, list(records[:SHOWN])) for label, records in groups]
    return [group for group in hits if group.records]
