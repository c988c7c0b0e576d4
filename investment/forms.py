"""The form to register for an event. It asks for the least: a name, and an address that confirms."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from bilingual.languages import CHINESE, ENGLISH
from ui.visitor_fields import Address, Organisation, OwnName
from ui.visitor_forms import TimedForm

CONSENT = _("I have read this notice and agree that my data are used to hold a place for me at this event.")


class RegistrationForm(TimedForm):
    name = OwnName()
    organisation = Organisation()
    email = Address(
        label=_("E-mail"),
        max_length=254,
        help_text=_("A letter to this address asks you to confirm."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={"required": _("Write an e-mail address, so that the confirmation can reach you.")},
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

    @property
    def details(self) -> dict[str, str]:
        return {name: self.cleaned_data[name] for name in ("name", "organisation", "email", "language")}
