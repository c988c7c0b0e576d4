"""What may object to the publication of an edition beside missing words: asked each time, by ``actions.publish``.

Advice is said to who is about to publish, and is never in the way.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.db import models
from django.utils.functional import lazy

from bilingual.languages import joined_sentences

from .applying import CannotApply


@dataclass(frozen=True)
class Objection:
    """Why an edition is not published. ``rule`` is the id of the rule, ``text`` tells a person what to do about it."""

    rule: str
    text: object


class Objected(CannotApply):
    """An edition is not published because somebody objects; ``objections`` says who and why."""

    def __init__(self, objections: list[Objection]):
        self.objections = objections
        super().__init__(_joined(objections))


_joined = lazy(lambda objections: joined_sentences(objection.text for objection in objections), str)

#: Functions (live record, the version to be published, language) that return objections. They write nothing.
GATES: list[Callable[[models.Model, models.Model, str], list[Objection]]] = []


def gate(function):
    """Register a gate. The version is the record itself, or the working copy of its draft."""
    GATES.append(function)
    return function


def objections(record: models.Model, version: models.Model, language: str) -> list[Objection]:
    """What all gates say, in the order of their registration."""
    return [objection for function in GATES for objection in function(record, version, language)]


def ask(record: models.Model, version: models.Model, language: str) -> None:
    """Raises Objected when any gate objects to this version in this language."""
    if found := objections(record, version, language):
        raise Objected(found)


#: Functions (live record, the version to be published) that return objections which stop nothing. They write nothing.
ADVISERS: list[Callable[[models.Model, models.Model], list[Objection]]] = []


def adviser(function):
    """Register an adviser. The version is the record itself, or the working copy of its draft."""
    ADVISERS.append(function)
    return function


def advice(record: models.Model, version: models.Model) -> list[Objection]:
    """What all advisers say, in the order of their registration."""
    return [objection for function in ADVISERS for objection in function(record, version)]


#: Functions (pairs of a live record and its version) that read for many at once what gates and advisers ask of each.
#: They leave it on these objects, which nobody keeps.
READERS: list[Callable[[list[tuple[models.Model, models.Model]]], None]] = []


def reader(function):
    """Register a reader."""
    READERS.append(function)
    return function


def read_ahead(pairs: list[tuple[models.Model, models.Model]]) -> None:
    """Before many records are asked one after the other: the queries of one, for all of them."""
    for function in READERS if pairs else ():
        function(pairs)
