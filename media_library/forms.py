"""Forms through which files come in."""

from __future__ import annotations

from pathlib import PurePosixPath

from django import forms
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bilingual.labels import label
from bilingual.languages import HTML_LANG, LANGUAGES, column

from .incoming import contents, uploads
from .incoming.page_counts import pages_of
from .models import Document, Film, Image
from .storing import put_in_place

#: What is asked about a picture that comes in while somebody writes.
UPLOAD_FIELDS = [
    "file",
    *(column("alt", code) for code in LANGUAGES),
    *(column("caption", code) for code in LANGUAGES),
    "credit_form",
    *(column("credit_person", code) for code in LANGUAGES),
    *(column("credit_organisation", code) for code in LANGUAGES),
    "rights",
]


class PictureFile(forms.FileField):
    """A file that nothing opens before media_library.incoming.pictures decodes it, within bounds."""

    widget = forms.ClearableFileInput(
        attrs={"accept": "image/jpeg,image/png,image/webp,image/gif,image/avif"}
    )


def store_last(form: forms.ModelForm, names: list[str]) -> None:
    """Store the files of a form that has no other fault; a store that does not take one is a fault of its field."""
    if form.errors:
        return
    for name in names:
        if name in form.fields:
            try:
                put_in_place(getattr(form.instance, name))
            except ValidationError as error:
                form.add_error(name, error)


class ImageForm(forms.ModelForm):
    """A picture and its words. The file is decoded and re-encoded before it is kept.

    It is not replaced here, where a wrong click would change what is published: media_library.pages.replace does that.
    """

    file = PictureFile(label=gettext_lazy("Picture"))

    class Meta:
        model = Image
        exclude = []

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        #: The image that was made from the same bytes, after validation found one.
        self.duplicate: Image | None = None

    def clean_file(self):
        upload = self.cleaned_data["file"]
        self.duplicate = uploads.duplicate_of(upload)
        if self.duplicate:
            link = reverse("admin:media_library_image_change", args=[self.duplicate.pk])
            text = _("This picture is already in the library:")
            raise ValidationError(
                format_html('{} <a href="{}">{}</a>', text, link, self.duplicate), code="duplicate"
            )
        uploads.receive(self.instance, upload)
        return self.instance.file

    def clean(self):
        cleaned = super().clean()
        columns = [column("alt", code) for code in LANGUAGES]
        if all(name in self.fields and name not in self.errors for name in columns):
            if not any(cleaned.get(name) for name in columns):
                text = _("Say in at least one language what the picture shows.")
                self.add_error(columns[0], text)
        return cleaned

    def _post_clean(self):
        super()._post_clean()
        store_last(self, ["file"])


class PictureUploadForm(ImageForm):
    """The few questions about a picture that comes in from within a text."""

    class Meta:
        model = Image
        fields = UPLOAD_FIELDS
        widgets = {column("caption", code): forms.Textarea(attrs={"rows": 2}) for code in LANGUAGES}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("alt", "caption", "credit_person", "credit_organisation"):
            for code in LANGUAGES:
                field = self.fields[column(name, code)]
                field.required = False
                field.widget.attrs["lang"] = HTML_LANG[code]
                field.label = label(Image._meta.get_field(name).verbose_name, code)


class DocumentForm(forms.ModelForm):
    class Meta:
        model = Document
        exclude = []

    def clean_file(self):
        upload = self.cleaned_data["file"]
        if "file" in self.changed_data:
            uploads.receive_file(self.instance, upload, contents.document_suffix(upload))
        return upload

    def clean(self):
        """A new file says by itself how many pages it has, unless somebody does."""
        cleaned = super().clean()
        is_new = "file" in self.changed_data and "file" not in self.errors
        if is_new and "pages" not in self.changed_data:
            upload = cleaned["file"]
            cleaned["pages"] = pages_of(upload, PurePosixPath(upload.name).suffix.lstrip("."))
        return cleaned

    def _post_clean(self):
        super()._post_clean()
        store_last(self, ["file"])


class FilmForm(forms.ModelForm):
    class Meta:
        model = Film
        exclude = []

    def clean_file(self):
        upload = self.cleaned_data.get("file")
        if upload and "file" in self.changed_data:
            uploads.receive_file(self.instance, upload, contents.film_suffix(upload))
        return upload

    def clean(self):
        cleaned = super().clean()
        for code in LANGUAGES:
            name = column("captions", code)
            if cleaned.get(name) and name in self.changed_data:
                try:
                    contents.check_captions(cleaned[name])
                except ValidationError as error:
                    self.add_error(name, error)
                else:
                    cleaned[name].name = "captions.vtt"
        if "file" not in self.errors and not (cleaned.get("file") or cleaned.get("link")):
            self.add_error("link", _("Upload a file, or enter a link where the film can be watched."))
        return cleaned

    def _post_clean(self):
        super()._post_clean()
        store_last(self, ["file", *(column("captions", code) for code in LANGUAGES)])
