"""Forms through which files come in."""

from __future__ import annotations

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from . import uploads
from .models import Image


class ImageForm(forms.ModelForm):
    """A picture and its words. The file is decoded and re-encoded before it is kept."""

    class Meta:
        model = Image
        exclude = []

    def clean_file(self):
        upload = self.cleaned_data.get("file")
        if not upload or "file" not in self.changed_data:
            return upload
        existing = uploads.duplicate_of(upload)
        if existing and existing.pk != self.instance.pk:
            raise ValidationError(
                _("This picture is already in the library: %(name)s."),
                params={"name": existing},
                code="duplicate",
            )
        uploads.receive(self.instance, upload)
        return self.instance.file
