"""The directory as rows and as a table, and what its page says of itself."""

from __future__ import annotations

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bilingual.addresses import absolute
from bilingual.moments import iso_day
from bilingual.regions import region_name
from evidence.lines import Line
from ui.faceted import list_title
from ui.head import Head, page_head, schema

from ..filters import EnterpriseFilters
from ..models import Award, Enterprise, Park
from .designations import HELD, award_name
from .facts import metric_lines

#: More filters than these make a page of their own for nobody: search engines are asked to leave it.
MOST_INDEXED = 1


def result_count(number: int) -> str:
    return ngettext("%(number)s enterprise", "%(number)s enterprises", number) % {"number": number}


def park_of(enterprise: Enterprise) -> Park | None:
    """The park of the first facility that stands in one that is public in this language."""
    parks = (facility.park for facility in enterprise.facilities.all())
    return next((park for park in parks if park and park.is_live()), None)


def key_figure(enterprise: Enterprise) -> Line | None:
    """The one figure that a row of the directory shows: the first that editors put there."""
    return next(iter(metric_lines(list(enterprise.metrics.all())[:1])), None)


def table(enterprises, filters: EnterpriseFilters) -> dict:
    """The directory as a table, for ``enterprises/_table.html``: head cells that sort, and (enterprise, cells) rows."""
    columns = [
        (_("Enterprise"), "name"), (_("Main business"), ""), (_("Industry"), ""), (_("Park"), ""),
        (_("Ownership"), ""), (_("Size"), ""), (_("Origin"), ""), (_("Founded"), "founded"),
        (_("Designations"), "designation"), (_("Last verified"), "verified"),
    ]  # fmt: skip
    rows = [_row(enterprise) for enterprise in enterprises]
    # A column in which nothing is known yet only pushes the others off the screen.
    known = [place for place in range(len(columns)) if any(row[place]["text"] for row in rows)]
    return {
        "caption": _("Enterprises"),
        "head": [_head_cell(*columns[place], filters) for place in known],
        "rows": [(one, [row[place] for place in known]) for one, row in zip(enterprises, rows, strict=True)],
    }


def _head_cell(label: str, sort: str, filters: EnterpriseFilters) -> dict:
    """``sorted`` is the value of aria-sort; the address sorts by this column, or the other way round."""
    if not sort:
        return {"label": label}
    is_present = filters.sort == sort
    # Names and years go up by themselves, designations and dates down: the best and the latest come first.
    goes_up = (sort in ("name", "founded")) != filters.is_reversed
    order = f"-{sort}" if is_present and not filters.is_reversed else sort
    return {
        "label": label,
        "url": filters.address(sort=order) or "?",
        "sorted": ("ascending" if goes_up else "descending") if is_present else "",
    }


def _row(enterprise: Enterprise) -> list[dict]:
    park = park_of(enterprise)
    return [
        {"text": enterprise.short_name, "url": enterprise.get_absolute_url(), "is_head": True},
        {"text": enterprise.activity},
        {"text": _(", ").join(industry.name for industry in enterprise.industries.all())},
        {"text": park.name if park else "", "url": park.get_absolute_url() if park else ""},
        {"text": capfirst(enterprise.get_ownership_display())},
        {"text": capfirst(enterprise.get_size_band_display())},
        {"text": region_name(enterprise.origin) if enterprise.origin else ""},
        {"text": str(enterprise.founded or "")},
        {"text": _(", ").join(_designation(award) for award in enterprise.awards.all())},
        {"text": iso_day(enterprise.verified_on)},
    ]


def _designation(award: Award) -> str:
    name, standing = award_name(award), award.standing()
    if standing in HELD or standing == award.level.key:
        return name
    return _("%(designation)s (%(standing)s)") % {"designation": name, "standing": award.standing_label}


def directory_head(path: str, filters: EnterpriseFilters, page, breadcrumbs) -> Head:
    """The head of one page of the list.

    Its canonical address holds the filters in a fixed order and the page number; how the list is sorted or shown is
    left out, because that changes nothing of what it says.
    """
    query = filters.question
    if page.number > 1:
        query += ("&" if query else "?") + f"page={page.number}"
    is_deep = len(filters.pairs) > MOST_INDEXED or filters.text or filters.on or filters.since
    described = _("Enterprises of Liangjiang New Area by industry, park and designation, each figure dated.")
    title = list_title(filters.chosen, _("Enterprises"), _("Enterprises: %(filters)s"))
    return page_head(
        path + query,
        title,
        described,
        breadcrumbs,
        item_list(page, title),
        robots="noindex, follow" if is_deep or not page.total else "",
        feeds=[(title, reverse("enterprises:feed") + filters.question)],
    )


def item_list(page, title: str) -> dict:
    """schema.org ItemList of the enterprises on this page, at their places in the whole list."""
    entries = [
        {
            "@type": "ListItem",
            "position": place,
            "name": enterprise.short_name,
            "url": absolute(enterprise.get_absolute_url()),
        }
        for place, enterprise in enumerate(page.items, page.first_item)
    ]
    # An empty list says so, too.
    return {**schema("ItemList", name=title), "numberOfItems": page.total, "itemListElement": entries}
