from __future__ import annotations

import tempfile
from threading import BoundedSemaphore

from django.http import FileResponse
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext as _

from ..asking import read_question
from ..dumps import FORMATS
from ..endpoint import FILE_COST, endpoint
from ..problems import Problem, not_found
from .api import found

#: Files that one process makes at the same time; who comes then is asked to come again.
_places = BoundedSemaphore(2)
RETRY_AFTER = 20


@endpoint(cost=FILE_COST)
def file(request, key: str, form: str):
    """Every record of a data set, or those that the same parameters as in its list ask for.

    It is written whole to a temporary file, from one statement, before the first byte is sent: a slow visitor then
    keeps neither a transaction nor a snapshot open.
    """
    if form not in FORMATS:
        raise not_found()
    resource = found(key)
    asked = read_question(resource.filters, request.GET).asked
    content_type, write = FORMATS[form]
    if not _places.acquire(blocking=False):
        raise Problem("busy", _("Other files are being created."), retry_after=RETRY_AFTER)
    target = tempfile.TemporaryFile()
    try:
        fingerprint = write(target, resource, resource.everything(asked), asked.at)
    finally:
        _places.release()
    etag = f'W/"{fingerprint[:32]}"'
    response = get_conditional_response(request, etag=etag)
    if response is not None:
        target.close()
    else:
        target.seek(0)
        name = f"liangjiang-{resource.key}-{timezone.localtime(asked.at):%Y%m%d}.{form}"
        response = FileResponse(target, as_attachment=True, filename=name, content_type=content_type)
    response["ETag"] = etag
    response["Cache-Control"] = "public, no-cache"
    return response
