"""Files to take away."""

from __future__ import annotations

from pathlib import PurePosixPath

from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils.crypto import constant_time_compare
from django.utils.text import get_valid_filename
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from bilingual.names import either, in_language

from .models import Document
from .showing import is_shown

#: By what a file is, as media_library.contents found out when it came in.
TYPES = {
    ".pdf": "application/pdf",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
}
#: Seconds: what is withdrawn has to be gone soon.
KEPT = 300


@require_safe
def document(request, pk: int, key: str):
    """A document at its own address, which nobody can guess. An earlier one of it is treated as a number alone."""
    found = get_object_or_404(Document, pk=pk)
    if not constant_time_compare(key, found.key):
        return by_number(request, pk)
    return handed_out(found)


@never_cache
@require_safe
def by_number(request, pk: int):
    """Leads from a number to the document itself: visitors if something public shows it, staff if they may see files.

    A number that leads nowhere and a document that nobody may have yet look alike.
    """
    found = get_object_or_404(Document, pk=pk)
    is_staff = request.user.is_active and request.user.is_staff
    if (is_staff and request.user.has_perm("media_library.view_document")) or is_shown(found):
        return redirect(found)
    raise Http404


def handed_out(found: Document) -> FileResponse:
    """The file under its own title, never shown by the browser inside our site. Raises Http404 when it is gone."""
    suffix = PurePosixPath(found.file.name).suffix.lower()
    title = in_language(found, "title", found.language) or either(found, "title")
    name = get_valid_filename(title or f"document-{found.pk}")
    try:
        stream = found.file.open("rb")
    except FileNotFoundError as error:
        raise Http404 from error
    response = FileResponse(
        stream,
        as_attachment=True,
        filename=f"{name}{suffix}",
        content_type=TYPES.get(suffix, "application/octet-stream"),
    )
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = f"public, max-age={KEPT}"
    return response
