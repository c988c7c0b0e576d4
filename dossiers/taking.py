"""Taking down what is public of some records now, in both languages."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass

from django.db import IntegrityError, models, transaction
from django.utils import timezone
from django.utils.translation import override

from bilingual.languages import LANGUAGES
from bilingual.names import in_language
from evidence.models import Source

from .kinds import KINDS, Kind, Named
from .models import Dossier
from .presenters.enterprises import enterprise_lines, park_lines
from .presenters.lines import Line
from .presenters.offers import figure_lines, opportunity_lines, policy_lines

#: Of the shape of ``facts``; what reads it knows all there were.
VERSION = 1


@dataclass(frozen=True)
class Taker:
    """How the records of a kind are read, and what is said of one."""

    rows: Callable[[], models.QuerySet]
    lines: Callable[[models.Model], list[Line]]


def _takers() -> dict[str, Taker]:
    models_of = {key: kind.model.objects for key, kind in KINDS.items()}
    return {
        "enterprise": Taker(models_of["enterprise"].for_profile, enterprise_lines),
        "park": Taker(models_of["park"].for_page, park_lines),
        "opportunity": Taker(models_of["opportunity"].for_page, opportunity_lines),
        "policy": Taker(models_of["policy"].for_page, policy_lines),
        "figure": Taker(models_of["figure"].for_register, figure_lines),
    }


def take(chosen: list[Named]) -> Dossier:
    """The dossier of these records as they are public at this moment; the one there is, when nothing differs today."""
    now = timezone.now()
    facts = _Facts(now)
    for language in LANGUAGES:
        with override(language):
            facts.add(chosen, language)
    body = facts.as_json(chosen)
    day = timezone.localdate(now).isoformat()
    text = json.dumps([day, body], ensure_ascii=False, sort_keys=True)
    fingerprint = hashlib.sha256(text.encode()).hexdigest()
    try:
        with transaction.atomic():
            dossier, _made = Dossier.objects.get_or_create(
                fingerprint=fingerprint, defaults={"facts": body, "created_at": now}
            )
    except IntegrityError:
        # Somebody asked for the same at the same moment.
        dossier = Dossier.objects.get(fingerprint=fingerprint)
    return dossier


class _Facts:
    """Editions and sources as they are collected."""

    def __init__(self, now):
        self.now = now
        self.items: dict[str, dict] = {}
        self.sources: dict[str, dict] = {}

    def add(self, chosen: list[Named], language: str) -> None:
        for key, taker in _takers().items():
            slugs = [one.slug for one in chosen if one.kind.key == key]
            if slugs:
                for record in taker.rows().live(at=self.now).filter(slug__in=slugs):
                    self._put(KINDS[key], record, taker.lines(record), language)

    def _put(self, kind: Kind, record: models.Model, lines: list[Line], language: str) -> None:
        item = self.items.setdefault(
            f"{kind.key}:{record.slug}",
            {
                "kind": kind.key,
                "key": record.pk,
                "slug": record.slug,
                "sample": bool(getattr(record, "is_sample", False)),
                "editions": {},
            },
        )
        item["editions"][language] = {
            "title": getattr(record, kind.title),
            "lead": getattr(record, kind.words) or "",
            "lines": [self._line(line) for line in lines],
        }

    def _line(self, line: Line) -> dict:
        said = {"key": line.key, "label": line.label, "values": [_value(value) for value in line.values]}
        if line.as_of:
            said["as_of"] = line.as_of
        if line.note:
            said["note"] = line.note
        if line.is_sample:
            said["sample"] = True
        if line.source:
            said["source"] = self._source(line.source)
        return said

    def _source(self, source: Source) -> str:
        if source.key not in self.sources:
            self.sources[source.key] = {
                "names": {code: in_language(source, "name", code) for code in LANGUAGES},
                "dated": {code: source.dated_on.say(code) if source.dated_on else "" for code in LANGUAGES},
                "url": source.url,
            }
        return source.key

    def as_json(self, chosen: list[Named]) -> dict:
        items = [self.items[one.item] for one in chosen if one.item in self.items]
        return {"version": VERSION, "items": items, "sources": self.sources}


def _value(value) -> dict:
    """With the record that it names, by the label of its model."""
    said: dict = {"text": value.text}
    if value.of is not None:
        said["of"] = [value.of._meta.label_lower, value.of.pk]
    return said
