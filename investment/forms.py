"""The form to register for an event. It asks for the least: a name, and an address that confirms."""

from __future__ import annotations

import time
import unicodedata

from django import forms
from django.core import signing
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from bilingual.languages import CHINESE, ENGLISH, active_language

SALT = "investment.registration"
#: Nobody reads the notice and fills in the form in less, in seconds.
SHORTEST = 2
CONSENT = _("I have read this notice and agree that my data are used to hold a place for me at this event.")


def one_line(text: str) -> None:
    """Refuses line breaks and other control characters where one line is asked for."""
    if any(unicodedata.category(character) in {"Cc", "Zl", "Zp"} for character in text):
        raise ValidationError(_("Write this on one line."), code="one_line")


class Line(forms.CharField):
    default_validators = [one_line]
    default_error_messages = {
        "max_length": _("At most %(limit_value)s characters fit here; these are %(show_value)s."),
        "null_characters_not_allowed": _(
            "A character that cannot be stored was taken out. Look at the text and send it again."
        ),
    }


class Address(forms.EmailField):
    """An address, also when it was typed in the full-width letters of a Chinese keyboard."""

    default_error_messages = {
        **Line.default_error_messages,
        "required": _("Write an e-mail address, so that the confirmation can reach you."),
        "invalid": _("This is not an e-mail address. It looks like name@example.com."),
    }

    def to_python(self, value):
        return unicodedata.normalize("NFKC", super().to_python(value))


class RegistrationForm(forms.Form):
    """``website`` is for programs: people do not see it. ``opened`` is when the page was made, signed."""

    name = Line(
        label=_("Your name"),
        max_length=100,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"required": _("Write your name.")},
    )
    organisation = Line(
        label=_("Organisation (optional)"),
        max_length=160,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
    )
    email = Address(
        label=_("E-mail"),
        max_length=254,
        help_text=_("A letter to this address asks you to confirm."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    language = forms.ChoiceField(
        label=_("Language of the letters"),
        choices=[(ENGLISH, _("English")), (CHINESE, _("Chinese"))],
        error_messages={"required": _("Choose a language."), "invalid_choice": _("Choose a language.")},
    )
    consent = forms.BooleanField(
        label=CONSENT,
        error_messages={"required": _("A place can be held for you only with your consent.")},
    )
    website = forms.CharField(
        label=_("Leave this field empty"),
        required=False,
        widget=forms.TextInput(attrs={"tabindex": "-1", "autocomplete": "off"}),
    )
    opened = forms.CharField(widget=forms.HiddenInput(attrs={"autocomplete": "off"}), required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["language"].initial = active_language()
        self.fields["opened"].initial = signing.dumps(time.time(), salt=SALT)
        for field in self.fields.values():
            # A browser cuts what is pasted at maxlength without a word; the server says it.
            field.widget.attrs.pop("maxlength", None)

    @property
    def looks_like_a_program(self) -> bool:
        """Whether a hidden field was filled in, or the form came back sooner than a person can write."""
        try:
            opened = signing.loads(self.cleaned_data["opened"], salt=SALT)
        except signing.BadSignature:
            return True
        return bool(self.cleaned_data["website"]) or time.time() - opened < SHORTEST

    @property
    def details(self) -> dict[str, str]:
        return {name: self.cleaned_data[name] for name in ("name", "organisation", "email", "language")}
