"""The media library as the text editor sees it: pages of a dialog, and a picture brought in from there."""

from __future__ import annotations

import json

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import JsonResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from bilingual.languages import LANGUAGES, active_language
from bilingual.names import in_language

from ..forms import PictureUploadForm
from ..incoming.uploads import order_renditions
from ..models import Image
from ..renditions import candidates

PAGE = 24


def described(image: Image, language: str) -> dict:
    """What the editor needs to show a picture in a text of that language."""
    return {
        "pk": image.pk,
        "name": str(image),
        "thumb": candidates(image, "thumb").src,
        "src": candidates(image, "figure").src,
        "alt": in_language(image, "alt", language),
        "caption": in_language(image, "caption", language),
    }


def _card(image: Image, language: str) -> tuple[Image, str, str, str]:
    about = described(image, language)
    return image, candidates(image, "thumb").src, about["alt"], json.dumps(about, ensure_ascii=False)


@never_cache
@require_GET
def library(request, model_admin):
    """One page of pictures that match a search, newest first, and the form for a new one.

    With ``many`` in the address several can be chosen, and new ones come in by the page for many files.
    """
    if not model_admin.has_view_permission(request):
        raise PermissionDenied
    words = request.GET.get("q", "").replace("\x00", "")[:100]
    images, _repeats = model_admin.get_search_results(request, Image.objects.all(), words)
    page = Paginator(images.order_by("-created_at", "-pk"), PAGE).get_page(request.GET.get("page"))
    language = _language(request.GET)
    may_add, is_many = model_admin.has_add_permission(request), "many" in request.GET
    context = {
        "cards": [_card(image, language) for image in page],
        "page": page,
        "words": words,
        "language": language,
        "many": is_many,
        "form": PictureUploadForm() if may_add and not is_many else None,
        "many_url": reverse("admin:media_library_image_many") if may_add else "",
    }
    return TemplateResponse(request, "admin/media_library/picker.html", context)


@never_cache
@require_POST
def upload(request, model_admin):
    """Take a picture in. Answers with its description, or with the form and its complaints."""
    if not model_admin.has_add_permission(request):
        raise PermissionDenied
    language = _language(request.POST)
    form = PictureUploadForm(request.POST, request.FILES)
    if form.is_valid():
        form.instance.uploaded_by = request.user
        image = form.save()
        order_renditions(image)
        model_admin.log_addition(request, image, [{"added": {}}])
        return JsonResponse(described(image, language))
    duplicate = form.duplicate
    context = {
        "form": form,
        "language": language,
        "cards": [_card(duplicate, language)] if duplicate else [],
        "is_answer": True,
    }
    return TemplateResponse(request, "admin/media_library/picker.html", context)


def _language(data) -> str:
    return data.get("language") if data.get("language") in LANGUAGES else active_language()
