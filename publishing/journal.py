"""What is erased leaves the journal of the database too."""

from __future__ import annotations

from django.db import connection, transaction


def empty_journal() -> None:
    """Have the journal emptied when this transaction has ended. The erasure has happened by then: a journal that
    cannot be emptied at that moment is a line in the log, and goes with the next erasure."""
    transaction.on_commit(_empty, robust=True)


def _empty() -> None:
    """SQLite keeps earlier states of pages in its journal until it is written back; PostgreSQL tidies up by itself.

    What a reader still needs stays for the moment.
    """
    if connection.vendor == "sqlite" and not connection.in_atomic_block:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
