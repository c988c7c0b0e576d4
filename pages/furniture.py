"""Settings and menus as the templates see them."""

from __future__ import annotations

from dataclasses import dataclass, field

from bilingual.languages import active_language
from ui.navigation import is_blank

from .models import MenuItem, Page, SiteSettings
from .sentences import SENTENCES


@dataclass
class Item:
    label: str
    url: str
    is_current: bool
    items: list[Item] = field(default_factory=list)
    #: Its address without language, by which sentences and numbers are found.
    path: str = ""
    #: What one gets there, in one sentence; only on the page of a section.
    sentence: str = ""


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
        """The settings and menus for the page at a path, in the active language."""
        return cls(SiteSettings.current(), Menus(**_menus(path, MenuItem.objects.filter(is_shown=True))))


@dataclass
class SectionMenu:
    """The group of the main menu that a section is the page of.

    ``labels`` is what staff call an address anywhere in the menus; ``hidden`` are addresses that stand in the menus and
    nowhere are shown.
    """

    items: list[Item]
    labels: dict[str, str]
    hidden: set[str]

    @classmethod
    def of(cls, path: str) -> SectionMenu:
        """The menu of the section at a path, in the active language. One query."""
        rows = list(MenuItem.objects.all())
        shown = [row for row in rows if row.is_shown]
        group = next((group for group in _menus(path, shown)["main"] if group.url == path), None)
        return cls(
            items=group.items if group else [],
            labels={row.path: row.label for row in reversed(shown) if row.label},
            hidden={row.path for row in rows} - {row.path for row in shown},
        )

    def tell(self, pages: list[Page]) -> None:
        """Give each item its sentence: the summary of a page that staff wrote, or that of a list."""
        summaries = {page.get_absolute_url(): page.summary for page in pages}
        for item in self.items:
            item.sentence = summaries.get(item.url) or SENTENCES.get(item.path, "")


def _menus(path: str, shown) -> dict[str, list[Item]]:
    menus: dict[str, list[Item]] = {menu: [] for menu in MenuItem.Menu.values}
    rows = [row for row in shown if row.label]
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
    return Item(row.label, url, is_current=bool(row.path) and path.startswith(url), path=row.path)
