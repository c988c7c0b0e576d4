"""What a cell stands for: read by the rules of its field, or reported in sentences."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _

from bilingual.fields import read_period
from evidence.models import YUAN
from publishing.snapshots import stored_value

from ..amounts import Amount, read_amount
from ..columns import WORD, Column, Context, folded, siblings_named, too_long
from ..formats.grid import Cell, Fault, Month, Share, plain

PERCENT = "percent"
#: How people say it in cells, beside the two words of each language.
YES = {"yes", "true", "y", "x", "1", "是", "对", "√", "✓"}
NO = {"no", "false", "n", "0", "否", "不是", "×"}
_TOO_LONG = re.compile(r"⟦[0-9]+ · [0-9a-f]{16}⟧")


def take(column: Column, cell: Cell, before, context: Context, scratch: models.Model):
    """The value that a cell stands for, as snapshots hold it; ``before`` is the one that was there.

    ``scratch`` is an instance of the model that nobody needs. Raises ValidationError with sentences for people.
    """
    if isinstance(cell, Fault):
        raise ValidationError(cell.text)
    if column.is_many:
        return _several(column, cell, context)
    new = _read(column, cell, before, context)
    if column.is_reference:
        if new is None and not column.field.null:
            raise ValidationError(column.field.error_messages["null"])
        return new
    setattr(scratch, column.field.attname, column.field.clean(new, scratch))
    return _as_before(column.field, stored_value(column.field, scratch), before)


def _as_before(field: models.Field, new, before):
    """The stored spelling of what has not changed, so that 1 and 1.00 are not told as a change."""
    if new in (None, "") and before in (None, ""):
        return before
    if isinstance(field, models.DecimalField) and new not in (None, ""):
        number = Decimal(str(new)).quantize(Decimal(1).scaleb(-field.decimal_places))
        return before if before not in (None, "") and Decimal(str(before)) == number else str(number)
    return new


def _read(column: Column, cell: Cell, before, context: Context):
    if is_blank(cell):
        if column.is_yes_or_no and not column.field.null:
            raise ValidationError(_("Enter yes or no."))
        return None if column.is_reference else column.empty
    if column.is_sibling:
        return _sibling(context.siblings.get(column.field.related_model, {}), plain(cell).strip())
    if column.is_reference:
        return _reference(column, plain(cell), context)
    if column.is_yes_or_no:
        return yes_or_no(cell)
    if column.field.choices:
        return _code(column, cell)
    if column.is_number:
        return _number(column, cell)
    if column.is_day:
        return _day(cell)
    if column.is_period:
        return _period(cell)
    return _text(column, cell, before)


def is_blank(cell: Cell) -> bool:
    return cell is None or (isinstance(cell, str) and not cell.strip())


def _reference(column: Column, name: str, context: Context):
    try:
        return context.references.find(column.field.related_model, name)
    except ValueError as error:
        raise ValidationError(str(error)) from error


def _several(column: Column, cell: Cell, context: Context) -> list:
    faults, found = [], set()
    for name in filter(None, (name.strip() for name in re.split(r"[;；\n]", plain(cell)))):
        try:
            found.add(_reference(column, name, context))
        except ValidationError as error:
            faults.append(error)
    if faults:
        raise ValidationError(faults)
    return sorted(found, key=str)


def _sibling(rows: dict[str, dict], text: str) -> str:
    found = [text] if text in rows else siblings_named(rows, text)
    if len(found) == 1:
        return found[0]
    if found:
        raise ValidationError(_("This record has more than one “%(name)s”.") % {"name": text[:80]})
    raise ValidationError(_("This record has no “%(name)s”.") % {"name": text[:80]})


def yes_or_no(cell: Cell) -> bool:
    """Raises ValidationError for what is neither."""
    said = folded(plain(cell).partition(WORD.strip())[0])
    if said in YES:
        return True
    if said in NO:
        return False
    raise ValidationError(_("Enter yes or no."))


def _code(column: Column, cell: Cell) -> str:
    said = plain(cell)
    for candidate in (said, said.partition(WORD.strip())[0]):
        if (code := column.codes.get(folded(candidate))) is not None:
            return code
    raise ValidationError(
        _("“%(text)s” is not one of the values allowed in this column: %(allowed)s.")
        % {"text": said[:60], "allowed": " · ".join(column.choices)}
    )


# Numbers


def _number(column: Column, cell: Cell) -> Decimal | int:
    number, currency, is_share = amount_in(cell)
    if currency is not None and currency != _currency_of(column):
        raise ValidationError(_("This column is in another currency or has no currency."))
    if is_share and column.key != "value":
        raise ValidationError(_("A percentage is not allowed here."))
    if isinstance(column.field, models.IntegerField):
        if number != number.to_integral_value():
            raise ValidationError(_("Enter a whole number here."))
        return int(number)
    return number


def amount_in(cell: Cell) -> Amount:
    """The number of a cell, with what was written around it. Raises ValidationError."""
    if isinstance(cell, Share):
        return Amount(cell.number, None, True)
    if isinstance(cell, Decimal | int) and not isinstance(cell, bool):
        return Amount(Decimal(cell))
    if not isinstance(cell, str):
        raise ValidationError(_("Enter a number here."))
    try:
        return read_amount(cell)
    except ValueError as error:
        raise ValidationError(str(error)) from error


def _currency_of(column: Column) -> str | None:
    if "usd" in column.key:
        return "USD"
    return "CNY" if column.key == "value" or column.key.startswith("amount") else None


def check_unit(cell: Cell, unit: str | None) -> None:
    """Raise ValidationError when a figure is written as a percentage or money and its unit says otherwise."""
    _number_, currency, is_share = amount_in(cell)
    if is_share and unit != PERCENT:
        raise ValidationError(_("This is written as a percentage, but the unit is not a percentage."))
    if currency and unit != YUAN:
        raise ValidationError(_("This is written as an amount of money, but the unit is not a currency."))


# Days and words


def _day(cell: Cell) -> date:
    if isinstance(cell, date):
        return cell
    period = None
    if isinstance(cell, str):
        try:
            period = read_period(cell)
        except ValidationError:
            period = None
    if period is None or period.start != period.end:
        raise ValidationError(_("Enter a date here, for example 2026-05-04."))
    return period.start


def _period(cell: Cell) -> str:
    if isinstance(cell, bool | Share):
        raise ValidationError(_("Enter a date here, for example 2026-05-04."))
    return plain(cell)


def _text(column: Column, cell: Cell, before) -> str:
    if isinstance(cell, date | Month | bool | Share):
        raise ValidationError(
            _(
                "Text belongs here, but the spreadsheet program has turned it into something else. Format "
                "the cell as text."
            )
        )
    text = plain(cell)
    if _TOO_LONG.fullmatch(text.strip()):
        if isinstance(before, str) and text.strip() == too_long(before):
            return before
        raise ValidationError(_("The text was too long for a cell and has since changed here."))
    return text if isinstance(column.field, models.TextField) else text.strip()
