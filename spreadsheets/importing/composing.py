"""From the rows about one record to the version that they describe, on top of what others wrote meanwhile."""

from __future__ import annotations

import copy
import uuid

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _

from publishing.columns import chosen_relations, content_columns, part_relations
from publishing.drafts.merging import SHARED, merge
from publishing.snapshots import Snapshot, stored_value

from ..columns import Column, Context
from ..formats.grid import plain
from ..references import References
from ..sheets import PART_KEY, REMOVE, Sheet, Table
from .checking import check
from .entries import Change, Entry, Group
from .taking import check_unit, is_blank, take, yes_or_no

Path = tuple[str, ...]


def blank_row(model: type[models.Model]) -> dict:
    """What a record or a part holds before anything was written."""
    scratch = model()
    return {
        "f": {name: stored_value(known.field, scratch) for name, known in content_columns(model).items()},
        "m": {relation.name: [] for relation in chosen_relations(model)},
    }


def blank_snapshot(model: type[models.Model]) -> Snapshot:
    return {**blank_row(model), "c": {name: [] for name in part_relations(model)}}


class Composer:
    """Puts the rows of one group on top of the version that they were made from, and merges.

    ``base`` is that version, ``theirs`` the newest one. ``seed`` gives new parts keys that are the same at every check.
    """

    def __init__(
        self,
        sheet: Sheet,
        group: Group,
        references: References,
        *,
        base: Snapshot,
        theirs: Snapshot,
        may_write: frozenset[str],
        seed: uuid.UUID,
    ):
        self.sheet, self.group, self._may_write, self._seed = sheet, group, may_write, seed
        self._base, self._theirs, self._mine = base, theirs, copy.deepcopy(base)
        self._touched: dict[Path, tuple[Entry, Column | None]] = {}
        self._scratch: dict[type[models.Model], models.Model] = {}
        names = part_relations(sheet.model)
        self._parts = {name: {row["pk"]: row for row in self._mine["c"][name]} for name in names}
        self._context = Context(
            references, {relation.related_model: self._parts[name] for name, relation in names.items()}
        )
        self._new: set[str] = set()

    def compose(self) -> None:
        """Fill in what the group says; faults and changes go to its rows."""
        for entry in self.group.entries:
            if entry.faults:
                continue
            if entry.found.table.parent:
                self._part(entry)
            else:
                self._fill(entry, self._mine, self._base, ())
        for name, rows in self._parts.items():
            self._mine["c"][name] = list(rows.values())
        merged, conflicts = merge(self._base, self._mine, self._theirs)
        for conflict in conflicts:
            self._conflict(conflict)
        self.group.merged = merged
        self.group.is_changed = self.group.pk is None or merged != self._theirs
        self._tell(merged)
        if self.group.is_changed and not any(entry.faults for entry in self.group.entries):
            changed = {path[2] for path in self._touched if len(path) == 5}
            for path, text in check(self.sheet, self.group.record, merged, added=self._new, changed=changed):
                self._fail(path, text)

    # Parts

    def _part(self, entry: Entry) -> None:
        table = entry.found.table
        name = self.sheet.relation(table)
        rows = self._parts[name]
        try:
            pk = self._key_of(entry, table, name)
            removes = yes_or_no(entry.cell(REMOVE)) if not is_blank(entry.cell(REMOVE)) else False
        except ValidationError as error:
            entry.fail(" ".join(error.messages))
            return
        if pk is not None and ("c", name, pk) in self._touched:
            entry.fail(_("Another row of the file refers to the same item."))
            return
        if removes:
            self._remove(entry, name, pk)
            return
        if pk is None:
            pk = str(uuid.uuid5(self._seed, f"{table.name}:{entry.line.number}"))
            if SHARED not in self._may_write:
                entry.fail(_("You may edit one language only and may not add anything."))
                return
            row = {"pk": pk, **blank_row(table.model)}
            row["f"]["position"] = (
                max((one["f"].get("position") or 0 for one in rows.values()), default=-1) + 1
            )
            self._new.add(pk)
            rows[pk] = copy.deepcopy(row)
            entry.deed = "added"
            before = row
        else:
            before = self._known(name, pk)
        self._touched["c", name, pk] = (entry, None)
        self._fill(entry, rows[pk], before, ("c", name, pk))

    def _remove(self, entry: Entry, name: str, pk: str | None) -> None:
        if pk is None:
            entry.fail(_("There is no such row to remove."))
        elif SHARED not in self._may_write:
            entry.fail(_("You may edit one language only and may not remove anything."))
        else:
            self._touched["c", name, pk] = (entry, None)
            del self._parts[name][pk]
            entry.deed = "removed"

    def _known(self, name: str, pk: str) -> dict:
        return next(row for row in self._base["c"][name] if row["pk"] == pk)

    def _key_of(self, entry: Entry, table: Table, name: str) -> str | None:
        """The key of the part that a row is about; None when it is a new one."""
        rows = self._parts[name]
        given = plain(entry.cell(PART_KEY)).strip().lower()
        if given:
            if given not in rows:
                self._take_over(name, given)
            if given not in rows:
                raise ValidationError(
                    _(
                        "This record has no row with this key. The row has been removed or belongs to another "
                        "record."
                    )
                )
            return given
        found = [pk for pk, row in rows.items() if self._is_alike(entry, table, row)]
        if not found:
            found = [
                row["pk"]
                for row in self._theirs["c"][name]
                if row["pk"] not in rows and self._is_alike(entry, table, row)
            ]
            for pk in found:
                self._take_over(name, pk)
        if len(found) > 1:
            raise ValidationError(_("Several rows match this one. Enter the key of the row you mean."))
        return found[0] if found else None

    def _take_over(self, name: str, pk: str) -> None:
        """A part that was added since the file was made is known to both sides."""
        row = next((row for row in self._theirs["c"][name] if row["pk"] == pk), None)
        if row is not None and not any(one["pk"] == pk for one in self._base["c"][name]):
            self._base["c"][name].append(copy.deepcopy(row))
            self._parts[name][pk] = copy.deepcopy(row)

    def _is_alike(self, entry: Entry, table: Table, row: dict) -> bool:
        """Whether a row without a key says the same where a part of this kind is known by."""
        given = [column for column in table.natural_columns() if entry.has(column.key)]
        words = [column for column in given if column.language]
        is_said = False
        for column in given:
            cell = entry.cell(column.key)
            if column.language and is_blank(cell):
                continue
            value = row["f"].get(column.field.attname)
            if not self._says(column, cell, value):
                return False
            is_said = is_said or not is_blank(cell)
        return is_said and (not words or any(not is_blank(entry.cell(one.key)) for one in words))

    def _says(self, column: Column, cell, value) -> bool:
        if column.is_as_shown(cell, value, self._context):
            return True
        try:
            return take(column, cell, value, self._context, self._scratch_of(column)) == value
        except ValidationError:
            return False

    # Fields

    def _fill(self, entry: Entry, row: dict, before: dict, path: Path) -> None:
        is_new = self.group.pk is None if not path else path[-1] in self._new
        for column, cell in entry.cells.items():
            if column.field is None or (is_new and is_blank(cell)) or column.key == "slug":
                continue
            side, name = ("m", column.field.name) if column.is_many else ("f", column.field.attname)
            old = before[side].get(name)
            if column.is_as_shown(cell, old, self._context):
                continue
            try:
                new = take(column, cell, old, self._context, self._scratch_of(column))
            except ValidationError as error:
                entry.fail(" ".join(error.messages), column)
                continue
            if new == old:
                continue
            if (column.language or SHARED) not in self._may_write:
                entry.fail(_("You may not fill in this column."), column)
                continue
            row[side][name] = new
            self._touched[(*path, side, name)] = (entry, column)
        self._check_unit(entry, row)

    def _check_unit(self, entry: Entry, row: dict) -> None:
        column = next((one for one in entry.cells if one.key == "value"), None)
        if (
            column is None
            or is_blank(entry.cells[column])
            or any(one is column for one, _text in entry.faults)
        ):
            return
        try:
            check_unit(entry.cells[column], row["f"].get("unit"))
        except ValidationError as error:
            entry.fail(" ".join(error.messages), column)

    def _scratch_of(self, column: Column) -> models.Model:
        return self._scratch.setdefault(column.field.model, column.field.model())

    # What came of it

    def _conflict(self, conflict) -> None:
        path = tuple(conflict.path)
        if len(path) == 2:
            path = ("f", path[1])
        elif len(path) == 4:
            path = (*path[:3], "f", path[3])
        entry, column = self._touched.get(path, (self.group.entries[0], None))
        if column is None:
            entry.fail(
                _(
                    "Someone else has changed or removed this row in the meantime. Export again and edit "
                    "the new file."
                )
            )
            return
        text = _("Someone else has written here in the meantime: “%(theirs)s”. The file says: “%(mine)s”.")
        entry.fail(
            text
            % {
                "theirs": plain(column.show(conflict.theirs, self._context))[:300],
                "mine": plain(column.show(conflict.mine, self._context))[:300],
            },
            column,
        )

    def _fail(self, path: Path, text: str) -> None:
        """Say a fault where the file says what is at fault: at the cell, else at its row, else at the first row."""
        row = path[:3] if path[:1] == ("c",) else ()
        entry, _none = self._touched.get(row, (self.group.entries[0], None))
        name = path[-1] if len(path) > len(row) else ""
        column = next((one for one in entry.cells if name and one.key == name), None)
        entry.fail(text, column)

    def _tell(self, merged: Snapshot) -> None:
        for path, (entry, column) in self._touched.items():
            if column is None:
                continue
            old, new = self._at(self._theirs, path), self._at(merged, path)
            if old != new:
                shown = [plain(column.show(value, self._context)) for value in (old, new)]
                entry.changes.append(Change(column, *shown))

    @staticmethod
    def _at(snapshot: Snapshot, path: Path):
        if path[0] != "c":
            return snapshot[path[0]].get(path[1])
        row = next((row for row in snapshot["c"][path[1]] if row["pk"] == path[2]), None)
        return row[path[3]].get(path[4]) if row else None
