"""The rich-text column."""

from __future__ import annotations

from django.db import models

from .forms import ProseFormField, ProseWidget
from .sanitising import sanitise


class ProseField(models.TextField):
    """Rich text, sanitised in ``full_clean`` and again in every save; a plain text column to migrations."""

    #: Told to those who look for pictures in texts (media_library.usage).
    holds_figures = True

    def deconstruct(self):
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.TextField", args, kwargs

    def clean(self, value, model_instance):
        return sanitise(super().clean(value, model_instance))

    def pre_save(self, instance, add):
        value = sanitise(super().pre_save(instance, add))
        setattr(instance, self.attname, value)
        return value

    def formfield(self, **kwargs):
        # The admin proposes its plain text area; a rich text always gets the editor.
        return super().formfield(**{"form_class": ProseFormField, **kwargs, "widget": ProseWidget})
