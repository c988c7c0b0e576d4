"""Settings and menus as the templates see them."""

from __future__ import annotations

from dataclasses import dataclass, field

from bilingual.languages import active_language
from ui.navigation import is_blank

from .models import MenuItem, SiteSettings


@dataclass
class Item:
    label: str
    url: str
    is_current: bool
    items: list[Item] = field(default_factory=list)


@dataclass
class Menus:
    main: list[Item]
    header: list[Item]
    footer: list[Item]


@dataclass
class Furniture:
    settings: SiteSettings
    menus: Menus

    @classmethod
    def for_path(cls, path: str) -> Furniture:
        """The furniture of the page at a path, in the active language."""
        return cls(SiteSettings.current(), Menus(**_menus(path)))


def section_items(path: str) -> list[Item]:
    """The menu items of the main-menu group whose own address is this path."""
    return next((group.items for group in _menus(path)["main"] if group.url == path), [])


def _menus(path: str) -> dict[str, list[Item]]:
    menus: dict[str, list[Item]] = {menu: [] for menu in MenuItem.Menu.values}
    rows = [row for row in MenuItem.objects.filter(is_shown=True) if row.label]
    items = {row.pk: _item(row, path) for row in rows}
    for row in rows:
        if is_blank(row.path):
            continue
        if row.parent_id is None:
            menus[row.menu].append(items[row.pk])
        elif row.parent_id in items:
            items[row.parent_id].items.append(items[row.pk])
    return menus


def _item(row: MenuItem, path: str) -> Item:
    url = f"/{active_language()}/{row.path}"
    return Item(row.label, url, is_current=bool(row.path) and path.startswith(url))
