"""What features say about their records, so that they can be found."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import models
from django.db.models import QuerySet
from django.utils.functional import Promise

from bilingual.languages import CHINESE, LANGUAGES, active_language, column, other_language
from bilingual.names import in_language
from publishing.columns import part_relations
from publishing.history.edition_words import words_of
from publishing.models import Publishable

Says = Callable[[models.Model], str]
Yields = Callable[[models.Model], Iterable[str | None]]


@dataclass(frozen=True)
class Document:
    """An edition of a record in one language, in plain words."""

    title: str
    other_name: str
    text: str
    names: tuple[str, ...]
    belongings: tuple[str, ...]
    section: str
    address: str
    moment: datetime


@dataclass(frozen=True)
class Kind:
    """A kind of result: which of its fields is the title, and what makes it known.

    ``names`` yields every name and code, in whatever language, of a thing that people look for by name; None for
    texts. ``belongings`` yields the names of what is a part of it: its plants, its products. ``also`` yields what its
    page says besides its own texts and those of its parts, in the active language: codes, labels, who wrote it; never
    the words of another record, which may be withdrawn by tomorrow.
    ``rank`` orders kinds whose names fit equally well, the highest first. ``dated`` names the column of its moment on
    the scale from new to old; without one it is the moment from which it is live. ``section`` gives the key of the
    part of the site that it stands in.
    """

    model: type[Publishable]
    key: str
    label: str | Promise
    title: str
    rank: int = 0
    names: Yields | None = None
    belongings: Yields | None = None
    also: Yields | None = None
    dated: str = ""
    section: Says | None = None
    #: Foreign keys that the functions follow, and rows of other models, for many records at once.
    related: tuple[str, ...] = ()
    fetched: tuple[str, ...] = ()
    address: Says = lambda record: record.get_absolute_url()

    def records(self) -> QuerySet:
        """All records, with whatever their description asks for: a fixed number of queries however many they are."""
        records = self.model.objects.select_related(*self.related)
        return records.prefetch_related(*part_relations(self.model), *self.fetched)

    def describe(self, record: Publishable, language: str) -> Document:
        """The words of an edition; ``language`` has to be the active one, for the address."""
        title = in_language(record, self.title, language)
        names = _once(self.names, record)
        other_name = in_language(record, self.title, other_language(language))
        return Document(
            title=title,
            other_name=other_name if other_name in names else "",
            text="\n".join(
                dict.fromkeys((*_texts(record, language, besides=self.title), *_once(self.also, record)))
            ),
            names=names,
            belongings=tuple(name for name in _once(self.belongings, record) if name not in names),
            section=self.section(record) if self.section else "",
            address=self.address(record),
            moment=(self.dated and getattr(record, self.dated))
            or getattr(record, column("live_from", language)),
        )


def _once(names: Yields | None, record: Publishable) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in names(record) if name)) if names else ()


def _texts(record: Publishable, language: str, *, besides: str) -> Iterable[str]:
    """Whatever the record and its parts say in a language, each wording once."""
    said = (
        found.chinese if language == CHINESE else found.english
        for found in words_of(record)
        if found.part or found.name != besides
    )
    return dict.fromkeys(text for text in said if text)


KINDS: dict[type[Publishable], Kind] = {}


def searchable(model: type[Publishable], **said) -> None:
    """Let the editions of a model be found; the arguments are those of Kind."""
    KINDS[model] = Kind(model, **said)


def kinds() -> list[Kind]:
    """All kinds, those that people look for by name first."""
    return sorted(KINDS.values(), key=lambda kind: (-kind.rank, kind.key))


def names_in_both(*records_and_fields: tuple[Iterable[models.Model], str]) -> Iterable[str | None]:
    """The English and the Chinese of a field, of each record of each pair: for names that a page shows in both scripts,
    whether or not the other edition is live."""
    for records, name in records_and_fields:
        for record in records:
            yield getattr(record, column(name, "en"))
            yield getattr(record, column(name, CHINESE))


def live_titles(record: Publishable, name: str) -> Iterable[str | None]:
    """A field in the active language, and in the other one while that edition is live too: for records whose page in
    one language does not show the title of the other."""
    for language in LANGUAGES:
        if language == active_language() or record.is_live(language):
            yield getattr(record, column(name, language))
