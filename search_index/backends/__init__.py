"""What a database has to offer to hold the words. docs/search-index.md says what a further one would implement."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from django.db import connection

from ..expressions import Expression, Place


@dataclass(frozen=True)
class Stored:
    """The words of one edition: token lists as ``words`` makes them; and when it is live."""

    key: int
    live_from: datetime
    live_until: datetime | None
    names: list[str]
    title: list[str]
    text: list[str]
    #: Syllables and first letters.
    sounds: list[str]
    #: As ``facet:value``.
    facets: list[str]


@dataclass(frozen=True)
class Question:
    """Words, the place where they have to stand, facets that have to hold, a span of keys (its end excluded), and how
    many of the newest answers are wanted."""

    expression: Expression
    place: Place = Place.ANYWHERE
    facets: tuple[str, ...] = ()
    first: int | None = None
    last: int | None = None
    limit: int = 1000


class Backend(Protocol):
    def create(self, schema_editor) -> None:
        """Make the tables of words, in a migration."""

    def drop(self, schema_editor) -> None: ...

    def write(self, language: str, editions: Iterable[Stored]) -> None:
        """Store editions whose keys are free, within the transaction that is open."""

    def erase(self, language: str, keys: Iterable[int]) -> None: ...

    def ask(self, language: str, questions: list[Question], *, at: datetime) -> list[list[int]]:
        """To each question the keys of the live editions that answer it, newest first. One query for all."""

    def size(self) -> int:
        """Bytes that the words take."""


def backend() -> Backend:
    """That of the default database."""
    if connection.vendor == "postgresql":
        from .postgresql import PostgreSQLBackend

        return PostgreSQLBackend()
    from .sqlite import SQLiteBackend

    return SQLiteBackend()
