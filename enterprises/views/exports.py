from __future__ import annotations

from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from spreadsheets.exporting.places import RETRY_AFTER, NoPlace, places
from ui.head import Head

from ..directory.answers import Answer
from ..exports.formats import FORMATS
from ..exports.rows import columns, read
from ..exports.terms import terms_of
from ..filters import EnterpriseFilters


@require_safe
def export(request, kind: str):
    """What a question finds, as a file."""
    if kind not in FORMATS:
        raise Http404
    filters = EnterpriseFilters(request.GET)
    name = f"liangjiang-enterprises-{timezone.localdate():%Y%m%d}"
    told, terms = columns(), terms_of(filters, reverse("enterprises:list"))
    try:
        response = places.send(lambda: FORMATS[kind](name, told, read(Answer(filters), told), terms))
    except NoPlace:
        return _busy(request)
    response["Cache-Control"] = "no-store"
    response["X-Robots-Tag"] = "noindex"
    return response


def _busy(request):
    context = {
        "head": Head(path=reverse("enterprises:list"), title=_("Try again later"), robots="noindex"),
        "title": _("Other files are being created"),
        "text": _("Try again in half a minute. Your filters are kept in the address."),
        "url": request.get_full_path(),
    }
    response = render(request, "enterprises/busy.html", context, status=503)
    response["Retry-After"] = str(RETRY_AFTER)
    response["Cache-Control"] = "no-store"
    return response
