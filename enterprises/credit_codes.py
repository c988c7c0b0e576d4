"""Unified social credit codes (GB 32100-2015): 18 characters, the last one a check digit."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

#: Digits of the code, in the order of their values; I, O, S, V and Z are not used.
ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
LENGTH = 18


def check_digit(body: str) -> str:
    """The 18th character for the first 17. Raises ValueError for a character outside the alphabet."""
    total = sum(ALPHABET.index(character) * pow(3, place, 31) for place, character in enumerate(body))
    return ALPHABET[-total % 31]


def validate_credit_code(code: str) -> None:
    """Raise ValidationError, saying what is wrong, unless the code is well formed and its check digit fits."""
    if len(code) != LENGTH:
        raise ValidationError(_("A unified social credit code has 18 characters."), code="length")
    try:
        expected = check_digit(code[:-1])
    except ValueError:
        raise ValidationError(
            _(
                "A unified social credit code contains only digits and capital letters, excluding I, O, "
                "S, V and Z."
            ),
            code="alphabet",
        ) from None
    if code[-1] != expected:
        raise ValidationError(
            _(
                "The check digit of this unified social credit code does not match. Check the code for "
                "typing errors."
            ),
            code="check_digit",
        )
