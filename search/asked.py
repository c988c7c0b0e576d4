"""What an address asks of the search page. Nonsense is left out and named; no address is an error."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from search_index.documents import KINDS
from search_index.finding import Filters
from search_index.reading import clean

BEST, NEWEST = "best", "newest"
#: Days outside are mistyped.
EARLIEST, LATEST = date(1900, 1, 1), date(2200, 1, 1)


@dataclass
class Asked:
    """``ignored`` has a sentence for each thing that was asked for in vain."""

    text: str
    filters: Filters
    ignored: list[str] = field(default_factory=list)

    @classmethod
    def from_query(cls, query, sections: dict[str, str]) -> Asked:
        ignored: list[str] = []
        kind = _one_of(query.get("kind", ""), {kind.key for kind in KINDS.values()}, ignored)
        section = _one_of(query.get("section", ""), set(sections), ignored)
        since, until = (_day(query.get(name, ""), ignored) for name in ("since", "until"))
        if since and until and since > until:
            ignored.append(_("The start date was after the end date, so they were swapped."))
            since, until = until, since
        newest = query.get("sort") == NEWEST
        return cls(clean(query.get("q", "")), Filters(kind, section, since, until, newest), ignored)

    @property
    def is_narrowed(self) -> bool:
        filters = self.filters
        return bool(filters.facets or filters.since or filters.until)

    @property
    def pairs(self) -> dict[str, str]:
        """The query string as pairs, without what is not asked for."""
        filters = self.filters
        pairs = {
            "q": self.text,
            "kind": filters.kind,
            "section": filters.section,
            "since": filters.since.isoformat() if filters.since else "",
            "until": filters.until.isoformat() if filters.until else "",
            "sort": NEWEST if filters.newest_first else "",
        }
        return {name: value for name, value in pairs.items() if value}

    def address(self, **changes: str) -> str:
        """Query string of the same question with other values; "" takes one away."""
        pairs = {name: value for name, value in {**self.pairs, **changes}.items() if value}
        return f"?{urlencode(pairs)}"


def _one_of(value: str, known: set[str], ignored: list[str]) -> str:
    if value and value not in known:
        ignored.append(_("“%(value)s” is not a filter here.") % {"value": clean(value)[:40]})
        return ""
    return value


def _day(value: str, ignored: list[str]) -> date | None:
    if not value:
        return None
    try:
        day = date.fromisoformat(value[:10])
    except ValueError:
        day = None
    if day is None or not EARLIEST <= day <= LATEST:
        ignored.append(_("“%(value)s” is not a date that can be searched.") % {"value": clean(value)[:40]})
        return None
    return day
