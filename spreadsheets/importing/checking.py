"""Whether a version may be saved: the rules of the models, asked of a copy in memory, as the forms ask them."""

from __future__ import annotations

from collections.abc import Iterator

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import models
from django.utils.translation import gettext as _

from bilingual.languages import LANGUAGES, column
from publishing.columns import content_columns, part_parent, part_relations
from publishing.drafts.merging import clashes
from publishing.drafts.working_copies import load
from publishing.publication.applying import missing_targets
from publishing.snapshots import Snapshot

from ..sheets import Sheet

#: The key of a record that is not there yet: its parts can be asked for, and no row has it.
NOBODY = 0

Fault = tuple[tuple[str, ...], str]


def check(
    sheet: Sheet, record: models.Model | None, snapshot: Snapshot, *, added: set[str], changed: set[str]
) -> Iterator[Fault]:
    """(path in the snapshot, sentence) of every fault. ``added`` and ``changed`` are keys of parts.

    Single cells were cleaned when they were read; here it is about what they make together.
    """
    version = load(record if record is not None else sheet.model(pk=NOBODY), snapshot)
    for text in missing_targets(version):
        yield (), str(text)
    yield from _own(sheet, version, is_new=record is None)
    for name in part_relations(sheet.model):
        for part in getattr(version, name).all():
            path = ("c", name, str(part.pk))
            if path[2] in added:
                yield from _asked(path, lambda one=part: one.clean_fields(exclude=_not_content(one)))
            if path[2] in added or path[2] in changed:
                yield from _of_part(part, path)
    for clash in clashes(sheet.model, snapshot):
        yield tuple(clash.path[:3]), _("Another row of this record has the same content.")
    if sheet.check is not None:
        yield from _asked((), lambda: sheet.check(version))


def _own(sheet: Sheet, version: models.Model, *, is_new: bool) -> Iterator[Fault]:
    names = [column(sheet.name_field, language) for language in LANGUAGES]
    if not any(getattr(version, name) for name in names):
        yield ("f", names[0]), _("Fill this in for at least one of the two languages.")
    if is_new:
        yield from _asked(("f",), lambda: version.clean_fields(exclude=_not_content(version)))
        yield from _asked(("f",), lambda: version.validate_unique(exclude=_not_content(version)))
    yield from _asked(("f",), version.clean)
    yield from _asked(("f",), version.validate_constraints)


def _of_part(part: models.Model, path: tuple[str, ...]) -> Iterator[Fault]:
    yield from _asked(path, part.clean)
    for _model, constraints in part.get_constraints():
        for constraint in constraints:
            if not isinstance(constraint, models.UniqueConstraint):
                yield from _asked(path, lambda one=constraint: one.validate(type(part), part))


def _not_content(record: models.Model) -> set[str]:
    """Names of the fields that no file writes, and of relations, which were looked up when they were read."""
    content = {
        known.field.name for known in content_columns(type(record)).values() if not known.field.is_relation
    }
    required = {
        field.name
        for field in record._meta.concrete_fields
        if field.is_relation and not field.null and getattr(record, field.attname) is None
    }
    return {field.name for field in record._meta.concrete_fields} - content - (required - _parents(record))


def _parents(record: models.Model) -> set[str]:
    parent = part_parent(type(record))
    return {parent.name} if parent is not None else set()


def _asked(path: tuple[str, ...], question) -> Iterator[Fault]:
    try:
        question()
    except ValidationError as error:
        by_field = error.update_error_dict({})
        for name, errors in by_field.items():
            for text in ValidationError(errors).messages:
                yield (path if name == NON_FIELD_ERRORS else (*path, name)), text
