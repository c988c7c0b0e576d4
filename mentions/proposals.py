"""What a record could be said to be about: named in its text, not said yet, not turned down."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.text import capfirst

from bilingual.languages import LANGUAGES
from publishing.drafts.saving import first_revision, head_of, save_draft
from publishing.history.edition_words import words_of
from publishing.models import Revision
from publishing.publication.applying import apply_draft
from publishing.snapshots import upgraded

from .models import Dismissal
from .naming import bearers_in, named_in

#: Where a record that is asked as one of many has who bears which name, and what was turned down for it.
READ_AHEAD = "_names_read"


@dataclass(frozen=True)
class Proposal:
    """``field`` is the relation of the record that would take the other one up."""

    field: str
    pk: int
    kind: str
    title: str
    address: str
    wording: str

    @property
    def key(self) -> str:
        return f"{self.field}:{self.pk}"


def about_fields(model: type[models.Model]) -> dict[str, type[models.Model]]:
    """The relations by which records of a kind say what they are about, with the kinds that these lead to.

    A model names them in ``about_fields``.
    """
    names = getattr(model, "about_fields", ())
    return {name: model._meta.get_field(name).related_model for name in names}


def proposals(record: models.Model, version: models.Model) -> tuple[list[Proposal], list[Proposal]]:
    """What the version names and is not said to be about: what is proposed, and what somebody has turned down.

    ``version`` is the record itself, or the working copy of its draft.
    """
    fields = about_fields(type(record))
    if not fields:
        return [], []
    known = record.__dict__.get(READ_AHEAD)
    named = named_in(texts_of(version), fields.values(), known[0] if known else None)
    if not named:
        return [], []
    relation_to = {model: name for name, model in fields.items()}
    chosen = {(name, target.pk) for name in fields for target in getattr(version, name).all()}
    turned_down = known[1] if known else set(Dismissal.objects.of(record).values_list("key", flat=True))
    found = [
        Proposal(
            relation_to[one.model],
            one.pk,
            capfirst(one.model._meta.verbose_name),
            one.title,
            one.address,
            one.wording,
        )
        for one in named
    ]
    open_ones = [one for one in found if (one.field, one.pk) not in chosen]
    return (
        [one for one in open_ones if one.key not in turned_down],
        [one for one in open_ones if one.key in turned_down],
    )


def texts_of(version: models.Model) -> list[str]:
    return [text for words in words_of(version) for text in (words.english, words.chinese) if text]


def read_proposals(pairs: list[tuple[models.Model, models.Model]]) -> None:
    """Read for many records, each with its version, what their texts name and what was turned down."""
    for model in {type(record) for record, _version in pairs}:
        fields, mine = (
            about_fields(model),
            {str(one.pk): one for one, _version in pairs if type(one) is model},
        )
        if not fields:
            continue
        texts = [text for record, version in pairs if type(record) is model for text in texts_of(version)]
        bearers = bearers_in(texts, fields.values())
        for record in mine.values():
            record.__dict__[READ_AHEAD] = bearers, set()
        kind = ContentType.objects.get_for_model(model, for_concrete_model=True)
        for key, place in Dismissal.objects.filter(content_type=kind, object_id__in=mine).values_list(
            "object_id", "key"
        ):
            mine[key].__dict__[READ_AHEAD][1].add(place)


def take_up(record: models.Model, chosen: list[Proposal], *, by) -> Revision:
    """Say in the working copy that the record is about these; returns its newest revision.

    Raises publishing.drafts.saving.SaveConflict when others saved the same relation at this very moment.
    """
    head = head_of(record) or first_revision(record)
    snapshot = upgraded(record, head.snapshot)
    for one in chosen:
        keys = {*snapshot["m"][one.field], one.pk}
        snapshot["m"][one.field] = sorted(keys, key=str)
    saved = save_draft(record, snapshot, seen=head, by=by)
    if not record.was_ever_public:
        # Nobody has seen it: the row follows at once, as it does when a form is saved.
        apply_draft(record, languages=list(LANGUAGES), by=by)
        saved = head_of(record)
    return saved


def turn_down(record: models.Model, chosen: list[Proposal], *, by) -> None:
    """Do not propose these for this record any more."""
    kind = ContentType.objects.get_for_model(record, for_concrete_model=True)
    for one in chosen:
        Dismissal.objects.get_or_create(
            content_type=kind, object_id=str(record.pk), key=one.key, defaults={"by": by}
        )


def propose_again(record: models.Model, chosen: list[Proposal]) -> None:
    Dismissal.objects.of(record).filter(key__in=[one.key for one in chosen]).delete()
