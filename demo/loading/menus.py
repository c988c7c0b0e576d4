"""The menus and the site's own words."""

from __future__ import annotations

from pathlib import Path

from django.core.exceptions import ValidationError
from django.db import transaction

from demo.reading import ContentError, Record, read_table
from pages.models import MenuItem, SiteSettings


def load_menus(file: Path, *, refresh: bool = False) -> int:
    """Write each menu that has no items yet, or with ``refresh`` every one anew; returns the items written.

    The file has, for each menu, ``[[<menu>]]`` items with their own ``items``. Raises ContentError.
    """
    written = 0
    for menu, items in read_table(file).items():
        with transaction.atomic():
            existing = MenuItem.objects.filter(menu=menu)
            if existing.exists() and not refresh:
                continue
            existing.delete()
            written += _write(file, menu, items, None)
    return written


def load_site(file: Path, *, refresh: bool = False) -> bool:
    """Write the site settings when there are none, or with ``refresh``; whether they were written."""
    values = read_table(file)
    if not values or (SiteSettings.objects.exists() and not refresh):
        return False
    record = Record(file, "site", values)
    site = SiteSettings.current()
    for key, value in values.items():
        if not hasattr(site, key):
            raise ContentError(record, key, "the site settings have no such column")
        setattr(site, key, value)
    _check(record, site)
    site.save()
    return True


def _write(file: Path, menu: str, items: list[dict], parent: MenuItem | None) -> int:
    written = 0
    for position, values in enumerate(items, start=1):
        record = Record(file, f"{menu}/{values.get('label_en', position)}", values)
        columns = {key: value for key, value in values.items() if key != "items"}
        unknown = sorted(set(columns) - {"label_en", "label_zh_hans", "path"})
        if unknown:
            raise ContentError(record, unknown[0], "a menu item has label_en, label_zh_hans, path and items")
        item = MenuItem(menu=menu, parent=parent, position=position, **columns)
        _check(record, item)
        item.save()
        written += 1 + _write(file, menu, values.get("items", []), item)
    return written


def _check(record: Record, row) -> None:
    try:
        row.full_clean()
    except ValidationError as error:
        key, problems = next(iter(error.message_dict.items()))
        raise ContentError(record, key, " ".join(problems)) from error
