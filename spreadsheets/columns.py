"""One column of a table: what it is called, and how its values stand in a cell."""

from __future__ import annotations

import hashlib
import unicodedata
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cached_property

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import override

from bilingual.fields import PeriodField
from bilingual.languages import LANGUAGES, active_language, column
from bilingual.signs import readable
from publishing.columns import content_columns, part_parent
from publishing.models import Part

from .formats.grid import Cell, plain
from .references import References

#: Between a code and the word for it, which is there for people alone.
WORD = " | "
#: Between several names in one cell.
BETWEEN = "; "
#: A cell of a workbook holds 32,767 signs (ECMA-376); what makes a formula harmless is one of them.
LONGEST = 32_000


@dataclass(frozen=True)
class Context:
    """What cells are written and read with: names of records, and the parts of the same record by their model."""

    references: References
    siblings: dict[type[models.Model], dict[str, dict]] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class Column:
    """A column without a field leads: it says which record, version or row is meant."""

    key: str
    label: object = ""
    help: object = ""
    field: models.Field | None = None
    language: str | None = None

    @property
    def heading(self) -> str:
        text = str(self.label)
        return text[:1].upper() + text[1:]

    @cached_property
    def headings(self) -> frozenset[str]:
        """How the column is called in files: by its key, and by its heading in each language."""
        found = {folded(self.key)}
        for language in LANGUAGES:
            with override(language):
                found.add(folded(self.heading))
        return frozenset(found)

    # Kinds

    @property
    def is_many(self) -> bool:
        return isinstance(self.field, models.ManyToManyField)

    @property
    def is_reference(self) -> bool:
        return isinstance(self.field, models.ForeignKey)

    @cached_property
    def is_sibling(self) -> bool:
        """Whether a part points at another part of the same record, as an award at a facility."""
        if not self.is_reference or not issubclass(self.field.related_model, Part):
            return False
        own, other = part_parent(self.field.model), part_parent(self.field.related_model)
        return own is not None and own.related_model is other.related_model

    @property
    def is_number(self) -> bool:
        return isinstance(self.field, models.DecimalField | models.IntegerField)

    @property
    def is_yes_or_no(self) -> bool:
        return isinstance(self.field, models.BooleanField)

    @property
    def is_day(self) -> bool:
        return isinstance(self.field, models.DateField)

    @property
    def is_period(self) -> bool:
        return isinstance(self.field, PeriodField)

    @property
    def empty(self):
        """What an empty cell stands for."""
        if self.is_many:
            return []
        return None if self.field.null else ""

    # Words of a vocabulary

    @cached_property
    def words(self) -> dict[str, dict[str, str]]:
        """By language: the word for each code."""
        found = {}
        for language in LANGUAGES:
            with override(language):
                if self.is_yes_or_no:
                    found[language] = {"yes": _("yes"), "no": _("no")}
                else:
                    found[language] = {str(code): str(word) for code, word in self.field.flatchoices if code}
        return found

    @cached_property
    def codes(self) -> dict[str, str]:
        """By a word or a code, without what people do not see: the code."""
        by_word = {folded(word): code for words in self.words.values() for code, word in words.items()}
        return by_word | {folded(code): code for code in self.words[LANGUAGES[0]]}

    @property
    def choices(self) -> list[str]:
        """What may stand in the column, as a file writes it; empty where anything may."""
        if self.field is None or not (self.field.choices or self.is_yes_or_no):
            return []
        return [self._with_word(code) for code in self.words[LANGUAGES[0]]]

    def _with_word(self, code: str) -> str:
        word = self.words[active_language()].get(code, code)
        return code if word == code else f"{code}{WORD}{word}"

    # Writing

    def show(self, value, context: Context) -> Cell:
        """The cell for a value of a snapshot. Text is not defused yet."""
        if value in (None, "", []):
            return None
        if self.is_many:
            return BETWEEN.join(context.references.name(self.field.related_model, pk) for pk in value)
        if self.is_sibling:
            return sibling_name(context.siblings.get(self.field.related_model, {}), str(value))
        if self.is_reference:
            return context.references.name(self.field.related_model, value)
        if self.is_yes_or_no:
            return self._with_word("yes" if value else "no")
        if self.field.choices:
            return self._with_word(str(value))
        if self.is_number:
            return Decimal(str(value))
        if self.is_day:
            return date.fromisoformat(str(value))
        return _fitting(str(value))

    def is_as_shown(self, cell: Cell, value, context: Context) -> bool:
        """Whether a cell still is what ``show`` makes of a value: then nothing of it needs to be read."""
        return plain(cell) == plain(self.show(value, context))


def column_for(model: type[models.Model], name: str, *, help: object = None) -> Column:
    """The column of a field, by its name."""
    model_field = model._meta.get_field(name)
    known = content_columns(model).get(getattr(model_field, "attname", name))
    text = help or getattr(model_field, "help_text", "")
    return Column(name, model_field.verbose_name, text, model_field, known.language if known else None)


def folded(text: object) -> str:
    """A name without what people do not see: case, width, runs of spaces."""
    return " ".join(unicodedata.normalize("NFKC", str(text)).split()).casefold()


# Long texts


def _fitting(text: str) -> str:
    """A text that a cell can hold; one that is too long is left out, and said to be."""
    return readable(text) if len(text) <= LONGEST else too_long(text)


def too_long(text: str) -> str:
    """What stands for a text that no cell can hold: its length and its digest."""
    return f"⟦{len(text)} · {hashlib.sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}⟧"


# Other parts of the same record


def _names_in(row: dict) -> list[str]:
    names = (row["f"].get(column("name", language)) for language in LANGUAGES)
    return [name for name in names if name]


def sibling_name(rows: dict[str, dict], pk: str) -> str:
    """What a file calls another part of the same record: its name where that is its own, else its key."""
    for name in _names_in(rows[pk]) if pk in rows else ():
        if siblings_named(rows, name) == [pk]:
            return name
    return pk


def siblings_named(rows: dict[str, dict], name: str) -> list[str]:
    """Keys of the parts that have a name in either language."""
    wanted = folded(name)
    return [pk for pk, row in rows.items() if wanted in map(folded, _names_in(row))]
