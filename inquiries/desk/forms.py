"""What the desk types about a message. The text of a refused form is shown again."""

from __future__ import annotations

from django import forms
from django.apps import apps
from django.utils.translation import gettext_lazy as _

from ui.visitor_fields import Address, Line, Words

from ..models import MESSAGE_LENGTH, Entry, Inquiry, ReplyTemplate


class ReplyForm(forms.Form):
    """A text for the sender. ``seen`` is the newest entry that its writer saw."""

    text = Words(
        label=_("Reply to the sender"),
        max_length=MESSAGE_LENGTH,
        widget=forms.Textarea(attrs={"rows": 10, "class": "vLargeTextField"}),
        error_messages={"required": _("Enter the reply.")},
    )
    step = forms.ChoiceField(
        label=_("Type of reply"),
        choices=Entry.Step,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what kind of reply this is.")},
    )
    template = forms.ModelChoiceField(
        label=_("Template"), queryset=ReplyTemplate.objects.none(), required=False, empty_label="–"
    )
    submission = forms.UUIDField(widget=forms.HiddenInput)
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args, inquiry: Inquiry, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["text"].widget.attrs.pop("maxlength", None)
        every = list(ReplyTemplate.objects.all())
        # Those of the topic first; sorting is stable.
        every.sort(key=lambda template: template.topic != inquiry.topic)
        self.fields["template"].queryset = ReplyTemplate.objects.all()
        self.fields["template"].choices = [("", "–"), *((one.pk, one.name) for one in every)]


class NoteForm(forms.Form):
    text = Words(
        label=_("Internal note"),
        help_text=_("For the desk only: never e-mailed, never shown to the sender."),
        max_length=MESSAGE_LENGTH,
        widget=forms.Textarea(attrs={"rows": 3, "class": "vLargeTextField"}),
        error_messages={"required": _("Enter the note.")},
    )
    submission = forms.UUIDField(widget=forms.HiddenInput)


class HandoverForm(forms.Form):
    """To a park of the directory, or to another body by its name."""

    park = forms.ModelChoiceField(label=_("Park"), queryset=None, required=False, empty_label="–")
    body = Line(
        label=_("or another body"),
        max_length=160,
        required=False,
        widget=forms.TextInput(attrs={"class": "vTextField"}),
    )
    email = Address(
        label=_("Recipient’s e-mail"),
        max_length=254,
        widget=forms.EmailInput(attrs={"class": "vTextField"}),
        error_messages={"required": _("Enter the recipient’s e-mail address.")},
    )
    is_abroad = forms.BooleanField(label=_("The recipient is outside mainland China"), required=False)
    note = Words(
        label=_("Note to the recipient (optional)"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3, "class": "vLargeTextField"}),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["park"].queryset = apps.get_model("enterprises.Park").objects.all()
        self.fields["note"].widget.attrs.pop("maxlength", None)

    def clean(self):
        cleaned = super().clean()
        park, body = cleaned.get("park"), cleaned.get("body")
        if not park and not body and "body" not in self.errors:
            self.add_error("body", _("Choose a park, or enter the name of the body."))
        cleaned["body"] = body or (str(park)[:160] if park else "")
        return cleaned


class CloseForm(forms.Form):
    outcome = forms.ChoiceField(
        label=_("Outcome"),
        choices=[("", "–"), *Inquiry.Outcome.choices],
        error_messages={"required": _("Say what the outcome was.")},
    )
