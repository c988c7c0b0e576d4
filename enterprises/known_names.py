"""The official names of the enterprises that a text may mention, for the checks of translations."""

from __future__ import annotations

from collections.abc import Iterator

from django.db import models
from django.db.models import prefetch_related_objects

from bilingual.checking import NamePair
from publishing.publication.gates import reader
from translation_desk.vocabulary import name_source

from .models import Enterprise, EnterpriseName


@name_source
def names_of_enterprises(version: models.Model) -> Iterator[NamePair]:
    """Those of the enterprise itself, or of those that a record refers to: legal and short first, then the others."""
    if isinstance(version, Enterprise):
        yield _pair(version, list(version.names.all()))
        return
    found = _referred(version)
    prefetch_related_objects(list(found.values()), "names")
    for enterprise in found.values():
        yield _pair(enterprise, list(enterprise.names.all()))


@reader
def read_names(pairs: list[tuple[models.Model, models.Model]]) -> None:
    """The names of all enterprises that many records refer to."""
    versions = [version for _record, version in pairs if not isinstance(version, Enterprise)]
    found = {id(one): one for version in versions for one in _referred(version).values()}
    prefetch_related_objects(list(found.values()), "names")


def _referred(version: models.Model) -> dict[int, Enterprise]:
    found = {}
    for field in (*version._meta.concrete_fields, *version._meta.many_to_many):
        if field.is_relation and issubclass(field.related_model, Enterprise):
            value = getattr(version, field.name)
            for enterprise in value.all() if field.many_to_many else [value] if value else []:
                found[enterprise.pk] = enterprise
    return found


def _pair(enterprise: Enterprise, others: list[EnterpriseName]) -> NamePair:
    return NamePair(
        english=_known(enterprise.legal_name_en, enterprise.short_name_en, *(row.name_en for row in others)),
        chinese=_known(
            enterprise.legal_name_zh_hans,
            enterprise.short_name_zh_hans,
            *(row.name_zh_hans for row in others),
        ),
    )


def _known(*names: str | None) -> tuple[str, ...]:
    return tuple(name for name in names if name)
