"""The form to register for an event. It asks for the least: a name, and an address that confirms."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from bilingual.languages import CHINESE, ENGLISH
from ui.visitor_fields import Address, Organisation, OwnName
from ui.visitor_forms import TimedForm

from .registering import KEPT_DAYS

CONSENT = _("I have read this notice and agree that my data are used to hold a place for me at this event.")


class RegistrationForm(TimedForm):
    name = OwnName()
    organisation = Organisation()
    email = Address(
        label=_("E-mail"),
        max_length=254,
        help_text=_("We will send an e-mail to this address asking you to confirm."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={"required": _("Enter an e-mail address so that we can send you the confirmation.")},
    )
    language = forms.ChoiceField(
        label=_("Language of the e-mails"),
        choices=[(ENGLISH, _("English")), (CHINESE, _("Chinese"))],
        error_messages={"required": _("Choose a language."), "invalid_choice": _("Choose a language.")},
    )
    consent = forms.BooleanField(
        label=CONSENT,
        error_messages={"required": _("A place can be held for you only with your consent.")},
    )

    def privacy_notice(self) -> list[str]:
        """What happens to the data of this form, in sentences for its page."""
        return [
            gettext(
                "The investment desk keeps your name, organisation and e-mail address to hold a place "
                "for you and to write to you about this event, and for nothing else."
            ),
            gettext(
                "Only the desk and the administrators of this portal can read them, and each viewing is "
                "recorded. They are not passed on and stay on this portal’s servers in China."
            ),
            ngettext(
                "Everything is erased %(days)s day after the event. Unconfirmed registrations are erased "
                "within seven days.",
                "Everything is erased %(days)s days after the event. Unconfirmed registrations are "
                "erased within seven days.",
                KEPT_DAYS,
            )
            % {"days": KEPT_DAYS},
            gettext(
                "With the link in each e-mail you can see your data, cancel your registration and erase "
                "your data, at any time and without giving a reason."
            ),
        ]

    @property
    def details(self) -> dict[str, str]:
        return {name: self.cleaned_data[name] for name in ("name", "organisation", "email", "language")}
