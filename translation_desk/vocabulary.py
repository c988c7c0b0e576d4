"""What the checks know beside the texts: the glossary, and the names of the bodies that a record is about."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from django.db import models

from bilingual.checking import NamePair, Term

from .models import GlossaryTerm

#: Functions (a version of a record) that yield the names of bodies which its texts may mention.
NAME_SOURCES: list[Callable[[models.Model], Iterable[NamePair]]] = []


def name_source(function):
    """Register a source of names. It is asked for each check, so it looks at what the record refers to, not at all."""
    NAME_SOURCES.append(function)
    return function


def names_for(version: models.Model) -> list[NamePair]:
    return [pair for function in NAME_SOURCES for pair in function(version)]


def glossary() -> list[Term]:
    """All terms. One query."""
    return [term.as_term() for term in GlossaryTerm.objects.all()]
