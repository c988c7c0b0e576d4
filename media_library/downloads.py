"""Files on their way out: under their own titles, and never shown inside our site."""

from __future__ import annotations

from pathlib import PurePosixPath

from django.http import FileResponse, Http404
from django.utils.text import get_valid_filename

from bilingual.names import either, in_language

from .models import Document

#: By what a file is, as media_library.incoming.contents found out when it came in.
TYPES = {
    ".pdf": "application/pdf",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
}
#: Seconds: what is withdrawn has to be gone soon.
KEPT = 300


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
