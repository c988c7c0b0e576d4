"""Telling a person where a file is used: in its form, before it is deleted, and on a page of its own."""

from __future__ import annotations

from collections.abc import Iterable

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404
from django.urls import NoReverseMatch, reverse
from django.utils.html import format_html
from django.utils.translation import ngettext

from ..usage import Use, mentions_of
from .frames import framed


def lines_of(uses: Iterable[Use], site, request) -> list[str]:
    """``Article: Headline · field`` for each use, linked to its form. What the person may not see is only counted."""
    lines, hidden = [], 0
    for use in uses:
        model_admin = site.get_model_admin(type(use.record)) if site.is_registered(type(use.record)) else None
        if model_admin is not None and not model_admin.has_view_permission(request, use.record):
            hidden += 1
        else:
            lines.append(_line(use, site))
    if hidden:
        text = ngettext(
            "%(number)s place that is not in your area",
            "%(number)s places that are not in your area",
            hidden,
        )
        lines.append(text % {"number": hidden})
    return lines


def _line(use: Use, site) -> str:
    options = use.record._meta
    kind = options.verbose_name[:1].upper() + options.verbose_name[1:]
    try:
        url = reverse(f"{site.name}:{options.app_label}_{options.model_name}_change", args=[use.record.pk])
    except NoReverseMatch:
        return format_html("{}: {} · {}", kind, use.record, use.field)
    return format_html('{}: <a href="{}">{}</a> · {}', kind, url, use.record, use.field)


def mentions(request, pk, model_admin):
    """The texts and drafts in which a file stands: every text is read for it, so that it is asked for by itself."""
    medium = get_object_or_404(model_admin.model, pk=pk)
    if not model_admin.has_view_permission(request, medium):
        raise PermissionDenied
    lines = lines_of(mentions_of(medium), model_admin.admin_site, request)
    return framed(request, model_admin, "mentions", str(medium), lines=lines)
