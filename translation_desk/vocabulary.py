"""What the checks know beside the texts: the glossary, and the names of the bodies that a record is about."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from django.core.cache import cache
from django.db import models
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver

from bilingual.checking import NamePair, Term

from .models import GlossaryTerm

GLOSSARY = "translation_desk:glossary"
KEPT_FOR = 60

#: Functions (a version of a record) that yield the names of bodies which its texts may mention.
NAME_SOURCES: list[Callable[[models.Model], Iterable[NamePair]]] = []


def name_source(function):
    """Register a source of names. It is asked for each check, so it looks at what the record refers to, not at all."""
    NAME_SOURCES.append(function)
    return function


def names_for(version: models.Model) -> list[NamePair]:
    return [pair for function in NAME_SOURCES for pair in function(version)]


def glossary() -> list[Term]:
    """All terms, kept for a minute; a term that is saved or deleted counts at once in the process that does it."""
    return cache.get_or_set(
        GLOSSARY, lambda: [term.as_term() for term in GlossaryTerm.objects.all()], KEPT_FOR
    )


@receiver([post_save, post_delete], sender=GlossaryTerm, dispatch_uid="translation_desk.glossary")
def forget_glossary(**_kwargs) -> None:
    cache.delete(GLOSSARY)
