"""Words in PostgreSQL: a tsvector for each edition, written word by word, so that no parser of the server is asked and
every locale gives the same hits."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db import connection

from bilingual.languages import LANGUAGES, suffix

from ..expressions import All, Expression, Phrase
from . import Question, Stored
from .ages import Age, ages, marks_of
from .asking import answers_of
from .placed import MARK, in_heads, in_names

#: Positions that a tsvector can tell apart.
_LAST_POSITION = 16383
#: Places of one word that are kept; a tsvector holds no more.
MOST_PLACES = 255
#: Between two fields, so that no phrase begins in one and ends in the next.
_GAP = 8


def table(language: str) -> str:
    return f"search_index_words_{suffix(language)}"


class PostgreSQLBackend:
    def create(self, schema_editor) -> None:
        for language in LANGUAGES:
            name = table(language)
            schema_editor.execute(
                f"CREATE TABLE {name} (key bigint PRIMARY KEY, live_from timestamptz NOT NULL,"
                " live_until timestamptz, words tsvector NOT NULL) WITH (toast_tuple_target = 8160)"
            )
            # Reading a common word's newest texts looks into thousands of rows: packed ones would take twice as long.
            schema_editor.execute(f"ALTER TABLE {name} ALTER COLUMN words SET STORAGE MAIN")
            schema_editor.execute(
                f"CREATE INDEX {name}_gin ON {name} USING gin (words) WITH (fastupdate = off)"
            )

    def drop(self, schema_editor) -> None:
        for language in LANGUAGES:
            schema_editor.execute(f"DROP TABLE {table(language)}")

    def write(self, language: str, editions: Iterable[Stored]) -> None:
        rows = [(one.key, one.live_from, one.live_until, _vector(one)) for one in editions]
        with connection.cursor() as cursor:
            values = ", ".join(["(%s, %s, %s, %s::tsvector)"] * len(rows))
            cursor.execute(
                f"INSERT INTO {table(language)} (key, live_from, live_until, words) VALUES {values}",
                [value for row in rows for value in row],
            )

    def erase(self, language: str, keys: Iterable[int]) -> None:
        with connection.cursor() as cursor:
            cursor.execute(f"DELETE FROM {table(language)} WHERE key = ANY(%s)", [list(keys)])

    def ask(self, language: str, questions: list[Question], *, at: datetime) -> list[list[int]]:
        return answers_of([_select(table(language), question, at) for question in questions])

    def size(self) -> int:
        names = [
            *map(table, LANGUAGES),
            "search_index_publicentry",
            "search_index_name",
            "search_index_spelling",
        ]
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT sum(pg_total_relation_size(name::regclass)) FROM unnest(%s) AS name", [names]
            )
            return int(cursor.fetchone()[0])


def _select(words: str, question: Question, at: datetime) -> tuple[str, list]:
    """The newest age first; an older one is not looked into when the newer ones had enough."""
    parts, values = [], []
    for age in ages(at, question.first, question.last):
        sql, asked = _select_of(age, words, question, at)
        parts.append(f"({sql})")
        values += asked
    if not parts:
        return f"SELECT key FROM {words} WHERE false", []
    return f"SELECT key FROM ({' UNION ALL '.join(parts)}) AS newest_first LIMIT %s", [
        *values,
        question.limit,
    ]


def _select_of(age: Age, words: str, question: Question, at: datetime) -> tuple[str, list]:
    # Where the words themselves say the age, the key is hidden from the planner: it would read all keys of the age, or
    # the table backwards through all that does not answer.
    key = "key + 0" if age.marks else "key"
    span, values = "", [_query(question, age)]
    if age.first is not None:
        span += f" AND {key} >= %s"
        values.append(age.first)
    if age.last is not None:
        span += f" AND {key} < %s"
        values.append(age.last)
    sql = (
        f"SELECT key FROM {words} WHERE words @@ %s::tsquery{span}"
        " AND live_from <= %s AND (live_until IS NULL OR live_until > %s) ORDER BY key + 0 DESC LIMIT %s"
    )
    return sql, [*values, at, at, question.limit]


def _vector(edition: Stored) -> str:
    fields = (
        edition.names,
        edition.title,
        edition.sounds,
        edition.text,
        in_names(edition),
        in_heads(edition),
    )
    places: dict[str, list[int]] = {mark: [1] for mark in (*edition.facets, *marks_of(edition.key))}
    position = 1
    for tokens in fields:
        position += _GAP
        for token in tokens:
            position += 1
            places.setdefault(token, []).append(min(position, _LAST_POSITION))
    return " ".join(
        f"{_quoted(token)}:{','.join(map(str, found[:MOST_PLACES]))}" for token, found in places.items()
    )


def _quoted(token: str) -> str:
    return "'" + token.replace("\\", "\\\\").replace("'", "''") + "'"


def _query(question: Question, age: Age) -> str:
    parts = [f"({_written(question.expression, MARK[question.place])})", *map(_quoted, question.facets)]
    if age.marks:
        parts.append(f"({' | '.join(map(_quoted, age.marks))})")
    return " & ".join(parts)


def _written(expression: Expression, mark: str) -> str:
    if isinstance(expression, Phrase):
        ends = [""] * (len(expression.tokens) - 1) + [":*" if expression.is_open else ""]
        pieces = zip(expression.tokens, ends, strict=True)
        return " <-> ".join(_quoted(mark + token) + end for token, end in pieces)
    sign = " & " if isinstance(expression, All) else " | "
    return sign.join(f"({_written(part, mark)})" for part in expression.parts)
