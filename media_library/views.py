"""Where files are taken away."""

from __future__ import annotations

from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils.crypto import constant_time_compare
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from .downloads import handed_out
from .models import Document
from .showing import is_shown


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
