"""Addresses of our own site in a text, made into references: they then follow their record, in both languages."""

from __future__ import annotations

import re
from collections import defaultdict

from django.conf import settings
from django.db import models
from django.urls import Resolver404, resolve
from django.utils.translation import override

from publishing.addresses.redirects import without_language
from publishing.models import Redirect
from publishing.models.redirect import LENGTH

from .references import Link, addresses_in, reference_to, with_links
from .targets import address_in, linkable_models, rows_of

_SCHEME = re.compile(r"^https?:", re.IGNORECASE)


def referred(html: str) -> str:
    """Sanitised HTML in which links to pages of records are references; other links stay as they are.

    Old addresses that lead on are followed. Without an address of this site in it a text costs no query; with some,
    one for each kind of record that has pages.
    """
    paths = {path for address in addresses_in(html) if (path := own_path(address))}
    if not paths:
        return html
    records = _records_at(paths)

    def written(link: Link) -> str:
        record = records.get(own_path(link.address))
        if record is None:
            return link.html
        return f'<a{link.before} href="{reference_to(record)}"{link.after}>{link.words}</a>'

    return with_links(html, written)


def referred_record(address: str) -> models.Model | None:
    """The record whose page an address of this site is, or was; None for any other words."""
    path = own_path(address)
    return _records_at({path}).get(path) if path else None


def own_path(address: str) -> str | None:
    """``/en/news/…`` of an address of this site; None for others, and for those that name a place within a page."""
    site = _SCHEME.sub("", settings.SITE_URL.rstrip("/")).lower()
    path = _SCHEME.sub("", address.strip())
    if path.lower().startswith(f"{site}/"):
        path = path[len(site) :]
    is_path = path.startswith("/") and not path.startswith("//")
    return path if is_path and "?" not in path and "#" not in path and len(path) <= LENGTH else None


def _records_at(paths: set[str]) -> dict[str, models.Model]:
    found = _at_present(paths)
    moved = _moved(paths - set(found))
    onward = _at_present(set(moved.values())) if moved else {}
    return found | {old: onward[new] for old, new in moved.items() if new in onward}


def _moved(paths: set[str]) -> dict[str, str]:
    """Where old addresses lead, by old address. One query."""
    parted = {path: without_language(path) for path in paths if "\0" not in path}
    rows = Redirect.objects.filter(old_path__in={rest for language, rest in parted.values() if language})
    new = {(row.language, row.old_path): f"/{row.language}{row.new_path}" for row in rows}
    return {path: new[key] for path, key in parted.items() if key in new}


def _at_present(paths: set[str]) -> dict[str, models.Model]:
    """The records that live at addresses. A record is one whose own address it is, whatever made the address."""
    wanted: dict[str, dict[str, list[str]]] = {"slug": defaultdict(list), "pk": defaultdict(list)}
    for path in paths:
        captured = _captured(path)
        for name, by_value in wanted.items():
            if name in captured:
                by_value[str(captured[name])].append(path)
    found = {}
    for model in linkable_models():
        name = "slug" if any(field.name == "slug" for field in model._meta.concrete_fields) else "pk"
        if not wanted[name]:
            continue
        for record in rows_of(model).filter(**{f"{name}__in": list(wanted[name])}):
            for path in wanted[name].get(str(getattr(record, name)), []):
                language = without_language(path)[0]
                if language and address_in(record, language) == path:
                    found[path] = record
    return found


def _captured(path: str) -> dict:
    language = without_language(path)[0]
    if language is None:
        return {}
    with override(language):
        try:
            return resolve(path).kwargs
        except Resolver404:
            return {}
