"""What the names in the content stand for: rows found by slug, key or name."""

from __future__ import annotations

import re

from django.db import models

from articles.models import Author, Quote
from enterprises.models import Batch, ChainLink, Level
from evidence.models import Source
from media_library.models import Document, Film, Image
from publishing.models import Part

from .documents import stored_document

PICTURE_IN_TEXT = re.compile(r'data-picture="([^"]*)"')


class Unknown(Exception):
    """A name in the content stands for nothing; the text says what was looked for."""


class References:
    """Finds rows by the names that the content gives them.

    ``pictures`` has the stored image of every drawn picture by its slug. ``nicknames`` collects, by model,
    the short keys of rows that have no key of their own.
    """

    def __init__(self, pictures: dict[str, Image]):
        self.pictures = pictures
        self.nicknames: dict[tuple[type, str], models.Model] = {}

    def find(
        self, model: type[models.Model], name: object, within: models.Model | None = None
    ) -> models.Model:
        """The row of a model that a name stands for; parts are looked for inside the row ``within``.

        Raises Unknown.
        """
        if model is Film:
            return self._film(name)
        if model is Document:
            return self._document(name)
        if not isinstance(name, str):
            raise Unknown(f"expected the name of a {model._meta.verbose_name}, not {name!r}")
        if model is Image:
            return self._picture(name)
        row = self.nicknames.get((model, name)) or self._query(model, name, within).first()
        if row is None:
            raise Unknown(f"there is no {model._meta.verbose_name} “{name}”")
        return row

    def with_pictures(self, html: str) -> str:
        """Rich text with the stored images where it names pictures by slug. Raises Unknown."""
        return PICTURE_IN_TEXT.sub(lambda match: f'data-file="{self._picture(match[1]).pk}"', html)

    def _picture(self, name: str) -> Image:
        if name not in self.pictures:
            raise Unknown(f"there is no picture “{name}”")
        return self.pictures[name]

    def _query(self, model: type[models.Model], name: str, within: models.Model | None) -> models.QuerySet:
        if model is Source:
            return Source.objects.filter(key=name)
        if model in (Level, Batch):
            scheme, _, key = name.partition("/")
            return model.objects.filter(scheme__slug=scheme, key=key)
        if model is ChainLink:
            industry, _, key = name.partition("/")
            return ChainLink.objects.filter(industry__slug=industry, key=key)
        if model is Author:
            return Author.objects.filter(name_en=name)
        if model is Quote:
            return Quote.objects.filter(text_en=name)
        if issubclass(model, Part):
            owners = [field for field in model._meta.fields if field.many_to_one]
            owner = next((field.name for field in owners if field.related_model is type(within)), None)
            if owner is None:
                # A part of another record is called by that one's slug and its own name.
                slug, _, name = name.partition("/")
                return model.objects.filter(**{f"{owners[0].name}__slug": slug, "name_en": name})
            return model.objects.filter(**{owner: within, "name_en": name})
        return model._default_manager.filter(slug=name)

    def _film(self, words: object) -> Film:
        """A film is written where it is used: a table of its columns, with the slug of its poster."""
        if not isinstance(words, dict) or not words.get("title_en"):
            raise Unknown("expected a table with title_en and the other columns of a film")
        columns = dict(words)
        columns["poster"] = self._picture(columns.pop("poster", ""))
        known = {field.name for field in Film._meta.fields}
        unknown = sorted(set(columns) - known)
        if unknown:
            raise Unknown(f"a film has no {unknown[0]}")
        film = Film.objects.filter(title_en=columns["title_en"]).first()
        if film is None:
            film = Film(**columns, rights="own")
            film.full_clean()
            film.save()
        return film

    def _document(self, words: object) -> Document:
        """A file is written where it is used: a table with its columns, its form and its lines."""
        needed = {"form", "lines", "language", "version", "title_en", "title_zh_hans"}
        if not isinstance(words, dict) or not needed <= set(words):
            raise Unknown(f"expected a table with {', '.join(sorted(needed))}")
        return stored_document(**words)
