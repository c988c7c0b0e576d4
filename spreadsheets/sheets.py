"""What of a kind of record stands in a file: one table for the records, and one for each kind of their parts.

A feature describes its records once and registers the description; export, template, import and pages follow from it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property

from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from bilingual.languages import LANGUAGES, column
from publishing.columns import part_relations

from .columns import Column, column_for

VERSION, PART_KEY, REMOVE = "version", "id", "remove"
LABELS = {
    VERSION: _("Version"),
    PART_KEY: _("Row key"),
    REMOVE: _("Remove this row"),
}
HELPS = {
    VERSION: _("Leave this as it is: it shows what the content was when the file was made."),
    PART_KEY: _("Leave this as it is. If empty: a new row, or the one with the same names."),
    REMOVE: _("Enter yes to remove this row from the record."),
}


@dataclass(frozen=True, eq=False)
class Table:
    """``fields`` are base names; a translated one stands for a column in each language.

    ``natural`` names the fields by which a row without a key is found again. ``parent`` is the name of the column that
    says to which record a part belongs; empty for the records themselves.
    """

    name: str
    model: type[models.Model]
    fields: tuple[str, ...]
    natural: tuple[str, ...] = ()
    parent: str = ""
    keys: tuple[str, ...] = ()
    help: dict[str, Promise] = field(default_factory=dict)

    @property
    def title(self) -> str:
        return self.model._meta.verbose_name_plural

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """Every column in the order of the file, those that lead first."""
        if self.parent:
            owner = self.model._meta.get_field(self.parent).related_model
            leading = (Column(self.parent, label=owner._meta.verbose_name), self._special(PART_KEY))
            return (*leading, self._special(VERSION), *self.content, self._special(REMOVE))
        return (self._content_column("slug"), self._special(VERSION), *self.content)

    @cached_property
    def content(self) -> tuple[Column, ...]:
        """The columns that hold content, in both languages."""
        return tuple(
            self._content_column(name) for base in self.fields for name in _in_languages(self.model, base)
        )

    @cached_property
    def by_key(self) -> dict[str, Column]:
        return {one.key: one for one in self.columns}

    def natural_columns(self) -> tuple[Column, ...]:
        names = [name for base in self.natural for name in _in_languages(self.model, base)]
        return tuple(self.by_key[name] for name in names)

    def _content_column(self, name: str) -> Column:
        return column_for(self.model, name, help=self.help.get(name))

    @staticmethod
    def _special(key: str) -> Column:
        return Column(key, label=LABELS[key], help=HELPS[key])


def _in_languages(model: type[models.Model], base: str) -> list[str]:
    try:
        model._meta.get_field(column(base, LANGUAGES[0]))
    except FieldDoesNotExist:
        return [base]
    return [column(base, language) for language in LANGUAGES]


@dataclass(frozen=True, eq=False)
class Sheet:
    """``keys`` find a record, the first one always; ``name_field`` is the base name of what it is called.

    ``check`` looks at a whole version with its parts and raises ValidationError. ``left_out`` names the content that
    no file holds.
    """

    model: type[models.Model]
    name_field: str
    record: Table
    parts: tuple[Table, ...] = ()
    keys: tuple[str, ...] = ("slug",)
    check: Callable[[models.Model], None] | None = None
    left_out: tuple[str, ...] = ()

    @property
    def tables(self) -> tuple[Table, ...]:
        return (self.record, *self.parts)

    def table(self, name: str) -> Table | None:
        return next((table for table in self.tables if table.name == name), None)

    def relation(self, table: Table) -> str:
        """The name under which a record has the parts of a table."""
        return next(
            name
            for name, relation in part_relations(self.model).items()
            if relation.related_model is table.model
        )


#: By model.
SHEETS: dict[type[models.Model], Sheet] = {}


def register(sheet: Sheet) -> Sheet:
    SHEETS[sheet.model] = sheet
    return sheet
