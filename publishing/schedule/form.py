"""The form that asks for languages and a moment."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from bilingual.languages import CHINESE, ENGLISH

#: As a browser's own control for a day and a time sends it, and as people type it.
FORMATS = ["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M", "%Y-%m-%d %H:%M:%S"]
LANGUAGE_CHOICES = [(ENGLISH, _("English")), (CHINESE, _("Chinese"))]


class MomentField(forms.DateTimeField):
    """A day and a time in Beijing."""

    def __init__(self, **kwargs):
        widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format=FORMATS[0])
        super().__init__(**{"input_formats": FORMATS, "widget": widget, "label": _("moment"), **kwargs})
        self.error_messages["required"] = _("Choose a moment.")


class LanguagesField(forms.MultipleChoiceField):
    def __init__(self, **kwargs):
        super().__init__(
            **{
                "choices": LANGUAGE_CHOICES,
                "widget": forms.CheckboxSelectMultiple,
                "label": _("languages"),
                "error_messages": {"required": _("Choose at least one language.")},
                **kwargs,
            }
        )


class ScheduleForm(forms.Form):
    """``offers_now`` is set when the moment has passed: what cannot be scheduled can be published at once."""

    offers_now = False
    languages = LanguagesField()
    at = MomentField(label=_("time (Beijing time)"), required=False)

    def __init__(self, *args, needs_moment: bool = True, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["at"].required = needs_moment


class ReleaseMomentForm(forms.Form):
    at = MomentField(label=_("time (Beijing time)"))
