"""Words in SQLite's FTS5: one table a language, the key of the edition as its rowid."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db import connection

from bilingual.languages import LANGUAGES, suffix

from ..expressions import All, Expression, Phrase
from . import Question, Stored
from .asking import answers_of
from .placed import MARK, in_heads, in_names

#: Columns keep phrases apart. The signs are inside our tokens, and FTS5 would otherwise split at them.
_CREATE = """CREATE VIRTUAL TABLE {table} USING fts5(
    names, title, text, sounds, facets, in_names, in_heads,
    tokenize="unicode61 remove_diacritics 0 tokenchars '.~^:-_/'")"""


def table(language: str) -> str:
    return f"search_index_words_{suffix(language)}"


class SQLiteBackend:
    def create(self, schema_editor) -> None:
        for language in LANGUAGES:
            schema_editor.execute(_CREATE.format(table=table(language)))

    def drop(self, schema_editor) -> None:
        for language in LANGUAGES:
            schema_editor.execute(f"DROP TABLE {table(language)}")

    def write(self, language: str, editions: Iterable[Stored]) -> None:
        rows = [(edition.key, *map(" ".join, _columns(edition))) for edition in editions]
        with connection.cursor() as cursor:
            cursor.executemany(
                f"INSERT INTO {table(language)} (rowid, names, title, text, sounds, facets, in_names, in_heads)"
                " VALUES (%s, %s, %s, %s, %s, %s, %s, %s)",
                rows,
            )

    def erase(self, language: str, keys: Iterable[int]) -> None:
        with connection.cursor() as cursor:
            cursor.executemany(f"DELETE FROM {table(language)} WHERE rowid = %s", [(key,) for key in keys])

    def ask(self, language: str, questions: list[Question], *, at: datetime) -> list[list[int]]:
        moment = connection.ops.adapt_datetimefield_value(at)
        return answers_of([_select(table(language), question, moment) for question in questions])

    def size(self) -> int:
        with connection.cursor() as cursor:
            cursor.execute("SELECT sum(pgsize) FROM dbstat WHERE name LIKE 'search_index_%%'")
            return cursor.fetchone()[0] or 0


def _select(words: str, question: Question, moment) -> tuple[str, list]:
    span, values = "", [_match(question)]
    if question.first is not None:
        span += f" AND {words}.rowid >= %s"
        values.append(question.first)
    if question.last is not None:
        span += f" AND {words}.rowid < %s"
        values.append(question.last)
    sql = (
        f"SELECT {words}.rowid AS key FROM {words} CROSS JOIN search_index_publicentry entry"
        f" ON entry.id = {words}.rowid WHERE {words} MATCH %s{span}"
        " AND entry.live_from <= %s AND (entry.live_until IS NULL OR entry.live_until > %s)"
        f" ORDER BY {words}.rowid DESC LIMIT %s"
    )
    return sql, [*values, moment, moment, question.limit]


def _columns(edition: Stored) -> tuple[list[str], ...]:
    words = (edition.names, edition.title, edition.text, edition.sounds, edition.facets)
    return (*words, in_names(edition), in_heads(edition))


def _match(question: Question) -> str:
    words = _written(question.expression, MARK[question.place])
    return " AND ".join([f"({words})", *(f'facets : "{facet}"' for facet in question.facets)])


def _written(expression: Expression, mark: str) -> str:
    if isinstance(expression, Phrase):
        tokens = " ".join(mark + token for token in expression.tokens)
        return f'"{tokens}"{" *" if expression.is_open else ""}'
    sign = " AND " if isinstance(expression, All) else " OR "
    return sign.join(f"({_written(part, mark)})" for part in expression.parts)
