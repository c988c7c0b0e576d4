"""The checks of a record's two languages, and the gate that keeps differing numbers from the public."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.functional import lazy
from django.utils.translation import gettext_lazy as _

from bilingual.checking import BLOCK, Finding, check_one, check_pair
from bilingual.languages import CHINESE, ENGLISH, LANGUAGES
from publishing.publication.gates import Objection, gate, reader
from publishing.snapshots import take

from .models import Exemption, TranslationRecord
from .places import Place, places
from .states import READ_AHEAD, PlaceState, Reading, State, read, wordings_of
from .vocabulary import glossary, names_for

#: Where a record that is asked as one of many has its exemptions.
EXCUSED = "_exemptions"
UNACCEPTED = _("“%(place)s” was translated by a machine, and nobody has accepted it yet.")
NUMBERS = _(
    "“%(place)s” gives different numbers in the two languages. Correct it, or explain the "
    "difference on the page “Translation”."
)
_said = lazy(lambda text, place: str(text) % {"place": place.label}, str)


@dataclass(frozen=True)
class Remark:
    """A finding at a place. ``key`` finds it again when its fix is asked for, as long as the text is the same."""

    place: Place
    finding: Finding
    #: Why a person lets a finding that blocks pass; empty when nobody does.
    exemption: str = ""

    @property
    def key(self) -> str:
        found = self.finding
        parts = (
            self.place.path,
            found.rule,
            found.side,
            found.start,
            found.end,
            self.place.texts[found.side],
        )
        return hashlib.sha256(repr(parts).encode()).hexdigest()[:20]

    @property
    def blocks(self) -> bool:
        return self.finding.severity == BLOCK and not self.exemption


def remarks(record: models.Model, version: models.Model, reading: Reading) -> list[Remark]:
    """Everything the checks say of a version. ``record`` is the live row.

    One query, one more when a finding blocks, and those of the names.
    """
    names, terms = names_for(version), glossary()
    found = [(state.place, one) for state in reading.places for one in _of_place(state, names, terms)]
    excused = exemptions(record) if any(one.severity == BLOCK for _place, one in found) else {}
    return [Remark(place, one, excused.get((place.path, pair_of(place)), "")) for place, one in found]


def _of_place(state: PlaceState, names, terms) -> list[Finding]:
    texts = state.place.texts
    if all(state.place.read.values()):
        found = check_pair(texts[ENGLISH], texts[CHINESE], names=names, terms=terms)
        # What changed in the source since is told as such; that the numbers differ then is no news.
        return [one for one in found if one.severity != BLOCK or state.state != State.OUTDATED]
    code = next(code for code in LANGUAGES if state.place.read[code])
    return check_one(texts[code], code, names=names, terms=terms)


def pair_of(place: Place) -> str:
    """Fingerprint of both wordings of a place."""
    return hashlib.sha256(repr([place.read[code] for code in LANGUAGES]).encode()).hexdigest()


def exemptions(record: models.Model) -> dict[tuple[str, str], str]:
    if EXCUSED in record.__dict__:
        return record.__dict__[EXCUSED]
    rows = Exemption.objects.of(record).values_list("path", "pair", "reason")
    return {(path, pair): reason for path, pair, reason in rows}


@reader
def read_wordings(pairs: list[tuple[models.Model, models.Model]]) -> None:
    """Records of translation and exemptions of many, two queries for each kind of records."""
    for model in {type(record) for record, _version in pairs}:
        mine = {str(record.pk): record for record, _version in pairs if type(record) is model}
        wordings = set()
        for record, version in pairs:
            if type(record) is model:
                wordings |= wordings_of(places(model, _snapshot(version)))
        kind = ContentType.objects.get_for_model(model, for_concrete_model=True)
        about = {"content_type": kind, "object_id__in": mine}
        for record in mine.values():
            record.__dict__.update({READ_AHEAD: {}, EXCUSED: {}})
        for row in TranslationRecord.objects.filter(**about, text__in=wordings):
            mine[row.object_id].__dict__[READ_AHEAD][row.path, row.language, row.text] = row
        for row in Exemption.objects.filter(**about):
            mine[row.object_id].__dict__[EXCUSED][row.path, row.pair] = row.reason


def _snapshot(version: models.Model) -> dict:
    return getattr(version, "wc_snapshot", None) or take(version)


@gate
def numbers_agree(record: models.Model, version: models.Model, language: str) -> list[Objection]:
    """Numbers, sums, shares and dates say the same in both languages, and no machine speaks unread.

    The source of a translation that is outdated may be published: a correction does not wait for its translation. The
    translation itself waits until its numbers agree, or until somebody answers for the difference.
    """
    snapshot = _snapshot(version)
    names, objections, differing = names_for(version), [], []
    for state in read(record, snapshot, in_review=False).places:
        is_translation = state.language == language
        if not all(state.place.read.values()) or not (is_translation or _stands_public(record, state)):
            continue
        if is_translation and state.is_unaccepted:
            objections.append(Objection("translation.unaccepted", _said(UNACCEPTED, state.place)))
        if _differs(state.place, names):
            differing.append(state.place)
    excused = exemptions(record) if differing else {}
    return objections + [
        Objection("translation.numbers", _said(NUMBERS, place))
        for place in differing
        if (place.path, pair_of(place)) not in excused
    ]


def _stands_public(record: models.Model, state: PlaceState) -> bool:
    """Whether a translation is public and in step: then a new source must not contradict it unseen."""
    return record.is_live(state.language) and state.state != State.OUTDATED


def _differs(place: Place, names) -> bool:
    found = check_pair(place.texts[ENGLISH], place.texts[CHINESE], names=names)
    return any(one.severity == BLOCK for one in found)
