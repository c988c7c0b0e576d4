"""Serves the files of the media library where no web server does it.

In production nginx answers ``/media/`` itself (see docs/configuration.md); this view keeps to the
same headers, so that nothing changes for browsers.
"""

import os
import re
from pathlib import Path

from django.conf import settings
from django.core.exceptions import SuspiciousFileOperation
from django.http import FileResponse, Http404, HttpResponse, HttpResponseNotModified, StreamingHttpResponse
from django.utils._os import safe_join
from django.utils.http import http_date, parse_http_date_safe
from django.views.decorators.http import require_safe

# Types that a browser may show. Whatever else lies in the folder is offered as a download.
SHOWN = {
    ".avif": "image/avif",
    ".gif": "image/gif",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".mp4": "video/mp4",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".vtt": "text/vtt; charset=utf-8",
    ".webm": "video/webm",
    ".webp": "image/webp",
}
# Stored names are random and a file never changes under its name.
CACHE_CONTROL = "public, max-age=31536000, immutable"
BYTES = re.compile(r"bytes=(\d{0,15})-(\d{0,15})")
CHUNK = 64 * 1024


@require_safe
def upload(request, name):
    """One file below MEDIA_ROOT: 200, 206 for a part of it, 304, 404 or 416."""
    file = _find(name)
    status = file.stat()
    modified = int(status.st_mtime)
    since = parse_http_date_safe(request.headers.get("If-Modified-Since", ""))
    if since is not None and modified <= since:
        response = HttpResponseNotModified()
    elif "Range" in request.headers:
        response = _part(file, status.st_size, request.headers["Range"])
    else:
        response = FileResponse(file.open("rb"))
        response["Content-Length"] = str(status.st_size)
    if response.status_code in {200, 206}:
        response["Content-Type"] = SHOWN.get(file.suffix.lower(), "application/octet-stream")
        response["Content-Disposition"] = "inline" if file.suffix.lower() in SHOWN else "attachment"
        response["Accept-Ranges"] = "bytes"
    response["Last-Modified"] = http_date(modified)
    response["Cache-Control"] = CACHE_CONTROL
    # Feed readers and search engines may show our pictures.
    response["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response


def _find(name: str) -> Path:
    """The file's path; anything outside the folder, hidden, or not a plain file does not exist."""
    try:
        file = Path(safe_join(settings.MEDIA_ROOT, name))
    except (SuspiciousFileOperation, ValueError) as error:
        raise Http404 from error
    hidden = any(part.startswith(".") for part in Path(name).parts)
    if hidden or not file.is_file():
        raise Http404
    return file


def _part(file: Path, size: int, wanted: str) -> HttpResponse:
    """The bytes that a Range header asks for; players ask for them to jump within a video."""
    match = BYTES.fullmatch(wanted.strip())
    if not match or not any(match.groups()):
        response = FileResponse(file.open("rb"))
        response["Content-Length"] = str(size)
        return response
    first, last = match.groups()
    start = int(first) if first else max(size - int(last), 0)
    end = min(int(last), size - 1) if first and last else size - 1
    if start >= size or start > end:
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}"})
    response = StreamingHttpResponse(_bytes(file, start, end), status=206)
    response["Content-Range"] = f"bytes {start}-{end}/{size}"
    response["Content-Length"] = str(end - start + 1)
    return response


def _bytes(file: Path, start: int, end: int):
    with file.open("rb") as stream:
        stream.seek(start, os.SEEK_SET)
        left = end - start + 1
        while left > 0:
            chunk = stream.read(min(CHUNK, left))
            if not chunk:
                return
            left -= len(chunk)
            yield chunk
