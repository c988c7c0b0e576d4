"""Writing a draft onto the row: the one place where content becomes public."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.utils.functional import lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from bilingual.languages import joined_sentences

from ..addresses import redirects
from ..audit import auditing
from ..columns import content_columns, part_relations
from ..drafts.merging import SHARED, changed_languages, merge, unique_columns
from ..drafts.saving import first_revision, head_of, without_what_publication_set, write
from ..drafts.working_copies import load
from ..models import Revision
from ..snapshots import Snapshot, take, upgraded


class CannotApply(Exception):
    """The draft does not fit what is live now; ``str()`` says why to a person, in the language active then."""


_joined = lazy(joined_sentences, str)
_messages = lazy(lambda error: joined_sentences(error.messages), str)


def apply_draft(
    record: models.Model, *, languages: list[str], expected: Revision | None = None, by=None
) -> models.Model:
    """Write the open draft's chosen languages and its shared content onto the row; returns the row as it is now.

    What the draft changes in other languages stays a draft. Changes made to the row outside of drafts survive where
    the draft says nothing. Raises CannotApply, with nothing written, when the draft refers to what is gone, clashes
    with another record, or is no longer ``expected``, the one that was looked at.
    """
    try:
        with transaction.atomic(), override(None):
            return _apply(record, languages, expected, by)
    except IntegrityError as error:
        raise CannotApply(_("This cannot be published: it conflicts with what is live now.")) from error


def _apply(record: models.Model, languages: list[str], expected: Revision | None, by) -> models.Model:
    model = type(record)
    live = model._base_manager.select_for_update().filter(pk=record.pk).first()
    if live is None:
        raise CannotApply(_("This record has since been deleted."))
    head = head_of(live) or first_revision(live)
    if expected is not None and head.pk != expected.pk:
        raise CannotApply(_("A newer version has since been saved. Check it before you publish."))
    if head.kind != Revision.Kind.DRAFT:
        return live
    now, address = take(live), redirects.address_of(live)
    wanted, _conflicts = merge(
        upgraded(live, (head.base or head).snapshot), upgraded(live, head.snapshot), now
    )
    copy = load(live, wanted)
    if missing := missing_targets(copy):
        raise CannotApply(_joined(missing))
    target = _chosen(model, take(copy), now, languages)
    _write_row(live, target, now)
    for name, relation in part_relations(model).items():
        _write_parts(live, relation, now["c"][name], target["c"][name])
    fresh = model._base_manager.get(pk=live.pk)
    after = take(fresh)
    # The version that was signed is the version that is public: the date that a publication set is neither's.
    kept = without_what_publication_set(fresh, after, head.snapshot)
    revision = write(fresh, head.number + 1, Revision.Kind.LIVE, kept, parent=head, author=by)
    left = [language for language in changed_languages(model, wanted, after) if language != SHARED]
    if left:
        _keep_the_rest(fresh, wanted | {"m": after["m"]}, head, revision, left)
    redirects.follow(fresh, address, by=by)
    if fresh.was_ever_public:
        auditing.record(
            "publishing.applied",
            subject=fresh,
            by=by,
            old={"revision": (head.base or head).number},
            new={"revision": revision.number, "of_draft": head.number, "languages": languages, "left": left},
        )
    return fresh


def _keep_the_rest(
    record: models.Model, wanted: Snapshot, draft: Revision, published: Revision, languages: list[str]
) -> None:
    """Open a new draft with what the old one says in the languages that were not published."""
    write(
        record,
        draft.number + 2,
        Revision.Kind.DRAFT,
        without_what_publication_set(record, wanted, draft.snapshot),
        parent=published,
        base=published,
        pending=languages,
        author=draft.author,
    )


def missing_targets(copy: models.Model) -> list[str]:
    """What keeps the copy from being stored: required relations whose target is gone."""
    parts = [part for name in part_relations(type(copy)) for part in getattr(copy, name).all()]
    for record in (copy, *parts):
        for field in record._meta.concrete_fields:
            if field.is_relation and not field.null and getattr(record, field.attname) is None:
                return copy.wc_warnings
    return []


def _chosen(model: type[models.Model], wanted: Snapshot, now: Snapshot, languages: list[str]) -> Snapshot:
    """What the row gets: shared content and the chosen languages as wanted, the rest as it is now."""
    target = {"f": _pick(model, wanted["f"], now["f"], languages), "m": wanted["m"], "c": {}}
    for name, relation in part_relations(model).items():
        known = {row["pk"]: row["f"] for row in now["c"][name]}
        target["c"][name] = [
            row | {"f": _pick(relation.related_model, row["f"], known.get(row["pk"], {}), languages)}
            for row in wanted["c"][name]
        ]
    return target


def _pick(model: type[models.Model], wanted: dict, now: dict, languages: list[str]) -> dict:
    return {
        name: (wanted if column.language is None or column.language in languages else now).get(name)
        for name, column in content_columns(model).items()
    }


def _write_row(live: models.Model, target: Snapshot, now: Snapshot) -> None:
    columns = content_columns(type(live))
    changed = [name for name, value in target["f"].items() if value != now["f"].get(name)]
    for name in changed:
        setattr(live, name, columns[name].field.to_python(target["f"][name]))
    try:
        live.validate_unique()
        live.validate_constraints()
    except ValidationError as error:
        raise CannotApply(_messages(error)) from error
    live.save()
    for name, keys in target["m"].items():
        getattr(live, name).set(keys)


def _write_parts(
    live: models.Model, relation: models.ManyToOneRel, now: list[dict], wanted: list[dict]
) -> None:
    """Delete, change and add parts so that they are as wanted.

    Rows whose unique columns move are taken out and put back under the same key, so that two may swap their places;
    foreign keys that point at them hold, because they are checked at the end of the transaction.
    """
    model, columns = relation.related_model, content_columns(relation.related_model)
    before, after = {row["pk"]: row for row in now}, {row["pk"]: row for row in wanted}
    for part in model._base_manager.filter(pk__in=before.keys() - after.keys()):
        part.delete()
    stored = {str(part.pk): part for part in model._base_manager.filter(pk__in=before.keys() & after.keys())}
    moving = {column for columns_ in unique_columns(relation) for column in columns_}
    inserted, updated = [], []
    for pk, row in after.items():
        part = stored.get(pk)
        if part is None:
            part = model(pk=model._meta.pk.to_python(pk), **{relation.field.attname: live.pk})
            changed = list(columns)
        else:
            changed = [name for name in columns if row["f"].get(name) != before[pk]["f"].get(name)]
        for name in changed:
            setattr(part, name, columns[name].field.to_python(row["f"].get(name)))
        if pk not in stored or moving & set(changed):
            inserted.append(part)
        elif changed:
            updated.append(part)
    model._base_manager.filter(pk__in=[part.pk for part in inserted if str(part.pk) in before])._raw_delete(
        "default"
    )
    for part in inserted:
        part.save(force_insert=True)
    for part in updated:
        part.save()
    for pk, row in after.items():
        for name, keys in row["m"].items():
            if pk not in before or keys != before[pk]["m"].get(name):
                getattr(model._base_manager.get(pk=pk), name).set(keys)
