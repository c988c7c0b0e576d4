"""What holds a record in its place: told as lines for a person of the newsroom."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib.admin.utils import quote
from django.db import models
from django.urls import NoReverseMatch, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext


@dataclass(frozen=True)
class Holder:
    """The record that an editor would open, and what of it points at what is held: a field, or a kind of row."""

    record: models.Model
    field: str


def record_of(row: models.Model) -> models.Model:
    """The row itself, or, for a row that lives inside another one, that one."""
    for field in row._meta.concrete_fields:
        is_parent = field.many_to_one and field.remote_field.on_delete is models.CASCADE
        if is_parent and not isinstance(row._meta.pk, models.AutoField):
            return getattr(row, field.name)
    return row


def lines_of(holders: Iterable[Holder], site, request) -> list[str]:
    """``Article: Headline · field`` for each, linked to its form. What the person may not see is only counted."""
    lines, hidden = [], 0
    for holder in holders:
        model_admin = (
            site.get_model_admin(type(holder.record)) if site.is_registered(type(holder.record)) else None
        )
        if model_admin is not None and not model_admin.has_view_permission(request, holder.record):
            hidden += 1
        else:
            lines.append(_line(holder, site))
    if hidden:
        text = ngettext(
            "%(number)s place outside your area",
            "%(number)s places outside your area",
            hidden,
        )
        lines.append(text % {"number": hidden})
    return lines


def _line(holder: Holder, site) -> str:
    options = holder.record._meta
    kind = capfirst(options.verbose_name)
    try:
        page = f"{site.name}:{options.app_label}_{options.model_name}_change"
        url = reverse(page, args=[quote(holder.record.pk)])
    except NoReverseMatch:
        name = str(holder.record)
    else:
        name = format_html('<a href="{}">{}</a>', url, holder.record)
    return format_html("{} · {}", say_kind(kind, name), holder.field)


def say_kind(kind: str, name: str) -> SafeString:
    """ "Article: Headline", with the colon of the active language; ``name`` may be HTML that is marked as safe."""
    return format_html(_("{kind}: {name}"), kind=kind, name=name)
