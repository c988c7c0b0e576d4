"""Giving the translation of many records to one person, from their list."""

from __future__ import annotations

from django import forms
from django.contrib.auth import get_user_model
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bilingual.languages import CHINESE, ENGLISH
from publishing.bulk.offering import Deed, Refused, list_deed
from publishing.rights.permissions import can

from .models import TranslationTask

SENTENCES = {
    frozenset({ENGLISH}): gettext_lazy("There is text to translate into English."),
    frozenset({CHINESE}): gettext_lazy("There is text to translate into Chinese."),
    frozenset({ENGLISH, CHINESE}): gettext_lazy("There is text to translate into both languages."),
}


class AssignForm(forms.Form):
    """Into which language, by whom, and until when."""

    language = forms.ChoiceField(
        label=gettext_lazy("into"),
        choices=[(ENGLISH, gettext_lazy("English")), (CHINESE, gettext_lazy("Chinese"))],
    )
    owner = forms.ModelChoiceField(
        label=gettext_lazy("translator"),
        queryset=None,
        required=False,
        empty_label=gettext_lazy("Nobody yet"),
    )
    due_on = forms.DateField(
        label=gettext_lazy("due on"), required=False, widget=forms.DateInput(attrs={"type": "date"})
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        people = get_user_model().objects.filter(is_staff=True, is_active=True)
        self.fields["owner"].queryset = people.order_by("username")


@list_deed
class AssignTranslation(Deed):
    key, label, verb = "assign_translation", gettext_lazy("Assign the translation"), "change"
    form_class = AssignForm

    def outlook(self, record, head, request) -> str:
        found = TranslationTask.objects.of(record).filter(is_open=True)
        languages = frozenset(found.values_list("language", flat=True))
        if not languages:
            raise Refused(_("Nothing in it is waiting to be translated."))
        return SENTENCES[languages]

    def do(self, record, request, *, language, owner, due_on) -> None:
        if owner is not None and not can(owner, "change", record, language):
            raise Refused(_("This person does not have permission to write in this language."))
        task = TranslationTask.objects.of(record).filter(is_open=True, language=language).first()
        if task is None:
            raise Refused(_("Nothing in it is waiting to be translated into this language."))
        task.owner, task.due_on = owner, due_on
        task.save(update_fields=["owner", "due_on"])
