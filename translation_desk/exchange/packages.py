"""What a file holds: the places of one version of a record, as units of source and target."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import override

from bilingual.languages import other_language
from publishing.models import Revision
from publishing.snapshots import Snapshot

from ..places import Place, cleaned, places
from .segments import Code, Frame, Segment, coded, framed, written


class Refused(Exception):
    """A file that is not taken; ``str()`` says why to a person."""


@dataclass(frozen=True)
class Unit:
    """One segment. ``key`` is its place and number; ``note`` tells the translator what it is."""

    key: str
    source: Segment
    target: Segment
    note: str = ""


@dataclass(frozen=True)
class Package:
    """``original`` is ``kind/key/number of the revision``; ``target`` is the language translated into."""

    original: str
    target: str
    units: list[Unit]

    @property
    def source(self) -> str:
        return other_language(self.target)


@dataclass(frozen=True)
class _Framed:
    """A place with its units, and the frame for its translation."""

    place: Place
    frame: Frame
    units: list[Unit]


def original_of(record: models.Model, revision: Revision) -> str:
    return f"{record._meta.label_lower}/{record.pk}/{revision.number}"


def package(record: models.Model, revision: Revision, snapshot: Snapshot, language: str) -> Package:
    """Everything to translate into a language, in the version of a revision."""
    units = [unit for one in _framed(record, snapshot, language) for unit in one.units]
    return Package(original_of(record, revision), language, units)


def _framed(record: models.Model, snapshot: Snapshot, language: str) -> list[_Framed]:
    return [
        _place_framed(place, language)
        for place in places(type(record), snapshot).values()
        if place.texts[other_language(language)].strip()
    ]


def _place_framed(place: Place, language: str) -> _Framed:
    """Segment by segment where both texts are built alike, or the translation is empty; else in one unit."""
    source, target = place.texts[other_language(language)], place.texts[language]
    theirs, ours = (framed(text, is_rich=place.is_rich) for text in (source, target))
    if not target.strip():
        ours, targets = theirs, [""] * len(theirs.segments)
    else:
        targets = list(ours.segments)
    if len(theirs.segments) != len(targets) or [f.strip() for f in theirs.frame] != [
        f.strip() for f in ours.frame
    ]:
        theirs = ours = Frame(("", ""), (source,))
        targets = [target]
    with override("en"):
        note = place.label
    units = []
    for number, (segment, translation) in enumerate(zip(theirs.segments, targets, strict=True)):
        pieces = coded(segment, is_rich=place.is_rich)
        like = pieces if any(isinstance(piece, Code) for piece in pieces) else ("",)
        units.append(
            Unit(f"{place.path}#{number}", pieces, coded(translation, is_rich=place.is_rich, like=like), note)
        )
    return _Framed(place, ours, units)


def translated(record: models.Model, snapshot: Snapshot, received: Package) -> dict[str, str]:
    """The texts that a file changes, by path. ``snapshot`` is the version that the file was made of.

    Raises Refused, with a reason for people, for a file whose source was edited, whose places or codes are not those of
    the record, or whose texts the record cannot take.
    """
    framed_places = _framed(record, snapshot, received.target)
    known = {unit.key: unit for one in framed_places for unit in one.units}
    labels = {unit.key: one.place.label for one in framed_places for unit in one.units}
    given: dict[str, Unit] = {}
    for unit in received.units:
        if unit.key not in known:
            raise Refused(
                _("The file contains a place that is not in this record: %(place)s.") % {"place": unit.key}
            )
        if unit.key in given:
            raise Refused(_("The file contains the same place twice: %(place)s.") % {"place": unit.key})
        if _shape(unit.source) != _shape(known[unit.key].source):
            text = _(
                "The original was edited in the file at “%(place)s”: “%(text)s”. Only translations are "
                "accepted."
            )
            said = "".join(piece for piece in unit.source if isinstance(piece, str))[:80]
            raise Refused(text % {"place": labels[unit.key], "text": said})
        given[unit.key] = unit
    changed = {}
    for one in framed_places:
        before = one.place.texts[received.target]
        if (text := _text_of(one, given, before)) != before:
            changed[one.place.path] = cleaned(one.place, received.target, text)
    return changed


def _text_of(one: _Framed, given: dict[str, Unit], before: str) -> str:
    changed = [
        unit.key in given and _shape(given[unit.key].target) != _shape(unit.target) for unit in one.units
    ]
    if not any(changed):
        # The very text, whatever its spelling of signs.
        return before
    pieces = [
        _resolved(unit, given[unit.key].target, one.place.label) if is_new else unit.target
        for unit, is_new in zip(one.units, changed, strict=True)
    ]
    if not any(pieces):
        return ""
    return one.frame.filled([written(piece, is_rich=one.place.is_rich) for piece in pieces])


def _resolved(unit: Unit, received: Segment, label: str) -> Segment:
    """A translation with the codes of the record in the places of those of the file."""
    codes = {piece.id: piece for piece in (*unit.source, *unit.target) if isinstance(piece, Code)}
    unknown = [piece.id for piece in received if isinstance(piece, Code) and piece.id not in codes]
    if unknown:
        text = _("The translation of “%(place)s” has a code that is not in the original: %(code)s.")
        raise Refused(text % {"place": label, "code": unknown[0]})
    return tuple(codes[piece.id] if isinstance(piece, Code) else piece for piece in received)


def _shape(pieces: Segment) -> list:
    """Words and ids, as a file can be compared."""
    return [
        ("code", piece.id) if isinstance(piece, Code) else ("text", piece) for piece in pieces if piece != ""
    ]
