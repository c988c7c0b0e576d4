"""Records as rows, one after the other, so that any number of them costs the memory of a few."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.db import models

from ..columns import Context
from ..formats.grid import Cell
from ..importing.versions import AT_ONCE, Version, newest_of, seen_by
from ..references import References
from ..sheets import PART_KEY, VERSION, Sheet, Table


def rows_of(
    sheet: Sheet, tables: list[Table], records: Iterable[models.Model], user
) -> Iterator[tuple[Table, list[Cell]]]:
    """(table, cells) of the newest version of each record that a person may see.

    The rows of a record come together; each table's are in the order of the records.
    """
    references = References()
    relations = {table: sheet.relation(table) for table in tables if table.parent}
    for version in newest_of(records):
        shown = seen_by(user, version)
        context = _context(sheet, references, shown)
        for table in tables:
            if not table.parent:
                yield table, _record_row(table, shown, context)
                continue
            for row in shown.snapshot["c"][relations[table]]:
                yield table, _part_row(table, shown, row, context)


def in_order(queryset: models.QuerySet) -> Iterator[models.Model]:
    """The rows of a list in its order, a few at a time; rows that come or go meanwhile are no matter."""
    keys = list(queryset.values_list("pk", flat=True))
    for start in range(0, len(keys), AT_ONCE):
        some = keys[start : start + AT_ONCE]
        found = queryset.model._base_manager.in_bulk(some)
        yield from (found[key] for key in dict.fromkeys(some) if key in found)


def _context(sheet: Sheet, references: References, version: Version) -> Context:
    siblings = {
        table.model: {row["pk"]: row for row in version.snapshot["c"][sheet.relation(table)]}
        for table in sheet.parts
    }
    return Context(references, siblings)


def _record_row(table: Table, version: Version, context: Context) -> list[Cell]:
    # The address of the row is the key: that of a draft may be another one.
    leading = {"slug": version.record.slug, VERSION: version.number}
    return [_cell(column, version.snapshot, leading, context) for column in table.columns]


def _part_row(table: Table, version: Version, row: dict, context: Context) -> list[Cell]:
    leading = {table.parent: version.record.slug, PART_KEY: row["pk"], VERSION: version.number}
    return [_cell(column, row, leading, context) for column in table.columns]


def _cell(column, row: dict, leading: dict, context: Context) -> Cell:
    if column.key in leading:
        return leading[column.key]
    if column.field is None:
        return None
    value = row["m"].get(column.field.name) if column.is_many else row["f"].get(column.field.attname)
    return column.show(value, context)
