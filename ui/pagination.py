"""Pages of a list, addressed by ``?page=N``. Nonsense in the address is answered with a sane page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from urllib.parse import urlencode

PER_PAGE = 20
#: Longer than any real page number; keeps int() from reading megabytes of digits.
MAX_DIGITS = 9


@dataclass
class Page:
    """One page of a list. ``ignored`` is what was asked for in vain, or an empty string."""

    items: Sequence
    number: int
    total: int
    per_page: int = PER_PAGE
    ignored: str = ""
    query: dict = field(default_factory=dict)

    @property
    def pages(self) -> int:
        return max(1, -(-self.total // self.per_page))

    @property
    def previous(self) -> int | None:
        return self.number - 1 if self.number > 1 else None

    @property
    def next(self) -> int | None:
        return self.number + 1 if self.number < self.pages else None

    @property
    def first_item(self) -> int:
        """Position of the first item in the whole list, from 1; 0 for an empty list."""
        return (self.number - 1) * self.per_page + 1 if self.total else 0

    @property
    def numbers(self) -> list[int | None]:
        """Numbers to offer: the first, the last and those around this page; None stands for a gap."""
        near = {1, self.pages, *range(max(1, self.number - 1), min(self.pages, self.number + 1) + 1)}
        offered: list[int | None] = []
        for number in sorted(near):
            if offered and number - (offered[-1] or 0) > 1:
                offered.append(None)
            offered.append(number)
        return offered

    def address(self, number: int | None) -> str:
        """Query string of another page of the same list, with its filters kept."""
        pairs = [(key, value) for key, values in self.query.items() for value in values if key != "page"]
        if number and number > 1:
            pairs.append(("page", str(number)))
        return f"?{urlencode(pairs)}" if pairs else "?"


def read_number(asked: str | None, pages: int) -> tuple[int, str]:
    """The page to show for what the address asks for, and what of it was ignored (empty: nothing)."""
    if not asked:
        return 1, ""
    if not (asked.isascii() and asked.isdigit()) or int(asked[:MAX_DIGITS]) < 1:
        return 1, asked[:40]
    if len(asked) > MAX_DIGITS or int(asked) > pages:
        return pages, asked[:40]
    return int(asked), ""


def paginate(
    request, queryset, *, per_page: int = PER_PAGE, total: int | None = None, window: Callable | None = None
) -> Page:
    """The page of a queryset that the request asks for.

    ``total`` saves the count where it is known. ``window(start, stop)`` reads a slice where the queryset's own
    OFFSET would be slow.
    """
    total = queryset.count() if total is None else total
    page = Page([], 1, total, per_page, query=dict(request.GET.lists()))
    page.number, page.ignored = read_number(request.GET.get("page"), page.pages)
    start, stop = (page.number - 1) * per_page, page.number * per_page
    page.items = list(window(start, stop) if window else queryset[start:stop])
    return page
