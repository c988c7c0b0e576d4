"""Enterprises as the directory keeps them: their values, names and dates, read in two queries."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import CharField, F, Value
from django.db.models.functions import Cast
from django.utils import timezone

from bilingual.languages import LANGUAGES, column
from bilingual.periods import Period

from ..models import Award, ChainPlace, Enterprise, EnterpriseName, Facility, Listing

EMPTY = Value("", CharField())
#: Columns of the one query that reads all parts: what it is, whose, and up to four texts.
PART = ("part_kind", "part_owner", "part_a", "part_b", "part_c", "part_d")


@dataclass(frozen=True, slots=True)
class Held:
    """An award as far as it decides who is found. ``begins`` and ``ends`` are None where nobody knows."""

    level: UUID
    status: str
    begins: date | None
    ends: date | None


@dataclass(frozen=True, slots=True)
class Entry:
    """``values`` are (facet, value) pairs; ``names`` every name, folded; ``windows`` when it is live, by language."""

    pk: int
    values: frozenset[tuple[str, object]]
    awards: tuple[Held, ...]
    names: str
    sort_keys: dict[str, str]
    windows: dict[str, tuple[datetime | None, datetime | None]]
    verified_on: date | None
    founded_on: date | None
    updated_on: date


def folded(text: str) -> str:
    """Letters and digits alone: without case, accents, width, spaces, hyphens and apostrophes of any kind."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    return "".join(character for character in plain if character.isalnum())


def entries(keys: set[int] | None = None) -> list[Entry]:
    """The enterprises with these keys, or all, as the database holds them; those that never were live are left out."""
    rows = Enterprise.objects.rewrite(False).order_by().exclude(live_from_en=None, live_from_zh_hans=None)
    if keys is not None:
        rows = rows.filter(pk__in=keys)
    parts = _parts(keys)
    return [_entry(row, parts[row["pk"]]) for row in rows.values(*_columns()).iterator()]


def _columns() -> list[str]:
    both = ("legal_name", "short_name", "sort_key", "live_from", "live_until")
    own = (
        "pk",
        "ownership",
        "origin",
        "size_band",
        "is_exporter",
        "founded",
        "verified_on",
        "changed_at",
        "credit_code",
    )
    return [*own, *(column(name, language) for name in both for language in LANGUAGES)]


def _parts(keys: set[int] | None) -> dict[int, list[tuple]]:
    """All rows about an enterprise that decide who is found, by its key."""
    english, chinese = (column("name", language) for language in LANGUAGES)
    through = Enterprise.industries.through.objects
    narrow = [
        _part(
            "award",
            Award.objects.rewrite(False),
            "enterprise_id",
            "level_id",
            "status",
            "awarded",
            "valid_until",
        ),
        _part("name", EnterpriseName.objects.rewrite(False), "enterprise_id", english, chinese),
        _part("park", Facility.objects.rewrite(False).exclude(park=None), "enterprise_id", "park_id"),
        _part("chain", ChainPlace.objects, "enterprise_id", "link_id"),
        _part("industry", through, "enterprise_id", "industry_id"),
        _part("listed", Listing.objects, "enterprise_id", "code"),
    ]
    if keys is not None:
        narrow = [rows.filter(part_owner__in=keys) for rows in narrow]
    found: dict[int, list[tuple]] = defaultdict(list)
    for row in narrow[0].union(*narrow[1:], all=True).iterator():
        found[row[1]].append(row)
    return found


def _part(kind: str, rows, owner: str, *texts: str):
    # In the order of PART: a union puts columns together by their place. A rewritten queryset would mix them up.
    columns = {"part_kind": Value(kind, CharField()), "part_owner": F(owner)}
    for place, name in enumerate(PART[2:]):
        columns[name] = Cast(texts[place], CharField()) if place < len(texts) else EMPTY
    return rows.order_by().annotate(**columns).values_list(*PART)


def _entry(row: dict, parts: list[tuple]) -> Entry:
    values: set[tuple[str, object]] = set()
    awards, names = [], [row["credit_code"]]
    for kind, _owner, first, second, third, fourth in parts:
        if kind == "award":
            awards.append(Held(UUID(first), second, _begin(third), _day(fourth)))
        elif kind == "name":
            names += [first, second]
        elif kind == "chain":
            values.add(("chain", UUID(first)))
        elif kind == "listed":
            values.add(("listed", "yes"))
            names.append(first)
        else:
            values.add((kind, int(first)))
    for facet, name in (("ownership", "ownership"), ("size", "size_band"), ("origin", "origin")):
        if row[name]:
            values.add((facet, row[name]))
    if row["is_exporter"] is not None:
        values.add(("exporter", "yes" if row["is_exporter"] else "no"))
    for language in LANGUAGES:
        names += [row[column("legal_name", language)], row[column("short_name", language)]]
        # The reading of the Chinese name: chang an qi che is looked for as changan.
        names.append(row[column("sort_key", language)])
    changed = timezone.localtime(row["changed_at"]).date()
    return Entry(
        pk=row["pk"],
        values=frozenset(values),
        awards=tuple(awards),
        names="\n".join(dict.fromkeys(folded(name) for name in names if name)),
        sort_keys={language: row[column("sort_key", language)] for language in LANGUAGES},
        windows={
            language: (row[column("live_from", language)], row[column("live_until", language)])
            for language in LANGUAGES
        },
        verified_on=row["verified_on"],
        founded_on=row["founded"].start if row["founded"] else None,
        updated_on=max(changed, row["verified_on"]) if row["verified_on"] else changed,
    )


def _begin(text: str | None) -> date | None:
    return Period.parse(text).start if text else None


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text[:10]) if text else None
