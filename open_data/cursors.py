"""Where the next page of a list begins: the keys of the last record, signed, and bound to the question.

A page begins behind a record, not at a number, so that nothing is shown twice or passed over when records come and go.
"""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from uuid import UUID

from django.core.signing import BadSignature, Signer
from django.db.models import Model, Q

LONGEST = 400


class WrongCursor(ValueError):
    """Altered, cut, made by another site, or for another question."""


def _signer(question: str) -> Signer:
    return Signer(salt=f"open_data.cursors:{question}")


def cursor_after(record: Model, order: tuple[str, ...], question: str) -> str:
    """The cursor of the page behind a record. ``question`` names the list and what it was asked for."""
    values = [_packed(getattr(record, name.lstrip("-"))) for name in order]
    return _signer(question).sign_object(values)


def behind(cursor: str, order: tuple[str, ...], model: type[Model], question: str) -> Q:
    """The condition of the records behind a cursor. Raises WrongCursor."""
    try:
        if len(cursor) > LONGEST:
            raise WrongCursor
        values = _signer(question).unsign_object(cursor)
        fields = [
            model._meta.get_field(name.lstrip("-")) if name.lstrip("-") != "pk" else model._meta.pk
            for name in order
        ]
        keys = [field.to_python(value) for field, value in zip(fields, values, strict=True)]
    except (BadSignature, ValueError, TypeError) as error:
        raise WrongCursor from error
    condition = Q()
    for place in reversed(range(len(order))):
        name = order[place].lstrip("-")
        beyond = Q(**{f"{name}__{'lt' if order[place].startswith('-') else 'gt'}": keys[place]})
        condition = beyond | (Q(**{name: keys[place]}) & condition) if condition else beyond
    return condition


def _packed(value: object) -> object:
    match value:
        case datetime():
            return value.isoformat()
        case UUID() | Decimal():
            return str(value)
        case int() | str() | None:
            return value
    return value.isoformat()
