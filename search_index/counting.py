"""How many of the hits are of which kind and section."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection

from django.db import connection

from .models import PublicEntry


def tally(keys: Collection[int]) -> Counter[tuple[str, str]]:
    """Numbers of entries by kind and section. One query, none for no keys."""
    if not keys:
        return Counter()
    # Written out: a thousand parameters cost the ORM more time than the database needs for the answer.
    listed = ", ".join(str(int(key)) for key in keys)
    sql = (
        f"SELECT kind, section, count(*) FROM {PublicEntry._meta.db_table} WHERE id IN ({listed})"
        " GROUP BY kind, section"
    )
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return Counter({(kind, section): number for kind, section, number in cursor.fetchall()})
