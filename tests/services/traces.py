"""Looking for a person in everything that the portal keeps: every table, the database's files, caches, folders."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from django.core.cache import caches
from django.db import connection


def in_database(words: Iterable[str]) -> list[tuple[str, str]]:
    """(table, column) of each value that holds one of the words: whatever is stored, in whatever table."""
    found = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            names = [column[0] for column in cursor.description]
            for row in cursor.fetchall():
                found += [
                    (table, name) for name, value in zip(names, row, strict=True) if _holds(value, words)
                ]
    return found


def in_folder(folder: Path, words: Iterable[str]) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file() and _holds(path.read_bytes(), words)]


def in_caches(words: Iterable[str]) -> list[str]:
    """The keys of what is kept in the memory of this process."""
    kept = [(key, value) for cache in caches.all() for key, value in getattr(cache, "_cache", {}).items()]
    return [key for key, value in kept if _holds(key, words) or _holds(value, words)]


def in_database_files(words: Iterable[str]) -> list[Path]:
    """The files of SQLite that hold a word, free pages and journal included; none where a server keeps them."""
    if connection.vendor != "sqlite":
        return []
    file = Path(connection.settings_dict["NAME"])
    return [path for path in (file, *file.parent.glob(f"{file.name}-*")) if _holds(path.read_bytes(), words)]


def _holds(value: object, words: Iterable[str]) -> bool:
    text = bytes(value).decode("utf-8", "replace") if isinstance(value, bytes | memoryview) else str(value)
    return any(word in text.casefold() for word in words)
