"""Pictures that come in from within a text: pasted, dropped or uploaded in place; and their words, edited there."""

from __future__ import annotations

from django import forms
from django.contrib import admin
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, JsonResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from bilingual.labels import label
from bilingual.languages import HTML_LANG, LANGUAGES, active_language, column, joined_sentences
from bilingual.names import in_language
from media_library.credits import credit_line
from media_library.incoming.uploads import duplicate_of, store_image
from media_library.models import Image
from media_library.renditions import candidates
from publishing.rights.permissions import can

ALT_LENGTH = Image._meta.get_field("alt").max_length


def told(image: Image, language: str) -> dict:
    """What the editor shows of a picture in a text of that language."""
    with override(language):
        credit = credit_line(image)
    return {
        "pk": image.pk,
        "src": candidates(image, "figure").src,
        "alt": in_language(image, "alt", language),
        "caption": in_language(image, "caption", language),
        "credit": credit,
        "words": f"{reverse('admin:picture_words')}?pk={image.pk}",
    }


def _language(data) -> str:
    return data.get("language") if data.get("language") in LANGUAGES else active_language()


@never_cache
@require_POST
def paste(request):
    """Take one picture in. Answers with what the editor shows, or 422 with the reason in words for a person.

    The same bytes are kept once: the picture that is there already is told. ``alt`` describes a new one in the language
    of the text. A picture of this site that was copied from one of its pages may be named by its path instead.
    """
    if not can(request.user, "add", Image):
        raise PermissionDenied
    language = _language(request.POST)
    if path := request.POST.get("path"):
        image = _at(path)
        return (
            JsonResponse(told(image, language))
            if image
            else _refused(_("This picture is not in the library."))
        )
    upload = request.FILES.get("file")
    if upload is None:
        return _refused(_("No picture was received. Try again."))
    words = {column("alt", language): " ".join(request.POST.get("alt", "").split())[:ALT_LENGTH]}
    try:
        is_new = duplicate_of(upload) is None
        image = store_image(upload, uploaded_by=request.user, **words)
    except ValidationError as error:
        return _refused(joined_sentences(error.messages))
    if is_new:
        admin.site.get_model_admin(Image).log_addition(request, image, [{"added": {}}])
    return JsonResponse(told(image, language))


def _refused(reason: str) -> JsonResponse:
    return JsonResponse({"error": reason}, status=422)


def _at(path: str) -> Image | None:
    """The picture of which a stored file is the original or a smaller copy: all of them share a folder."""
    parts = path.replace("\x00", "").split("?")[0].split("/")
    if len(parts) < 3 or not parts[-2].isalnum():
        return None
    return Image.objects.filter(file__startswith=f"images/{parts[-2]}/").first()


class WordsForm(forms.ModelForm):
    """Alternative and credit of a picture, in one language."""

    class Meta:
        model = Image
        fields = [
            *(
                column(name, code)
                for name in ("alt", "credit_person", "credit_organisation")
                for code in LANGUAGES
            ),
            "credit_form",
            "rights",
        ]

    def __init__(self, *args, language: str, **kwargs):
        super().__init__(*args, **kwargs)
        order = []
        for name in ("alt", "credit_form", "credit_person", "credit_organisation", "rights"):
            if name in self.fields:
                order.append(name)
                continue
            for code in LANGUAGES:
                if code != language:
                    del self.fields[column(name, code)]
            field = self.fields[column(name, language)]
            field.required = False
            field.widget.attrs["lang"] = HTML_LANG[language]
            field.label = label(Image._meta.get_field(name).verbose_name, language)
            order.append(column(name, language))
        self.order_fields(order)


@never_cache
@require_http_methods(["GET", "POST"])
def picture_words(request):
    """The words of the picture ``pk`` in the language of the text, as a form in a dialog; kept in the library."""
    key = request.GET.get("pk", "")
    image = (
        Image.objects.filter(pk=key).first() if key.isascii() and key.isdigit() and len(key) < 19 else None
    )
    if not can(request.user, "change", image or Image):
        raise PermissionDenied
    if image is None:
        raise Http404
    data = request.POST if request.method == "POST" else None
    language = _language(data if data is not None else request.GET)
    form = WordsForm(data, instance=image, language=language)
    if data is not None and form.is_valid():
        # Only what was asked: somebody may be writing the words of the other language.
        names = form.changed_data
        if names:
            form.instance.save(update_fields=names)
            admin.site.get_model_admin(Image).log_change(request, image, [{"changed": {"fields": names}}])
        return JsonResponse(told(image, language))
    context = {"form": form, "image": image, "language": language, "action": request.get_full_path()}
    return TemplateResponse(request, "admin/prose/picture_words.html", context)
