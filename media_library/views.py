"""Files to take away."""

from __future__ import annotations

from pathlib import PurePosixPath

from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404
from django.utils.text import get_valid_filename
from django.views.decorators.http import require_safe

from bilingual.names import in_language

from .models import Document


@require_safe
def document(request, pk: int):
    """The document under its own title, never shown by the browser inside our site."""
    found = get_object_or_404(Document, pk=pk)
    suffix = PurePosixPath(found.file.name).suffix
    name = get_valid_filename(in_language(found, "title", found.language) or f"document-{found.pk}")
    try:
        stream = found.file.open("rb")
    except FileNotFoundError as error:
        raise Http404 from error
    return FileResponse(stream, as_attachment=True, filename=f"{name}{suffix}")
