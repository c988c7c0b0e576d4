"""Telling a person where a file is used, on a page of its own."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404

from bilingual.holders import lines_of

from ..usage import mentions_of
from .frames import framed


def mentions(request, pk, model_admin):
    """The texts and drafts in which a file stands: every text is read for it, so that it is asked for by itself."""
    medium = get_object_or_404(model_admin.model, pk=pk)
    if not model_admin.has_view_permission(request, medium):
        raise PermissionDenied
    lines = lines_of(mentions_of(medium), model_admin.admin_site, request)
    return framed(request, model_admin, "mentions", str(medium), lines=lines)
