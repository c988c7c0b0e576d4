"""Fields of the forms that visitors and the desk fill in: what is typed is kept, and a refusal says what to do."""

from __future__ import annotations

import unicodedata

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

ERRORS = {
    "max_length": _("Enter no more than %(limit_value)s characters; you have entered %(show_value)s."),
    "null_characters_not_allowed": _(
        "A character that cannot be stored was removed. Check the text and send it again."
    ),
}


def one_line(text: str) -> None:
    """Refuses line breaks and other control characters where one line is asked for."""
    if any(unicodedata.category(character) in {"Cc", "Zl", "Zp"} for character in text):
        raise ValidationError(_("Enter this on one line."), code="one_line")


class Words(forms.CharField):
    """Text of any length up to its limit, line breaks counted once."""

    default_error_messages = ERRORS

    def to_python(self, value):
        return super().to_python(value).replace("\r\n", "\n").replace("\r", "\n")


class Line(forms.CharField):
    default_error_messages = ERRORS
    default_validators = [one_line]


class OwnName(Line):
    """Who fills in the form: the one name that is asked for."""

    default_error_messages = {"required": _("Enter your name.")}
    widget = forms.TextInput(attrs={"autocomplete": "name"})

    def __init__(self, **options):
        super().__init__(label=_("Your name"), max_length=100, **options)


class Organisation(Line):
    """For whom somebody asks or comes, when they want to say it."""

    widget = forms.TextInput(attrs={"autocomplete": "organization"})

    def __init__(self, **options):
        super().__init__(label=_("Organisation (optional)"), max_length=160, required=False, **options)


class Address(forms.EmailField):
    """A mail address on one line, also when it was typed in the full-width letters of a Chinese keyboard."""

    default_error_messages = {
        **ERRORS,
        "invalid": _("This is not an e-mail address. Enter one in the form name@example.com."),
        "one_line": _("Write the e-mail address on one line."),
    }

    def to_python(self, value):
        """Refuses line breaks before anything is trimmed: what follows one would be a header of the letter."""
        if any(
            unicodedata.category(character) in {"Zl", "Zp"} or character in "\r\n\v\f\x85"
            for character in value or ""
        ):
            raise ValidationError(self.error_messages["one_line"], code="one_line")
        return unicodedata.normalize("NFKC", super().to_python(value))
