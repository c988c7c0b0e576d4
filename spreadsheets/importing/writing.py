"""Carrying out a plan: in one transaction, as drafts, exactly as it was looked at."""

from __future__ import annotations

from django.db import models, transaction
from django.utils.translation import gettext as _

from bilingual.languages import LANGUAGES
from publishing.columns import content_columns, part_relations
from publishing.drafts.saving import first_revision, save_draft
from publishing.publication.applying import apply_draft
from publishing.snapshots import Snapshot

from .entries import Group
from .planning import Plan
from .versions import AT_ONCE, heads_of


class Outdated(Exception):
    """Records were changed since the plan was made; ``names`` says which."""

    def __init__(self, names: list[str]):
        self.names = names
        super().__init__(len(names))

    def __str__(self) -> str:
        return _(
            "These records have been changed since you looked: %(names)s. Nothing was written. Below "
            "is what the file would change now."
        ) % {"names": _(", ").join(self.names[:5])}


def write(plan: Plan, *, by, note: str = "") -> None:
    """Write every group of the plan that has no fault, or nothing at all.

    What is or was public gets a draft; what never was follows at once, as after its form. Raises Outdated,
    publishing.drafts.saving.SaveConflict and publishing.publication.applying.CannotApply, each with nothing written.
    """
    with transaction.atomic():
        groups = plan.to_write
        if names := _changed_since(plan.sheet.model, [group for group in groups if group.record is not None]):
            raise Outdated(names)
        for group in groups:
            if group.record is None:
                _create(plan.sheet.model, group.merged, by)
            else:
                _save(group, by, note)


def _changed_since(model: type[models.Model], groups: list[Group]) -> list[str]:
    changed = []
    for start in range(0, len(groups), AT_ONCE):
        some = groups[start : start + AT_ONCE]
        rows = model._base_manager.select_for_update().in_bulk([group.record.pk for group in some])
        heads = heads_of(rows.values())
        for group in some:
            row, head = rows.get(group.record.pk), heads.get(str(group.record.pk))
            now = [head.pk if head else 0, row.changed_at.isoformat()] if row else None
            if now != group.mark:
                changed.append(str(group.record))
    return changed


def _save(group: Group, by, note: str) -> None:
    seen = group.version.head or first_revision(group.record)
    save_draft(group.record, group.merged, seen=seen, by=by, note=note)
    if not group.record.was_ever_public:
        apply_draft(group.record, languages=list(LANGUAGES), by=by)


def _create(model: type[models.Model], snapshot: Snapshot, by) -> models.Model:
    """A new record that nobody can see yet, with its parts and its first version."""
    record = model()
    _fill(record, snapshot["f"])
    record.save()
    for name, relation in part_relations(model).items():
        for row in snapshot["c"][name]:
            part = relation.related_model(pk=row["pk"], **{relation.field.attname: record.pk})
            _fill(part, row["f"])
            part.save(force_insert=True)
            _choose(part, row["m"])
    _choose(record, snapshot["m"])
    first_revision(record, by=by)
    return record


def _fill(record: models.Model, values: dict) -> None:
    for name, known in content_columns(type(record)).items():
        setattr(record, name, known.field.to_python(values[name]))


def _choose(record: models.Model, relations: dict) -> None:
    for name, keys in relations.items():
        getattr(record, name).set(keys)
