"""A shortlist: an address that names records, nothing that is stored here."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ui.query_strings import unknown_names

from .kinds import KINDS, SLUG, Kind, Named, named

#: Records that one list, and so one dossier, can hold.
MOST = 24
#: Characters of an address that are read.
LONGEST = 4000


@dataclass
class Shortlist:
    """``found`` in the order of the address; ``ignored`` says what was left out and why."""

    asked: list[tuple[Kind, str]] = field(default_factory=list)
    found: list[Named] = field(default_factory=list)
    ignored: list[str] = field(default_factory=list)

    @classmethod
    def read(cls, texts: list[str]) -> Shortlist:
        """Read ``enterprise:seres,park:longxing``. At most two queries."""
        shortlist, strange = cls(), []
        for word in dict.fromkeys(",".join(texts)[:LONGEST].split(",")):
            kind, _colon, slug = word.partition(":")
            if kind in KINDS and SLUG.fullmatch(slug):
                shortlist.asked.append((KINDS[kind], slug))
            elif word.strip():
                strange.append(word)
        shortlist._refuse(strange)
        shortlist._find()
        return shortlist

    def _find(self) -> None:
        by_item = {one.item: one for one in named(self._live())}
        order = [f"{kind.key}:{slug}" for kind, slug in self.asked]
        here = [by_item[item] for item in order if item in by_item]
        self.found, surplus = here[:MOST], here[MOST:]
        missing = [(kind, slug) for kind, slug in self.asked if f"{kind.key}:{slug}" not in by_item]
        elsewhere = {one.item: one for one in named(_anywhere(missing))} if missing else {}
        for one in elsewhere.values():
            # By the name of the edition that is public: that of the other one is still a draft.
            words = _("“%(name)s” is not published in this language and was left out.")
            self.ignored.append(words % {"name": one.other})
        self._refuse([slug for kind, slug in missing if f"{kind.key}:{slug}" not in elsewhere])
        if surplus:
            words = ngettext(
                "A shortlist holds up to %(most)s records; %(number)s more was left out.",
                "A shortlist holds up to %(most)s records; %(number)s more were left out.",
                len(surplus),
            )
            self.ignored.append(words % {"most": MOST, "number": len(surplus)})

    def _live(self):
        return [
            (kind, kind.model.objects.live().filter(slug__in=slugs)) for kind, slugs in _by_kind(self.asked)
        ]

    def _refuse(self, words: list[str]) -> None:
        self.ignored += unknown_names(words)

    @property
    def items(self) -> str:
        """The list as an address writes it."""
        return ",".join(one.item for one in self.found)

    @property
    def is_full(self) -> bool:
        return len(self.found) >= MOST

    def without(self, one: Named) -> str:
        return ",".join(other.item for other in self.found if other is not one)

    def with_one(self, item: str) -> str:
        return ",".join([*(one.item for one in self.found), item])

    def slugs(self, kind: str) -> list[str]:
        return [one.slug for one in self.found if one.kind.key == kind]

    def groups(self) -> list[tuple[str, list[tuple[Named, str]]]]:
        """(heading, (record, the list without it) pairs) of each kind that is there."""
        groups = [
            (str(kind.label), [(one, self.without(one)) for one in self.found if one.kind is kind])
            for kind in KINDS.values()
        ]
        return [(label, rows) for label, rows in groups if rows]


def _by_kind(asked: list[tuple[Kind, str]]) -> list[tuple[Kind, list[str]]]:
    slugs: dict[str, list[str]] = {}
    for kind, slug in asked:
        slugs.setdefault(kind.key, []).append(slug)
    return [(KINDS[key], found) for key, found in slugs.items()]


def _anywhere(missing: list[tuple[Kind, str]]):
    return [
        (kind, kind.model.objects.live_anywhere().filter(slug__in=slugs)) for kind, slugs in _by_kind(missing)
    ]
