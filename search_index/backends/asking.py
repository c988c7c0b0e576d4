"""Several questions put to the database at once."""

from __future__ import annotations

from django.db import connection


def answers_of(selects: list[tuple[str, list]]) -> list[list[int]]:
    """The keys that each SELECT of a ``key`` finds, in the order of each; one query for all.

    selects: the SQL of each, and the values of its places.
    """
    parts = [
        f"SELECT {number}, key FROM ({sql}) AS answer_{number}"
        for number, (sql, _values) in enumerate(selects)
    ]
    answers: list[list[int]] = [[] for _select in selects]
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(parts), [value for _sql, values in selects for value in values])
        for number, key in cursor.fetchall():
            answers[number].append(key)
    return answers
