"""The answer of the index as a page shows it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bilingual.moments import day
from search_index.documents import kinds
from search_index.finding import COUNTED, Answer
from search_index.lines import joined
from search_index.models import PublicEntry
from search_index.snippets import Piece, marked, passage

from .asked import Asked

PER_PAGE = 10


@dataclass(frozen=True)
class Result:
    kind: str
    title: list[Piece]
    other_name: list[Piece]
    passage: list[Piece]
    address: str
    day: date | None


@dataclass(frozen=True)
class Choice:
    """A facet's value, with the number of hits and the address that chooses it or takes it away."""

    label: str
    count: int
    address: str
    is_chosen: bool


def results(keys: list[int], answer: Answer) -> list[Result]:
    """One query at most, for hits that were not weighed. A kind with a name of its own shows no date: it is no news."""
    labels = {kind.key: kind for kind in kinds()}
    unread = [key for key in keys if key not in answer.entries]
    entries = answer.entries | (PublicEntry.objects.in_bulk(unread) if unread else {})
    wordings = answer.reading.wordings
    return [
        Result(
            kind=str(labels[entry.kind].label),
            title=marked(entry.title, wordings),
            other_name=marked(entry.other_name, wordings) if entry.other_name != entry.title else [],
            passage=joined(passage(entry.text, wordings)),
            address=entry.address,
            day=entry.dated_on if labels[entry.kind].dated else None,
        )
        for entry in (entries[key] for key in keys if key in entries)
    ]


def chosen_filters(asked: Asked, sections: dict[str, str]) -> list[dict]:
    """What narrows the results: ``label``, and ``url``, which takes it away."""
    filters = asked.filters
    labels = {kind.key: capfirst(kind.label) for kind in kinds()}
    found = []
    if filters.kind:
        found.append({"label": labels[filters.kind], "url": asked.address(kind="", section="")})
    if filters.section:
        found.append({"label": sections[filters.section], "url": asked.address(section="")})
    if filters.since:
        label = _("From %(day)s") % {"day": day(filters.since)}
        found.append({"label": label, "url": asked.address(since="")})
    if filters.until:
        label = _("Up to %(day)s") % {"day": day(filters.until)}
        found.append({"label": label, "url": asked.address(until="")})
    return found


def kind_choices(asked: Asked, answer: Answer) -> list[Choice]:
    """Every kind among the hits, the most frequent first."""
    labels = {kind.key: capfirst(kind.label) for kind in kinds()}
    return _choices(asked, "kind", asked.filters.kind, answer.kinds, labels, also={"section": ""})


def section_choices(asked: Asked, answer: Answer, labels: dict[str, str]) -> list[Choice]:
    return _choices(asked, "section", asked.filters.section, answer.sections, labels, also={})


def _choices(asked: Asked, name: str, chosen: str, counts, labels: dict[str, str], *, also) -> list[Choice]:
    return [
        Choice(
            label=labels[value],
            count=count,
            address=asked.address(**{name: "" if value == chosen else value}, **also),
            is_chosen=value == chosen,
        )
        for value, count in counts.most_common()
        if value in labels
    ]


def count_in_words(answer: Answer) -> str:
    if answer.is_more:
        return _("More than %(number)s results") % {"number": f"{COUNTED:,}"}
    number = answer.count
    return ngettext("%(number)s result", "%(number)s results", number) % {"number": number}
