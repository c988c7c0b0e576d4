from __future__ import annotations

import tempfile
from threading import BoundedSemaphore

from django.http import FileResponse, Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ui.head import Head

from ..directory.answers import Answer
from ..exports.formats import FORMATS
from ..exports.rows import columns, found
from ..exports.terms import terms_of
from ..filters import EnterpriseFilters

#: Files that one process makes at the same time; who comes then is asked to come again.
_places = BoundedSemaphore(2)
RETRY_AFTER = 20


@require_safe
def export(request, kind: str):
    """What a question finds, as a file.

    It is written whole to a temporary file, from one statement, before the first byte is sent: a slow visitor then
    keeps neither a transaction nor a snapshot open.
    """
    if kind not in FORMATS:
        raise Http404
    filters = EnterpriseFilters(request.GET)
    if not _places.acquire(blocking=False):
        return _busy(request)
    try:
        file = tempfile.TemporaryFile()
        terms = terms_of(filters, reverse("enterprises:list"))
        FORMATS[kind].write(file, columns(), found(Answer(filters)), terms)
    finally:
        _places.release()
    file.seek(0)
    name = f"liangjiang-enterprises-{timezone.localdate():%Y%m%d}.{kind}"
    response = FileResponse(file, as_attachment=True, filename=name, content_type=FORMATS[kind].content_type)
    response["Cache-Control"] = "no-store"
    response["X-Robots-Tag"] = "noindex"
    return response


def _busy(request):
    context = {
        "head": Head(path=reverse("enterprises:list"), title=_("Please come again"), robots="noindex"),
        "title": _("Other files are being made just now"),
        "text": _("Please ask for yours again in half a minute. What you chose is kept in the address."),
        "url": request.get_full_path(),
    }
    response = render(request, "enterprises/busy.html", context, status=503)
    response["Retry-After"] = str(RETRY_AFTER)
    response["Cache-Control"] = "no-store"
    return response
