"""The form for a message to the investment desk. Its errors say what to do, in the language of the page."""

from __future__ import annotations

import re
import unicodedata
from functools import cached_property

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from bilingual.languages import column
from bilingual.regions import region_choices
from ui.visitor_fields import Address, Line, Organisation, OwnName, Words
from ui.visitor_forms import VisitorForm

from ..models import MESSAGE_LENGTH, Inquiry
from . import subjects
from .consent import ABROAD, FORWARDING, HANDLING
from .subjects import SLUG

PHONE = re.compile(r"\+?[0-9][0-9 ()./-]{4,38}")
#: What a filled-in form becomes, column by column.
DETAILS = (
    "language",
    "topic",
    "project_size",
    "industry",
    "enterprise",
    "message",
    "name",
    "organisation",
    "country_or_region",
    "email",
    "phone",
    "may_forward",
    "may_send_abroad",
    "about_kind",
    "about_slug",
)


class Phone(Line):
    """A number as people write it, with its country code or without."""

    def to_python(self, value):
        return unicodedata.normalize("NFKC", super().to_python(value))

    def validate(self, value):
        super().validate(value)
        if value and not PHONE.fullmatch(value):
            raise ValidationError(
                _("Enter the number in digits, for example +86-23-00000000."), code="invalid"
            )


class NamedChoice(forms.ModelChoiceField):
    """One of the records that are public in the language of the page, by its name in it."""

    def label_from_instance(self, record):
        return record.name


class InquiryForm(VisitorForm):
    """In the order in which the desk sorts messages."""

    topic = forms.ChoiceField(
        label=_("What is it about?"),
        choices=Inquiry.Topic,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose a topic."), "invalid_choice": _("Choose a topic.")},
    )
    industry = NamedChoice(
        label=_("Industry (optional)"),
        queryset=None,
        required=False,
        to_field_name="slug",
        empty_label=_("Undecided or other"),
        error_messages={"invalid_choice": _("Choose an industry from the list.")},
    )
    project_size = forms.ChoiceField(
        label=_("How large is the project?"),
        choices=Inquiry.ProjectSize,
        widget=forms.RadioSelect,
        initial=Inquiry.ProjectSize.UNDECIDED,
        error_messages={
            "required": _("Choose a size, or “undecided”."),
            "invalid_choice": _("Choose a size, or “undecided”."),
        },
    )
    enterprise = forms.CharField(required=False)
    about = forms.CharField(required=False)
    message = Words(
        label=_("Your message"),
        help_text=_("Up to 5,000 characters. Leave out anything confidential: you can provide it later."),
        max_length=MESSAGE_LENGTH,
        widget=forms.Textarea(attrs={"rows": 9}),
        error_messages={"required": _("Write your message.")},
    )
    name = OwnName()
    organisation = Organisation()
    email = Address(
        label=_("E-mail"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={"required": _("Enter an e-mail address so that we can answer you.")},
    )
    phone = Phone(
        label=_("Telephone (optional)"),
        max_length=40,
        required=False,
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "tel"}),
    )
    country_or_region = forms.ChoiceField(
        label=_("Country/region"),
        choices=region_choices,
        widget=forms.Select(attrs={"autocomplete": "country"}),
        error_messages={
            "required": _("Choose a country or region."),
            "invalid_choice": _("Choose a country or region."),
        },
    )
    language = forms.ChoiceField(
        label=_("Language of the answer"),
        choices=Inquiry.Language,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose a language."), "invalid_choice": _("Choose a language.")},
    )
    consent = forms.BooleanField(
        label=HANDLING,
        error_messages={"required": _("The desk may read your message only with your consent.")},
    )
    may_forward = forms.BooleanField(label=FORWARDING, required=False)
    may_send_abroad = forms.BooleanField(label=ABROAD, required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        #: What was wrong with files, each a sentence with the name of its file.
        self.file_errors: list[str] = []
        industries = Inquiry._meta.get_field("industry").related_model.objects.live()
        self.fields["industry"].queryset = industries.only("slug", column("name"))

    @cached_property
    def subject(self):
        """The enterprise that the message is about, when its profile is public in this language; else None."""
        slug = self["enterprise"].value() or ""
        if not SLUG.fullmatch(slug):
            return None
        enterprises = Inquiry._meta.get_field("enterprise").related_model.objects.live()
        return enterprises.filter(slug=slug).only("slug", column("short_name")).first()

    @cached_property
    def about_record(self) -> subjects.Subject | None:
        """Another public record that the message is about, else None."""
        return subjects.read(self["about"].value() or "")

    def clean_enterprise(self):
        return self.subject

    def clean(self):
        cleaned = super().clean()
        about = self.about_record
        cleaned["about_kind"], cleaned["about_slug"] = (about.kind, about.slug) if about else ("", "")
        return cleaned

    @property
    def details(self) -> dict:
        """What the sender filled in, by column."""
        return {name: self.cleaned_data[name] for name in DETAILS}

    @property
    def faults(self) -> list:
        """The fields that have errors, in the order of the page."""
        return [field for field in self if field.errors]


class AnswerForm(forms.Form):
    """A text of a sender about a message that the desk has already."""

    text = Words(
        label=_("Your answer"),
        max_length=MESSAGE_LENGTH,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": _("Write your answer.")},
    )
    submission = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["text"].widget.attrs.pop("maxlength", None)


def prefilled(query) -> dict[str, str]:
    """Initial values from the query string of a link; what is not understood is left out."""
    wanted = {name: query.get(name, "") for name in ("topic", "enterprise", "industry")}
    about = subjects.named_in(query)
    wanted["about"] = about.value if about else ""
    if wanted["topic"] not in Inquiry.Topic.values:
        del wanted["topic"]
    return wanted
