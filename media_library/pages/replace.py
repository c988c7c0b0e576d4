"""The page on which a picture's file is replaced."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from ..forms import PictureFile
from ..incoming import uploads
from ..models import Image
from ..renditions import candidates
from ..replacing import replace
from ..usage import is_used
from .frames import framed


class ReplaceForm(forms.Form):
    file = PictureFile(label=gettext_lazy("new picture"))


def may_replace(request, model_admin, image: Image) -> bool:
    """Whether a person may put another file in the place of this one.

    Authors may while nothing uses the picture. What is in use can be public, and changes there at once: that takes the
    permission to delete, which publishers have.
    """
    if not (model_admin.has_add_permission(request) and model_admin.has_change_permission(request, image)):
        return False
    return model_admin.has_delete_permission(request, image) or not is_used(image)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def page(request, pk, model_admin):
    image = get_object_or_404(Image, pk=pk)
    if not model_admin.has_add_permission(request) or not model_admin.has_change_permission(request, image):
        raise PermissionDenied
    is_allowed = may_replace(request, model_admin, image)
    change_url = reverse(f"{model_admin.admin_site.name}:media_library_image_change", args=[image.pk])
    form, duplicate = ReplaceForm(), None
    if request.method == "POST":
        if not is_allowed:
            raise PermissionDenied
        form = ReplaceForm(request.POST, request.FILES)
        if form.is_valid():
            upload = form.cleaned_data["file"]
            try:
                replace(image, upload)
            except ValidationError as error:
                form.add_error("file", error)
                duplicate = uploads.duplicate_of(upload) if error.code == "duplicate" else None
            else:
                model_admin.log_change(request, image, [{"changed": {"fields": ["file"]}}])
                messages.success(request, _("The picture has been replaced everywhere."))
                return HttpResponseRedirect(change_url)
    made = candidates(image, "figure")
    return framed(
        request,
        model_admin,
        "replace",
        _("Replace the picture"),
        image=image,
        made=made,
        form=form,
        is_allowed=is_allowed,
        duplicate=duplicate,
        change_url=change_url,
    )
