"""Bringing in many pictures at once: every file is answered for itself, and one that is refused stops no other."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from itertools import chain
from pathlib import PurePath

from django import forms
from django.conf import settings
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import JsonResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from bilingual.labels import label
from bilingual.languages import CHINESE, ENGLISH, HTML_LANG, LANGUAGES, column, joined_sentences

from ..incoming import pictures, uploads
from ..incoming.duplicates import alike_to
from ..models import Image
from ..renditions import candidates
from ..storing import put_in_place
from .frames import framed

#: Files of one request. Scripts send one at a time and have no limit.
AT_ONCE = settings.DATA_UPLOAD_MAX_NUMBER_FILES
CREDITED = [column(name, code) for name in ("credit_person", "credit_organisation") for code in LANGUAGES]


class SharedForm(forms.ModelForm):
    """What holds for all pictures that come in together."""

    class Meta:
        model = Image
        fields = ["credit_form", "rights", *CREDITED, "tags"]
        widgets = {"tags": forms.CheckboxSelectMultiple}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("credit_person", "credit_organisation"):
            for code in LANGUAGES:
                field = self.fields[column(name, code)]
                field.required = False
                field.widget.attrs["lang"] = HTML_LANG[code]
                field.label = label(Image._meta.get_field(name).verbose_name, code)

    def columns(self) -> dict:
        """Columns of an image with their values, all but the tags."""
        return {name: value for name, value in self.cleaned_data.items() if name != "tags"}


@dataclass(frozen=True)
class Answer:
    """What became of one file. ``state`` is ``stored``, ``known`` (it was there already) or ``refused``."""

    name: str
    state: str
    text: str = ""
    image: Image | None = None
    #: A picture that looks like the new one.
    alike: Image | None = None


def take_in(upload, columns: dict, tags, by) -> Answer:
    """Store one picture with what is known of it."""
    name = shown_name(upload.name)
    twin = uploads.duplicate_of(upload)
    if twin:
        return Answer(name, "known", _("This picture is already in the library."), twin)
    image = Image(uploaded_by=by, **columns, **title_of(name))
    try:
        uploads.receive(image, upload)
        image.full_clean(exclude=["file"])
        put_in_place(image.file)
    except ValidationError as error:
        return Answer(name, "refused", joined_sentences(error.messages))
    with transaction.atomic():
        image.save()
        image.tags.set(tags)
        uploads.order_renditions(image)
    alike = alike_to(image)
    text = (
        _("Added to the library. It looks like a picture that is already there.")
        if alike
        else _("Added to the library.")
    )
    return Answer(name, "stored", text, image, alike)


def shown_name(name: str | None) -> str:
    """The name of a file as a line of text: without folders and without characters that cannot be seen."""
    last = PurePath((name or "").replace("\\", "/")).name
    return "".join(sign for sign in last if unicodedata.category(sign)[0] != "C")[:150]


def title_of(name: str) -> dict[str, str]:
    """The title that a file name makes, in the language in whose script it is written."""
    stem = PurePath(name).stem.replace("_", " ").strip()
    language = CHINESE if any("\u4e00" <= sign <= "\u9fff" for sign in stem) else ENGLISH
    return {column("title", language): stem}


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def page(request, model_admin):
    """The form; what became of the files that were sent; or, to a script, that of its one file as JSON."""
    if not model_admin.has_add_permission(request):
        raise PermissionDenied
    is_script = request.headers.get("Accept") == "application/json"
    answers: list[Answer] = []
    form = SharedForm(request.POST or None)
    sent = request.FILES.getlist("files")
    if request.method == "POST" and form.is_valid():
        for upload in sent:
            answers.append(take_in(upload, form.columns(), form.cleaned_data["tags"], request.user))
            if answers[-1].state == "stored":
                model_admin.log_addition(request, answers[-1].image, [{"added": {}}])
    if is_script:
        return JsonResponse(_described(answers[0]) if answers else {"state": "refused", "text": _why(form)})
    nothing = request.method == "POST" and form.is_valid() and not sent
    return framed(
        request,
        model_admin,
        "many",
        _("Upload pictures"),
        form=form,
        answers=[(answer, _thumbnail(answer)) for answer in answers],
        words_query=[answer.image.pk for answer in answers if answer.image],
        nothing=nothing,
        at_once=AT_ONCE,
        megabytes=pictures.MAX_BYTES // 2**20,
        most_bytes=pictures.MAX_BYTES,
        library_url=reverse(f"{model_admin.admin_site.name}:media_library_image_changelist"),
    )


def _why(form: SharedForm) -> str:
    return joined_sentences(chain(*form.errors.values())) or _("Choose a file.")


def _thumbnail(answer: Answer) -> str:
    return candidates(answer.image, "thumb").src if answer.image else ""


def _described(answer: Answer) -> dict:
    """An answer for a script. Addresses and words only, which it shows as text."""
    about = {"state": answer.state, "text": answer.text}
    if answer.image:
        about |= {
            "pk": answer.image.pk,
            "url": reverse("admin:media_library_image_change", args=[answer.image.pk]),
            "thumb": _thumbnail(answer),
        }
    if answer.alike:
        about["alike"] = reverse("admin:media_library_image_change", args=[answer.alike.pk])
    return about
