"""What the forms of the public site have alike: a field for programs, the language, and words that are never lost."""

from __future__ import annotations

import time
from typing import Self

from django import forms
from django.core import signing
from django.utils.translation import gettext_lazy as _

from bilingual.languages import active_language

SALT = "ui.visitor_forms"
#: Nobody reads the notice and fills in a form in less, in seconds.
SHORTEST = 2


class VisitorForm(forms.Form):
    """``website`` is for programs: people do not see it. A field ``language`` begins with that of the page."""

    website = forms.CharField(
        label=_("Leave this field empty"),
        required=False,
        widget=forms.TextInput(attrs={"tabindex": "-1", "autocomplete": "off"}),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "language" in self.fields:
            self.fields["language"].initial = active_language()
        for field in self.fields.values():
            # A browser cuts what is pasted at maxlength without a word; the server says it.
            field.widget.attrs.pop("maxlength", None)


class TimedForm(VisitorForm):
    """``opened`` is when the page was made, signed."""

    opened = forms.CharField(widget=forms.HiddenInput(attrs={"autocomplete": "off"}), required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["opened"].initial = signing.dumps(time.time(), salt=SALT)

    @property
    def looks_like_a_program(self) -> bool:
        """Whether a hidden field was filled in, or the form came back sooner than a person can write."""
        try:
            opened = signing.loads(self.cleaned_data["opened"], salt=SALT)
        except signing.BadSignature:
            return True
        return bool(self.cleaned_data["website"]) or time.time() - opened < SHORTEST

    def asked_again(self) -> Self:
        """The form, checked already, with what was typed and a new moment."""
        without_nul(self)
        self.data["opened"], self.data["website"] = self.fields["opened"].initial, ""
        return self


def without_nul(form: forms.Form) -> forms.Form:
    """A form, checked already, to be shown again without the characters that no page can hold."""
    form.data = form.data.copy()
    for name in form.data:
        form.data[name] = form.data[name].replace("\0", "")
    return form
