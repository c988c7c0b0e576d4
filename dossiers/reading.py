"""A dossier as it may be read today: what it said on its day, without what was withdrawn since.

An edition is shown while it is live, and only if it has been live ever since: one that was withdrawn and published
anew may have been withdrawn because it was wrong. The same holds for every text that names another record.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from django.apps import apps
from django.db.models import CharField, F, Value
from django.db.models.functions import Cast
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import override

from bilingual import moments
from bilingual.languages import LANGUAGES, active_language, column, other_language

from .kinds import KINDS, Kind
from .models import Dossier

MOMENTS = tuple(column(edge, code) for code in LANGUAGES for edge in ("live_from", "live_until"))


@dataclass
class Fact:
    """One line in one language; ``source`` is its number in the list of sources, 0 for none."""

    label: str
    text: str
    as_of: str
    note: str
    source: int
    is_sample: bool = False


@dataclass
class Edition:
    """What one language said of a record; ``gone`` is a sentence that says why nothing is shown, ``changed`` one that
    says that the record says something else by now."""

    language: str
    title: str = ""
    lead: str = ""
    gone: str = ""
    changed: str = ""


@dataclass
class Item:
    """A record: its two editions, the language of the reader first, and its lines in pairs."""

    kind: Kind
    number: int
    slug: str
    is_sample: bool
    editions: list[Edition]
    pairs: list[list[Fact | None]]
    url: str = ""

    @property
    def title(self) -> str:
        return next((edition.title for edition in self.editions if edition.title), "")

    @property
    def name(self) -> str:
        """What the contents call it; figures of one title are told apart by their values."""
        if not self.title:
            return _("A record that is no longer published")
        value = next((fact.text for fact in self.pairs[0] if fact), "") if self.pairs else ""
        if self.kind.key != "figure" or not value:
            return self.title
        return _("%(name)s: %(state)s") % {"name": self.title, "state": value}

    @property
    def is_gone(self) -> bool:
        return all(edition.gone for edition in self.editions)


@dataclass
class Source:
    """``names`` in the order of the columns, each with its date; "" where a language has none."""

    number: int
    names: list[str]
    url: str


@dataclass
class Standing:
    """How a record is public now."""

    slug: str
    changed_at: datetime
    editions: dict[str, tuple[datetime | None, datetime | None]]


@dataclass
class Reading:
    """A dossier for readers of the active language: ``languages`` in the order of its columns. One query."""

    dossier: Dossier
    items: list[Item] = field(default_factory=list)
    sources: list[Source] = field(default_factory=list)

    @classmethod
    def of(cls, dossier: Dossier) -> Reading:
        reading = cls(dossier)
        reading._standings = _standings_of(dossier)
        reading._numbers = {}
        order = list(KINDS)
        for number, item in enumerate(
            sorted(dossier.facts["items"], key=lambda one: order.index(one["kind"])), 1
        ):
            reading.items.append(reading._item(number, item))
        reading._cite()
        return reading

    @cached_property
    def languages(self) -> list[str]:
        return [active_language(), other_language(active_language())]

    @property
    def has_samples(self) -> bool:
        """Whether a record that is shown, or one line of it, is made up."""
        facts = (fact for item in self.items for pair in item.pairs for fact in pair if fact)
        is_sample = any(item.is_sample and not item.is_gone for item in self.items)
        return is_sample or any(fact.is_sample for fact in facts)

    def sections(self) -> list[tuple[Kind, list[Item]]]:
        """(kind, its items) pairs, kinds in their usual order."""
        return [
            (kind, found)
            for kind in KINDS.values()
            if (found := [one for one in self.items if one.kind is kind])
        ]

    # Items

    def _item(self, number: int, item: dict) -> Item:
        kind = KINDS[item["kind"]]
        standing = self._standings.get((kind.model._meta.label_lower, item["key"]))
        editions = [self._edition(item, standing, language) for language in self.languages]
        shown = [edition.language for edition in editions if not edition.gone]
        slug = standing.slug if standing else item["slug"]
        return Item(
            kind,
            number,
            slug,
            item["sample"],
            editions,
            self._pairs(item, shown),
            url=kind.url(slug) if self.languages[0] in shown else "",
        )

    def _edition(self, item: dict, standing: Standing | None, language: str) -> Edition:
        said = item["editions"].get(language)
        since = self.dossier.created_at
        with override(language):
            if gone := _why_gone(said, standing, language, since):
                return Edition(language, gone=gone)
            words = _("Changed since this dossier was made: see its current page.")
        return Edition(
            language, said["title"], said["lead"], changed=words if standing.changed_at > since else ""
        )

    def _pairs(self, item: dict, shown: list[str]) -> list[list[Fact | None]]:
        lines = {code: {line["key"]: line for line in item["editions"][code]["lines"]} for code in shown}
        keys = dict.fromkeys(key for code in self.languages for key in lines.get(code, {}))
        pairs = [[self._fact(lines.get(code, {}).get(key), code) for code in self.languages] for key in keys]
        return [pair for pair in pairs if any(pair)]

    def _fact(self, line: dict | None, language: str) -> Fact | None:
        if line is None:
            return None
        texts = [value["text"] for value in line["values"] if self._may_name(value.get("of"), language)]
        if not texts:
            return None
        with override(language):
            text = _(", ").join(texts)
            as_of = _("As of %(period)s.") % {"period": line["as_of"]} if line.get("as_of") else ""
        source = self._number(line["source"]) if line.get("source") else 0
        return Fact(line["label"], text, as_of, line.get("note", ""), source, line.get("sample", False))

    def _may_name(self, of: list | None, language: str) -> bool:
        if of is None:
            return True
        standing = self._standings.get(tuple(of))
        return standing is not None and _is_kept(standing, language, self.dossier.created_at)

    # Sources

    def _number(self, key: str) -> int:
        """Sources are numbered in the order in which they are first named."""
        return self._numbers.setdefault(key, len(self._numbers) + 1)

    def _cite(self) -> None:
        for key, number in self._numbers.items():
            source = self.dossier.facts["sources"][key]
            names = [_dated(source["names"][code], source["dated"][code], code) for code in self.languages]
            self.sources.append(Source(number, names, source["url"]))


def _dated(name: str, date: str, language: str) -> str:
    with override(language):
        return _("%(name)s, %(date)s") % {"name": name, "date": date} if name and date else name


def _is_kept(standing: Standing, language: str, since: datetime) -> bool:
    begin, end = standing.editions[language]
    return begin is not None and begin <= since and (end is None or end > timezone.now())


def _why_gone(said: dict | None, standing: Standing | None, language: str, since: datetime) -> str:
    """A sentence in the active language; "" when the edition is shown."""
    if said is None:
        return _("On that day there was no edition in this language.")
    if standing is None:
        return _("This record is no longer published, and its earlier content is no longer shown.")
    if _is_kept(standing, language, since):
        return ""
    begin, end = standing.editions[language]
    if end is not None and end <= timezone.now():
        words = _("Withdrawn on %(day)s. Its earlier content is no longer shown.")
        return words % {"day": moments.day(end)}
    if begin is not None and begin > since:
        words = _(
            "Withdrawn, then published again on %(day)s. Its earlier content is no longer shown; see "
            "the current page."
        )
        return words % {"day": moments.day(begin)}
    return _("This record is no longer published, and its earlier content is no longer shown.")


def _standings_of(dossier: Dossier) -> dict[tuple[str, int], Standing]:
    """How every record that is spoken of or named is public now, by the label of its model and its key."""
    keys: dict[str, set[int]] = {}
    for item in dossier.facts["items"]:
        keys.setdefault(KINDS[item["kind"]].model._meta.label_lower, set()).add(item["key"])
        for edition in item["editions"].values():
            for line in edition["lines"]:
                for value in line["values"]:
                    if "of" in value:
                        keys.setdefault(value["of"][0], set()).add(value["of"][1])
    rows = [_rows(label, found) for label, found in keys.items()]
    if not rows:
        return {}
    found = {}
    for label, key, slug, changed_at, *edges in rows[0].union(*rows[1:], all=True) if rows[1:] else rows[0]:
        editions = {code: (edges[2 * place], edges[2 * place + 1]) for place, code in enumerate(LANGUAGES)}
        found[label, int(key)] = Standing(slug, changed_at, editions)
    return found


def _rows(label: str, keys: set[int]):
    text = CharField()
    columns = {
        "stands_label": Value(label, text),
        "stands_key": Cast("pk", text),
        "stands_slug": F("slug"),
        "stands_changed": F("changed_at"),
    }
    names = [*columns, *MOMENTS]
    # A union puts columns together by their place; a rewritten queryset would mix them up.
    records = apps.get_model(label)._default_manager.filter(pk__in=keys)
    return records.rewrite(False).order_by().annotate(**columns).values_list(*names)
