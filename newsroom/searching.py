"""The search of the newsroom: what is public and what is in hand, in both languages at once, as far as a person may
see it."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field

from django.contrib import admin
from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from django.utils.text import capfirst

from bilingual.languages import HTML_LANG, LANGUAGES, active_language, column, other_language
from publishing.publication.states import EditionState, edition_state
from publishing.rights.draft_access import WORK
from publishing.rights.permissions import can
from publishing.rights.scopes import areas_of
from search_index.documents import Kind, kinds
from search_index.drafts import matching
from search_index.finding import Filters, find
from search_index.lines import joined
from search_index.models import DraftEntry, PublicEntry
from search_index.snippets import Piece, marked, passage
from translation_desk.page_frame import sign

from .names import page_url

#: So many of each language and of each shelf are put in one order.
MOST = 200
#: How much the first places count before the next ones.
EVEN = 8

#: (key of the content type, primary key).
Key = tuple[int, int]


@dataclass(frozen=True)
class Hit:
    """A record as the page shows it. ``editions`` are its states, each with the language as it calls itself."""

    kind: str
    title: list[Piece]
    other_title: list[Piece]
    other_lang: str
    passage: list[Piece]
    passage_lang: str
    url: str
    public_url: str
    editions: list[tuple[dict, EditionState]]
    is_draft: bool


@dataclass
class Found:
    """``keys`` are those of the records in their order."""

    keys: list[Key] = field(default_factory=list)
    kinds: Counter = field(default_factory=Counter)
    public: dict[Key, dict[str, int]] = field(default_factory=lambda: defaultdict(dict))
    shelved: dict[Key, dict[str, DraftEntry]] = field(default_factory=lambda: defaultdict(dict))
    wordings: frozenset[str] = frozenset()


def kinds_for(user) -> list[Kind]:
    """The kinds of record that a person may look at in the newsroom."""
    return [kind for kind in kinds() if kind.model in admin.site._registry and can(user, "view", kind.model)]


def search(user, text: str, kind: str = "") -> Found:
    """What carries the words in either language, best first. ``kind`` is the key of the only kind that is wanted."""
    seen = {one.key: one for one in kinds_for(user)}
    found, points = Found(), defaultdict(float)
    if not seen:
        return found
    for language in LANGUAGES:
        answer = find(text, language, Filters())
        if answer.reading is None:
            return found
        found.wordings |= answer.reading.wordings
        for place, entry in enumerate(_public(answer.keys[:MOST], seen)):
            key = (entry.content_type_id, entry.object_id)
            found.public[key][language] = entry.pk
            points[key] += 1 / (EVEN + place)
        for place, entry in enumerate(_shelved(user, answer.reading, language, seen)):
            key = (entry.content_type_id, entry.object_id)
            found.shelved[key][language] = entry
            points[key] += 1 / (EVEN + place)
    types = {ContentType.objects.get_for_model(one.model).pk: one.key for one in seen.values()}
    found.kinds = Counter(types[content_type] for content_type, _pk in points)
    best_first = sorted(points, key=lambda key: (-points[key], key))
    found.keys = [key for key in best_first if kind in ("", types[key[0]])]
    return found


def _public(keys: list[int], seen: dict[str, Kind]) -> list[PublicEntry]:
    entries = PublicEntry.objects.filter(kind__in=seen).only("content_type_id", "object_id").in_bulk(keys)
    return [entries[key] for key in keys if key in entries]


def _shelved(user, reading, language: str, seen: dict[str, Kind]) -> list[DraftEntry]:
    """What stands on the second shelf and this person works on; headlines that carry the words first."""
    allowed = [one.key for one in seen.values() if any(can(user, verb, one.model) for verb in WORK)]
    entries = DraftEntry.objects.filter(matching(reading.strict), language=language, kind__in=allowed)
    areas = areas_of(user)
    if areas is not None:
        entries = entries.filter(Q(area="") | Q(area__in=areas))
    found = list(entries.defer("words")[:MOST])
    return sorted(
        found, key=lambda entry: not any(piece.is_marked for piece in marked(entry.title, reading.wordings))
    )


def hits(found: Found, keys: list[Key]) -> list[Hit]:
    """The hits of one page: a few queries, and one for each kind of record on it."""
    labels = {kind.model: kind for kind in kinds()}
    pks = [pk for key in keys for pk in found.public[key].values()]
    entries = PublicEntry.objects.in_bulk(pks)
    drafts = set(_drafts_of(keys))
    shown = []
    for key, record in _records(keys):
        texts = {language: entries[pk] for language, pk in found.public[key].items() if pk in entries}
        texts |= found.shelved[key]
        language = active_language() if active_language() in texts else next(iter(texts))
        entry = texts[language]
        other = other_language(language)
        kind = labels[type(record)]
        shown.append(
            Hit(
                kind=capfirst(record._meta.verbose_name),
                title=marked(entry.title or str(record), found.wordings),
                other_title=marked(getattr(record, column(kind.title, other)) or "", found.wordings),
                other_lang=HTML_LANG[other],
                passage=joined(passage(entry.text, found.wordings)),
                passage_lang=HTML_LANG[language],
                url=page_url(record._meta.label_lower, str(record.pk)),
                public_url=entry.address if isinstance(entry, PublicEntry) else "",
                editions=[(sign(code), edition_state(record, code)) for code in LANGUAGES],
                is_draft=key in drafts,
            )
        )
    return shown


def _drafts_of(keys: list[Key]):
    condition = Q(pk=None)
    for content_type, pk in keys:
        condition |= Q(content_type=content_type, object_id=pk)
    rows = DraftEntry.objects.filter(condition, is_draft=True).order_by()
    return rows.values_list("content_type_id", "object_id")


def _records(keys: list[Key]):
    """(key, record) in the order of the keys, without those that are gone."""
    by_type = defaultdict(list)
    for content_type, pk in keys:
        by_type[content_type].append(pk)
    records = {
        (content_type, pk): record
        for content_type, pks in by_type.items()
        for pk, record in ContentType.objects.get_for_id(content_type)
        .model_class()
        ._default_manager.in_bulk(pks)
        .items()
    }
    return [(key, records[key]) for key in keys if key in records]
