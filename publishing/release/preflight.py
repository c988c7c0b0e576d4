"""What stands in the way of a release: asked before it, and shown item by item."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cache

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import prefetch_related_objects
from django.utils.translation import gettext_lazy as _

from ..columns import chosen_relations, content_columns, part_relations
from ..drafts.saving import heads_of
from ..drafts.working_copies import load_many
from ..models import Publishable, Release, ReleaseItem, Revision
from ..publication import gates
from ..publication.actions import NotReady
from ..publication.applying import missing_targets
from ..review.reviewing import approval_missing
from ..schedule.due import still_says
from ..schedule.scheduling import with_changes


@dataclass(frozen=True)
class Finding:
    """Something about one item. ``text`` is an exception or lazy words; a finding that blocks stops the release."""

    item: ReleaseItem
    text: object
    blocks: bool = True


def items_of(release: Release) -> list[ReleaseItem]:
    """The items of a release with their records, one query for each kind."""
    return list(release.items.select_related("content_type", "revision").prefetch_related("record"))


def findings(release: Release, items: list[ReleaseItem] | None = None) -> list[Finding]:
    """Everything that stands in the way of a release, or is worth a second look, in the order of its items."""
    items = items_of(release) if items is None else items
    together = {(item.content_type_id, item.object_id): set(item.languages) for item in items}
    records = [item.record for item in items if item.record is not None]
    heads = heads_of(records)
    drafts = {record: head for record, head in heads.items() if head.kind == Revision.Kind.DRAFT}
    copies = load_many([(record, draft.snapshot) for record, draft in drafts.items()])
    versions = dict(zip(drafts, copies, strict=True))
    _bring_related(records, drafts)
    gates.read_ahead([(record, versions.get(record, record)) for record in records])
    found = []
    for item in items:
        version = versions.get(item.record, item.record)
        found += _once(_of_item(item, heads.get(item.record), version, release.at, together))
    return found


def _bring_related(records: list[Publishable], drafts: Collection[Publishable]) -> None:
    """Give records what they refer to, for each kind together; one that has a draft only what says who reviews it."""
    for model in {type(record) for record in records}:
        every = [one for one in records if type(one) is model]
        if model.scope_field:
            prefetch_related_objects(every, model.scope_field)
        if plain := [one for one in every if one not in drafts]:
            prefetch_related_objects(plain, *_relations(model))


@cache
def _relations(model: type[models.Model]) -> tuple[str, ...]:
    """The lookups of all that a record and its parts refer to."""
    names = [*_pointers(model)]
    for part, relation in part_relations(model).items():
        names += [part, *(f"{part}__{name}" for name in _pointers(relation.related_model))]
    return tuple(names)


def _pointers(model: type[models.Model]) -> list[str]:
    keys = [one.field.name for one in content_columns(model).values() if one.field.is_relation]
    return [*keys, *(field.name for field in chosen_relations(model))]


def _once(found: Iterator[Finding]) -> Iterator[Finding]:
    """What is said of both languages in the same words is said once."""
    said = set()
    for finding in found:
        if str(finding.text) not in said:
            said.add(str(finding.text))
            yield finding


def _of_item(
    item: ReleaseItem, head: Revision | None, copy: Publishable, at: datetime | None, together: dict
) -> Iterator[Finding]:
    record = item.record
    if record is None:
        yield Finding(item, _("This record has since been deleted."))
        return
    if not still_says(item, record, head):
        yield Finding(item, _("A newer version has since been saved. Check it, then add it to the release."))
    draft = head if head and head.kind == Revision.Kind.DRAFT else None
    for language in item.languages:
        if missing := copy.missing_for(language):
            yield Finding(item, NotReady(record, language, missing))
        yield from (Finding(item, objection.text) for objection in gates.objections(record, copy, language))
    yield from (Finding(item, objection.text, blocks=False) for objection in gates.advice(record, copy))
    if unsigned := approval_missing(record, draft):
        yield Finding(item, unsigned)
    if draft:
        yield from (Finding(item, text) for text in missing_targets(copy))
        yield from (Finding(item, text) for text in _faults(record, copy))
    if not with_changes(record, draft, item.languages):
        yield Finding(item, _("This is already public, and nothing in it has been changed."), blocks=False)
    for target in _unpublished_targets(copy, item.languages, at, together):
        text = _("It refers to “%(record)s”, which will not be public in all of these languages.")
        yield Finding(item, text % {"record": target}, blocks=False)


def _faults(record: Publishable, copy: Publishable) -> list[str]:
    """What of a draft the database would refuse. It holds what has not been changed, so that is not asked again."""
    changed = {
        field.name
        for field in copy._meta.concrete_fields
        if getattr(copy, field.attname) != getattr(record, field.attname)
    }
    found = []
    try:
        copy.validate_unique(
            exclude={field.name for field in copy._meta.concrete_fields if field.name not in changed}
        )
    except ValidationError as error:
        found += error.messages
    for model, constraints in copy.get_constraints():
        for constraint in constraints:
            if _fields_of(constraint) & changed:
                try:
                    constraint.validate(model, copy)
                except ValidationError as error:
                    found += error.messages
    return found


def _fields_of(constraint: models.BaseConstraint) -> set[str]:
    """The fields that a constraint is about: those of its condition, and those that are unique."""
    condition = getattr(constraint, "condition", None)
    return {*getattr(constraint, "fields", ()), *(condition.referenced_base_fields if condition else ())}


def _unpublished_targets(copy: Publishable, languages: list[str], at, together: dict) -> list[Publishable]:
    """Records that this one refers to and that readers will not be able to open in every language of the item."""
    return [
        target
        for target in _targets(copy)
        if any(
            not target.is_live(language, at) and language not in _released(target, together)
            for language in languages
        )
    ]


def _released(target: models.Model, together: dict) -> set[str]:
    kind = ContentType.objects.get_for_model(target, for_concrete_model=True)
    return together.get((kind.pk, str(target.pk)), set())


def _targets(copy: Publishable) -> list[Publishable]:
    parts = [part for name in part_relations(type(copy)) for part in getattr(copy, name).all()]
    found = {}
    for row in (copy, *parts):
        for one in content_columns(type(row)).values():
            if one.field.is_relation and issubclass(one.field.related_model, Publishable):
                target = getattr(row, one.field.name)
                if target is not None:
                    found[type(target), target.pk] = target
        for field in chosen_relations(type(row)):
            if issubclass(field.related_model, Publishable):
                found |= {(type(target), target.pk): target for target in getattr(row, field.name).all()}
    return list(found.values())
