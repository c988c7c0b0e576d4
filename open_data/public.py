"""What may be said of a record to anyone: its live editions at one moment, and plain values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from bilingual.addresses import absolute, in_language
from bilingual.languages import ENGLISH, HTML_LANG, LANGUAGES, column
from bilingual.periods import Period
from publishing.gathering import GatheringQuerySet
from publishing.querysets import PublishableQuerySet, live_condition

#: The field that names a record, where it is not called ``name``.
NAMES = {
    "documents.document": "title",
    "articles.article": "headline",
    "articles.series": "title",
    "enterprises.enterprise": "short_name",
    "figures.figure": "indicator",
    "policies.policy": "title",
}


class Rows(GatheringQuerySet, PublishableQuerySet):
    """Records of any kind with their lists. Columns are named in full: no language is active here."""


@dataclass(frozen=True)
class Public:
    """``languages`` are those in which words may be shown; ``at`` is the one moment of the whole answer."""

    at: datetime
    languages: tuple[str, ...]

    @classmethod
    def of(cls, record, at: datetime) -> Public:
        return cls(at, tuple(record.live_languages(at)))

    def within(self, record) -> Public:
        """The languages in which another record is public too."""
        theirs = record.live_languages(self.at)
        return Public(self.at, tuple(code for code in self.languages if code in theirs))

    def words(self, record, name: str) -> dict[str, str | None]:
        """A translated field in each language; null where that edition is not live, or says nothing."""
        return {
            HTML_LANG[code]: (getattr(record, column(name, code)) or None) if code in self.languages else None
            for code in LANGUAGES
        }

    def pages(self, record) -> dict[str, str | None]:
        """The addresses of the live editions on the site."""
        with override(ENGLISH):
            path = path_of(record)
        return {
            HTML_LANG[code]: absolute(in_language(path, code)) if code in self.languages else None
            for code in LANGUAGES
        }

    def beginnings(self, record) -> dict[str, str | None]:
        """Since when each live edition is live."""
        return {
            HTML_LANG[code]: plain(getattr(record, column("live_from", code)))
            if code in self.languages
            else None
            for code in LANGUAGES
        }

    def reference(self, record) -> dict | None:
        """Another record by name, as far as it is public itself; None where it is not."""
        if record is None:
            return None
        theirs = Public.of(record, self.at)
        if not theirs.languages:
            return None
        return {
            "id": record.slug,
            "name": theirs.words(record, name_of(type(record))),
            "page": theirs.pages(record),
        }


def path_of(record: models.Model) -> str:
    """Where the site shows a record; a figure has its row in the register."""
    if record._meta.label_lower == "figures.figure":
        return f"{reverse('figures:register')}#{record.slug}"
    return record.get_absolute_url()


def name_of(model: type[models.Model]) -> str:
    """The translated field that names records of a model."""
    return NAMES.get(model._meta.label_lower, "name")


def live(model: type[models.Model], at: datetime, languages=LANGUAGES) -> Rows:
    """Records of a publishable model that are live in one of some languages at a moment."""
    condition = Q(pk__in=())
    for language in languages:
        condition |= live_condition(language, at)
    return Rows(model).filter(condition)


def plain(value: object) -> object:
    """A value as JSON carries it: amounts as texts, because numbers of JSON are floats to many programs.

    Moments in Beijing time, periods by their spelling; nothing typed is null.
    """
    match value:
        case None | "":
            return None
        case bool() | int() | str():
            return value
        case Decimal():
            text = f"{value:f}"
            return text.rstrip("0").rstrip(".") if "." in text else text
        case Period():
            return value.text
        case datetime():
            return timezone.localtime(value).isoformat(timespec="seconds")
        case date():
            return value.isoformat()
        case time():
            return value.isoformat("minutes")
    return str(value)
