"""The form to subscribe to a list. It asks for an address, how often, and nothing else about a person."""

from __future__ import annotations

import time
import unicodedata

from django import forms
from django.core import signing
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from bilingual.languages import CHINESE, ENGLISH, active_language

from .models import Subscription

SALT = "subscriptions.form"
#: Nobody reads the notice and fills in the form in less, in seconds.
SHORTEST = 2
CONSENT = _("I have read this notice and agree that my address is used to send me what is new in this list.")
LANGUAGE_NAMES = [(ENGLISH, _("English")), (CHINESE, _("Chinese"))]


class Address(forms.EmailField):
    """An address on one line, also when it was typed in the full-width letters of a Chinese keyboard."""

    default_error_messages = {
        "required": _("Write an e-mail address, so that the letters can reach you."),
        "invalid": _("This is not an e-mail address. It looks like name@example.com."),
        "one_line": _("An e-mail address stands on one line."),
        "max_length": _("At most %(limit_value)s characters fit here; these are %(show_value)s."),
        "null_characters_not_allowed": _(
            "A character that cannot be stored was taken out. Look at the text and send it again."
        ),
    }

    def to_python(self, value):
        """Refuses line breaks before anything is trimmed: what follows one would be a header of the letter."""
        text = value or ""
        if any(
            unicodedata.category(character) in {"Zl", "Zp"} or character in "\r\n\v\f\x85"
            for character in text
        ):
            raise ValidationError(self.error_messages["one_line"], code="one_line")
        return unicodedata.normalize("NFKC", super().to_python(value))


class SubscriptionForm(forms.Form):
    """``website`` is for programs: people do not see it. ``opened`` is when the page was made, signed."""

    email = Address(
        label=_("E-mail"),
        max_length=254,
        help_text=_("A letter to this address asks you to confirm."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    frequency = forms.ChoiceField(
        label=_("How often"),
        choices=Subscription.Frequency,
        initial=Subscription.Frequency.WEEKLY,
        error_messages={"required": _("Choose how often."), "invalid_choice": _("Choose how often.")},
        help_text=_("At eight in the morning in Beijing."),
    )
    language = forms.ChoiceField(
        label=_("Language of the letters"),
        choices=LANGUAGE_NAMES,
        error_messages={"required": _("Choose a language."), "invalid_choice": _("Choose a language.")},
        help_text=_("They tell what is published in it."),
    )
    consent = forms.BooleanField(
        label=CONSENT,
        error_messages={"required": _("We can write to you only with your consent.")},
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
        # A browser cuts what is pasted at maxlength without a word; the server says it.
        self.fields["email"].widget.attrs.pop("maxlength", None)

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
        return {name: self.cleaned_data[name] for name in ("email", "frequency", "language")}

    def asked_again(self) -> SubscriptionForm:
        """The form with what was typed and a new moment, without the characters that no page can hold."""
        self.data = self.data.copy()
        for name in self.data:
            self.data[name] = self.data[name].replace("\0", "")
        self.data["opened"], self.data["website"] = SubscriptionForm().fields["opened"].initial, ""
        return self


class FrequencyForm(forms.ModelForm):
    class Meta:
        model = Subscription
        fields = ["frequency"]
        labels = {"frequency": _("How often")}
