"""Editions into the index and out of it, in the transaction that publishes them: the index is never ahead of the
site, and never behind."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from zlib import crc32

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils import timezone
from django.utils.translation import override

from bilingual.languages import LANGUAGES, column
from publishing.models import Publishable

from .backends import Stored, backend
from .documents import KINDS, Document, Kind
from .models import PLACES_A_SECOND, Name, PublicEntry, Spelling, first_key
from .naming import spelt
from .spelling import correctable, keys_of
from .words import initial_tokens, sound_tokens, tokens
from .words import words as written

#: How many of a record's names count.
MOST_NAMES = 60


@dataclass
class Batch:
    """Editions of one language that are written together."""

    language: str
    entries: list[PublicEntry] = field(default_factory=list)
    stored: list[Stored] = field(default_factory=list)
    names: list[Name] = field(default_factory=list)
    words: set[str] = field(default_factory=set)


@transaction.atomic
def index(records: Iterable[Publishable]) -> int:
    """Write every edition of these records that is live or will be, and take the others out. Returns how many are in.

    All records are of one model.
    """
    records = list(records)
    if not records:
        return 0
    model = type(records[0])
    kind, content_type = KINDS[model], ContentType.objects.get_for_model(model)
    now, number = timezone.now(), 0
    for language in LANGUAGES:
        erase(content_type, [record.pk for record in records], language)
        batch = Batch(language)
        with override(language):
            for record in records:
                if _is_or_will_be_live(record, language, now):
                    _add(batch, record, kind, content_type)
        _write(batch)
        number += len(batch.entries)
    return number


def index_keys(model: type[Publishable], pks: Iterable[int]) -> int:
    """The same for records that were written by the thousand, past all signals; they are read anew."""
    return index(KINDS[model].records().filter(pk__in=pks))


def erase(content_type: ContentType, pks: Iterable, language: str) -> None:
    """Take the editions of these records out of the index."""
    found = PublicEntry.objects.filter(content_type=content_type, object_id__in=pks, language=language)
    if keys := list(found.values_list("pk", flat=True)):
        backend().erase(language, keys)
        Name.objects.filter(entry__in=keys).delete()
        found.delete()


def _is_or_will_be_live(record: Publishable, language: str, now) -> bool:
    until = getattr(record, column("live_until", language))
    return getattr(record, column("live_from", language)) is not None and (until is None or until > now)


def _add(batch: Batch, record: Publishable, kind: Kind, content_type: ContentType) -> None:
    language = batch.language
    document = kind.describe(record, language)
    entry = PublicEntry(
        id=first_key(document.moment)
        + crc32(f"{kind.key}:{record.pk}:{language}".encode()) % PLACES_A_SECOND,
        content_type=content_type,
        object_id=record.pk,
        language=language,
        kind=kind.key,
        section=document.section,
        title=document.title[:300],
        other_name=document.other_name[:300],
        text=document.text,
        address=document.address,
        dated_on=timezone.localdate(document.moment),
        live_from=getattr(record, column("live_from", language)),
        live_until=getattr(record, column("live_until", language)),
    )
    batch.entries.append(entry)
    names = (*document.names, *document.belongings)[:MOST_NAMES]
    batch.stored.append(_stored(entry, document, names))
    for name in names:
        ways = spelt(name)
        batch.names.append(
            Name(
                entry=entry,
                text=name[:200],
                is_its_own=name in document.names,
                key=ways.key[:200],
                sound=ways.sound[:400],
                initials=ways.initials[:80],
            )
        )
    batch.words |= {
        word.text for text in (document.title, *names) for word in written(text) if correctable(word.text)
    }


def _stored(entry: PublicEntry, document: Document, names: tuple[str, ...]) -> Stored:
    facets = [f"kind:{entry.kind}"]
    if entry.section:
        facets.append(f"section:{entry.section}")
    sounds = [token for name in names or (document.title,) for token in sound_tokens(name)]
    sounds += [token for name in names for token in initial_tokens(name)]
    return Stored(
        key=entry.pk,
        live_from=entry.live_from,
        live_until=entry.live_until,
        names=[token for name in names for token in tokens(name)],
        title=tokens(document.title),
        text=tokens(document.text),
        sounds=sounds,
        facets=facets,
    )


def _write(batch: Batch) -> None:
    if not batch.entries:
        return
    _find_free_keys(batch)
    PublicEntry.objects.bulk_create(batch.entries)
    backend().write(batch.language, batch.stored)
    for name in batch.names:
        name.entry_id = name.entry.pk
    Name.objects.bulk_create(batch.names)
    _learn(batch.language, batch.words)


def _find_free_keys(batch: Batch) -> None:
    """Where two editions of one second meet on one key, the second one takes the next that is free."""
    taken = set(
        PublicEntry.objects.filter(pk__in=[entry.pk for entry in batch.entries]).values_list("pk", flat=True)
    )
    for position, entry in enumerate(batch.entries):
        if entry.pk in taken:
            entry.pk = _next_free(entry.pk, taken)
            batch.stored[position] = replace(batch.stored[position], key=entry.pk)
        taken.add(entry.pk)


def _next_free(key: int, taken: set[int]) -> int:
    while key in taken or PublicEntry.objects.filter(pk=key).exists():
        key += 1
    return key


def _learn(language: str, words: set[str]) -> None:
    """Remember words, for the correction of mistyped ones. Words are not forgotten: a suggestion that finds nothing is
    not made."""
    known = set(
        Spelling.objects.filter(language=language, key__in=words, word__in=words).values_list(
            "word", flat=True
        )
    )
    new = [Spelling(language=language, key=key, word=word) for word in words - known for key in keys_of(word)]
    Spelling.objects.bulk_create(new, ignore_conflicts=True, batch_size=2000)
