"""The form to subscribe to a list. It asks for an address, how often, and nothing else about a person."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from bilingual.languages import CHINESE, ENGLISH
from ui.visitor_fields import Address
from ui.visitor_forms import TimedForm

from .models import Subscription
from .subscribing import PENDING_DAYS

CONSENT = _("I have read this notice and agree that my address is used to send me what is new in this list.")
LANGUAGE_NAMES = [(ENGLISH, _("English")), (CHINESE, _("Chinese"))]


class SubscriptionForm(TimedForm):
    email = Address(
        label=_("E-mail"),
        max_length=254,
        help_text=_("We will send an e-mail to this address asking you to confirm."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={"required": _("Enter an e-mail address so that we can send you the e-mails.")},
    )
    frequency = forms.ChoiceField(
        label=_("How often"),
        choices=Subscription.Frequency,
        initial=Subscription.Frequency.WEEKLY,
        error_messages={
            "required": _("Choose how often you want e-mails."),
            "invalid_choice": _("Choose how often you want e-mails."),
        },
        help_text=_("At eight in the morning in Beijing."),
    )
    language = forms.ChoiceField(
        label=_("Language of the e-mails"),
        choices=LANGUAGE_NAMES,
        error_messages={"required": _("Choose a language."), "invalid_choice": _("Choose a language.")},
        help_text=_("They cover what is published in that language."),
    )
    consent = forms.BooleanField(
        label=CONSENT,
        error_messages={"required": _("We can write to you only with your consent.")},
    )

    def privacy_notice(self) -> list[str]:
        """What happens to the data of this form, in sentences for its page."""
        return [
            gettext(
                "We keep your e-mail address, the list and how often you want to hear about it in order "
                "to send you these e-mails, and for nothing else."
            ),
            gettext(
                "Nobody in the newsroom can read or export the addresses; staff see numbers only. The "
                "addresses are not passed on and stay on this portal’s servers in China."
            ),
            gettext(
                "The e-mails do not track you: no image tells us whether you open them, and their links "
                "lead straight to the pages."
            ),
            ngettext(
                "If you unsubscribe, your data is erased at once. Unconfirmed requests are erased after "
                "%(days)s day.",
                "If you unsubscribe, your data is erased at once. Unconfirmed requests are erased after "
                "%(days)s days.",
                PENDING_DAYS,
            )
            % {"days": PENDING_DAYS},
        ]

    @property
    def details(self) -> dict[str, str]:
        return {name: self.cleaned_data[name] for name in ("email", "frequency", "language")}


class FrequencyForm(forms.ModelForm):
    class Meta:
        model = Subscription
        fields = ["frequency"]
        labels = {"frequency": _("How often")}
