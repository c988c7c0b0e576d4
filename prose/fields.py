"""The rich-text column."""

from __future__ import annotations

from django_prose_editor.fields import ProseEditorField

from .sanitising import EXTENSIONS, sanitise


class ProseField(ProseEditorField):
    """Rich text, sanitised in ``full_clean`` and again in every save; a plain text column to migrations."""

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("extensions", dict(EXTENSIONS))
        super().__init__(*args, **kwargs)
        self.sanitize = sanitise

    def pre_save(self, instance, add):
        value = sanitise(super().pre_save(instance, add))
        setattr(instance, self.attname, value)
        return value
